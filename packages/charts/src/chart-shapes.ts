import type { MarkLabel } from './chart-parts.js';
import type { PlacedElement } from './chart-frame.js';

/** What a chart on paper is made of; lengths in pt from the top left corner of the drawing. */
export type Shape =
  | { readonly kind: 'line'; readonly points: readonly Point[]; readonly colour: string; readonly width: number; readonly dash?: readonly [number, number]; readonly roundEnds?: boolean }
  | (Area & { readonly kind: 'rectangle'; readonly fill?: string; readonly outline?: { readonly colour: string; readonly width: number } })
  | { readonly kind: 'dot'; readonly centre: Point; readonly radius: number; readonly fill: string }
  | TextShape;

export type Point = readonly [x: number, y: number];

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface TextShape {
  readonly kind: 'text';
  /** One line. */
  readonly text: string;
  readonly x: number;
  /** The middle of the letters between ascent and descent. */
  readonly y: number;
  /** Which end of the text stands at x. */
  readonly anchor: 'start' | 'middle' | 'end';
  readonly size: number;
  readonly bold: boolean;
  readonly fill: string;
}

interface Look {
  readonly color: string;
  readonly fontSize: number;
  readonly fontWeight: 'bold' | 'normal';
  readonly lineHeight: number;
}

/** Lines of text whose middle is at y. */
export function textShapes(text: string, x: number, y: number, anchor: TextShape['anchor'], look: Look): TextShape[] {
  const lines = text.split('\n');
  return lines.map((line, index) => ({
    kind: 'text',
    text: line,
    x,
    y: y + (index - (lines.length - 1) / 2) * look.lineHeight,
    anchor,
    size: look.fontSize,
    bold: look.fontWeight === 'bold',
    fill: look.color,
  }));
}

/** Lines of text whose top is at y. */
export function textShapesFrom(text: string, x: number, y: number, anchor: TextShape['anchor'], look: Look): TextShape[] {
  return textShapes(text, x, y + (text.split('\n').length * look.lineHeight) / 2, anchor, look);
}

const DISTANCE = 5;

/** The words at a mark that fills `area`. */
export function labelShapes(label: MarkLabel | undefined, area: Area): TextShape[] {
  if (label?.show !== true) return [];
  const { position, offset: [across, down] = [0, 0] } = label;
  const middle = area.y + area.height / 2 + down;
  if (position === 'inside') return textShapes(label.formatter(), area.x + area.width / 2 + across, middle, 'middle', label);
  if (position === 'right') return textShapes(label.formatter(), area.x + area.width + (label.distance ?? DISTANCE) + across, middle, 'start', label);
  return textShapesFrom(label.formatter(), area.x + position[0] + across, area.y + position[1] + down, 'start', label);
}

/** A bar with its outline inside it; null when nothing of it can be seen. */
export function barShape(area: Area, fill: string | undefined, outline: { colour: string; width: number } | null): Shape | null {
  if (outline === null || outline.width === 0) {
    return fill === undefined || fill === 'transparent' || area.width === 0 ? null : { kind: 'rectangle', ...area, fill };
  }
  const inset = Math.min(outline.width, area.width, area.height) / 2;
  const inner = { x: area.x + inset, y: area.y + inset, width: area.width - 2 * inset, height: area.height - 2 * inset };
  return { kind: 'rectangle', ...inner, ...(fill === undefined ? {} : { fill }), outline };
}

/** A text or box of the chart's head. */
export function elementShapes(element: PlacedElement): Shape[] {
  if (element.type === 'text') {
    const { text, x, y, fill, ...look } = element.style;
    return textShapesFrom(text, x, y, 'start', { ...look, color: fill });
  }
  const { fill, stroke, lineWidth } = element.style;
  return [{ kind: 'rectangle', ...element.shape, fill, ...(stroke === undefined ? {} : { outline: { colour: stroke, width: lineWidth ?? 1 } }) }];
}

/** Where ECharts puts a line of 1 px so that it fills whole pixels. */
export const onPixel = (position: number): number => Math.floor(Math.round(position * 2) / 2) + 0.5;

import type { ChartDefinition, ChartLocale, ChartSeries, ChartValue } from './chart-definition.js';
import { formatChartValue } from './chart-value.js';
import { estimatePaperWidth, estimateScreenWidth, wrapText, type MeasureText } from './text-layout.js';
import { namedColours, type Tokens } from './tokens.js';

export type ChartMedium = 'screen' | 'paper';

export interface BuildOptions {
  readonly tokens: Tokens;
  readonly medium: ChartMedium;
  readonly locale: ChartLocale;
  /** Width of the place the chart is drawn in; names are broken into lines for it. 640 when unset. */
  readonly widthPx?: number;
  /** Height of that place, when it is more than `chartHeight` asks for. */
  readonly heightPx?: number;
  /** True widths of the typeface (on screen: of a canvas); a generous guess when unset. */
  readonly measureText?: MeasureText;
  /** Whether the title is part of the drawing. Unset: on paper yes, on screen no (there it is a heading of the page). */
  readonly drawTitle?: boolean;
}

/** What every small builder needs to know of its place: colours, type and width, with the defaults filled in. */
export interface Frame {
  readonly tokens: Tokens;
  readonly medium: ChartMedium;
  readonly locale: ChartLocale;
  readonly width: number;
  readonly height: number | undefined;
  readonly drawTitle: boolean;
  readonly measureText: MeasureText;
  readonly fontFamily: string;
}

const labelSize = 12;
export const lineHeight = 16;
const keyIndent = 20;
const keyLineHeight = 20;
const titleSize = 14;
const titleLineHeight = 20;

export function frameOf(options: BuildOptions): Frame {
  return {
    tokens: options.tokens,
    medium: options.medium,
    locale: options.locale,
    width: options.widthPx ?? 640,
    height: options.heightPx,
    drawTitle: options.drawTitle ?? options.medium === 'paper',
    measureText: options.measureText ?? (options.medium === 'paper' ? estimatePaperWidth : estimateScreenWidth),
    fontFamily: options.medium === 'paper' ? 'Tinos' : 'Be Vietnam Pro, sans-serif',
  };
}

export const labelWidth = (frame: Frame, text: string, bold = false): number =>
  Math.ceil(frame.measureText(text, labelSize, bold));

/** Font, size and an explicit colour without a halo: a halo becomes `paint-order`, which a PDF does not draw. */
export function labelStyle(frame: Frame, color: string, bold = false) {
  return {
    color,
    fontFamily: frame.fontFamily,
    fontSize: labelSize,
    fontWeight: bold ? ('bold' as const) : ('normal' as const),
    lineHeight,
    textBorderWidth: 0,
  };
}

/** The exact value in words, or the definition's words for a missing one. */
export const valueText = (definition: ChartDefinition, frame: Frame, value: ChartValue): string =>
  value === null ? definition.missing : formatChartValue(value, definition.valueFormat, frame.locale);

/** The colour a series asks for, or the next of the plan's order. */
export function seriesColour({ tokens }: Pick<Frame, 'tokens'>, series: ChartSeries, index: number): string {
  const { sources, accent } = tokens;
  const named = series.colour === undefined ? undefined : namedColours(tokens).get(series.colour);
  return named ?? sources[index % sources.length] ?? accent;
}

export interface KeyEntry {
  readonly name: string;
  readonly fill: string;
  readonly outline?: string;
}

export function textElement(frame: Frame, text: string, at: { x: number; y: number }, color: string, title = false) {
  return {
    type: 'text' as const,
    silent: true,
    style: {
      text,
      x: at.x,
      y: at.y,
      fill: color,
      fontFamily: frame.fontFamily,
      fontSize: title ? titleSize : labelSize,
      fontWeight: title ? ('bold' as const) : ('normal' as const),
      lineHeight: title ? titleLineHeight : lineHeight,
    },
  };
}

const boxElement = ({ fill, outline }: KeyEntry, x: number, y: number) => ({
  type: 'rect' as const,
  silent: true,
  shape: { x, y: outline === undefined ? y : y + 0.5, width: 12, height: outline === undefined ? 12 : 11 },
  style: { fill, ...(outline === undefined ? {} : { stroke: outline, lineWidth: 1.5 }) },
});

/** A text or box placed by its own coordinates, outside the axes. */
export type PlacedElement = ReturnType<typeof textElement> | ReturnType<typeof boxElement>;

/** Title, unit, key and notes over the plot, each broken into lines; `height` is the room they take. */
export function chartHeader(
  definition: ChartDefinition,
  frame: Frame,
  key: readonly KeyEntry[],
  notes: readonly string[] = [],
): { elements: PlacedElement[]; height: number } {
  const { ink, inkMuted } = frame.tokens;
  const elements: PlacedElement[] = [];
  let y = 0;
  const write = (text: string, color: string): void => {
    for (const line of wrapText(text, frame.width, (part) => labelWidth(frame, part))) {
      elements.push(textElement(frame, line, { x: 0, y }, color));
      y += lineHeight;
    }
  };
  if (frame.drawTitle) {
    for (const line of wrapText(definition.title, frame.width, (part) => frame.measureText(part, titleSize, true))) {
      elements.push(textElement(frame, line, { x: 0, y }, ink, true));
      y += titleLineHeight;
    }
  }
  if (definition.unit !== '') write(definition.unit, inkMuted);
  if (key.length > 0) {
    y += 4;
    let x = 0;
    for (const entry of key) {
      const lines = wrapText(entry.name, frame.width - keyIndent, (part) => labelWidth(frame, part));
      const width = keyIndent + Math.max(...lines.map((part) => labelWidth(frame, part)));
      if (x > 0 && (x + width > frame.width || lines.length > 1)) {
        x = 0;
        y += keyLineHeight;
      }
      elements.push(boxElement(entry, x, y + 2), textElement(frame, lines.join('\n'), { x: x + keyIndent, y }, ink));
      y += (lines.length - 1) * lineHeight;
      x += width + keyIndent;
    }
    y += keyLineHeight;
  }
  for (const note of notes) write(note, inkMuted);
  return { elements, height: y + 4 };
}

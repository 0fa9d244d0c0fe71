import type { XAXisComponentOption, YAXisComponentOption } from 'echarts';
import { labelStyle, labelWidth, lineHeight, type Frame } from './chart-frame.js';
import { wrapText } from './text-layout.js';

/** Space between the names and the bars, and between a bar and its figure. */
const gap = 8;

export interface NameBarsLayout {
  readonly nameLines: readonly string[];
  readonly valueLines: readonly string[];
  readonly left: number;
  readonly right: number;
  /** Width left for the bars. */
  readonly plotWidth: number;
  /** Height of all the rows together: every name and figure has room for all its lines. */
  readonly height: number;
}

/** Gives names (left) and figures (right of the bars) the room they need, in lines, and the bars the rest. */
export function layOutNameBars(frame: Frame, names: readonly string[], figures: readonly string[]): NameBarsLayout {
  const measure = (text: string): number => labelWidth(frame, text);
  const wrapAll = (texts: readonly string[], share: number): string[][] =>
    texts.map((text) => wrapText(text, frame.width * share, measure));
  const widest = (texts: readonly string[][]): number => Math.max(0, ...texts.flat().map(measure));
  const nameLines = wrapAll(names, 0.42);
  const valueLines = wrapAll(figures, 0.3);
  const left = widest(nameLines) + gap;
  const right = widest(valueLines) + gap;
  const rows = names.map((_, index) => Math.max(nameLines[index]?.length ?? 1, valueLines[index]?.length ?? 1));
  const band = Math.max(28, Math.max(1, ...rows) * lineHeight + 8);
  return {
    nameLines: nameLines.map((lines) => lines.join('\n')),
    valueLines: valueLines.map((lines) => lines.join('\n')),
    left,
    right,
    plotWidth: Math.max(0, frame.width - left - right),
    height: band * Math.max(1, names.length),
  };
}

/** Names from top to bottom along the zero line. */
export function nameAxis(frame: Frame, names: readonly string[], layout: NameBarsLayout): YAXisComponentOption {
  return {
    type: 'category',
    data: [...names],
    inverse: true,
    z: 5,
    axisTick: { show: false },
    axisLine: { show: true, onZero: true, lineStyle: { color: frame.tokens.ink, width: 1 } },
    axisLabel: {
      ...labelStyle(frame, frame.tokens.ink),
      interval: 0,
      margin: gap,
      formatter: (_name: string, index: number) => layout.nameLines[index] ?? '',
    },
  };
}

/** From zero to the largest bar; no scale is drawn, since every bar carries its figure. */
export const valueAxis = (largest: number, smallest = 0): XAXisComponentOption => ({
  type: 'value',
  show: false,
  min: Math.min(0, smallest),
  max: largest > 0 ? largest : 1,
});

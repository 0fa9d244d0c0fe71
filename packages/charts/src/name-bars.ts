import { labelStyle, labelWidth, lineHeight, type Frame } from './chart-frame.js';
import type { HiddenValueAxis, NameAxis } from './chart-parts.js';
import { wrapText } from './text-layout.js';

/** Space between the names and the bars, and between a bar and its figure. */
const gap = 8;

export interface NameBarsLayout {
  readonly nameLines: readonly string[];
  readonly valueLines: readonly string[];
  readonly left: number;
  readonly right: number;
  /** Where the longest bar ends on the axis. */
  readonly largest: number;
  /** Width of the longest bar. */
  readonly plotWidth: number;
  /** Height of all the rows together: every name and figure has room for all its lines. */
  readonly height: number;
}

/** One bar: its name, the figure written at its end, and where it ends on the axis (0 when there is none). */
export interface NameBar {
  readonly name: string;
  readonly figure: string;
  readonly end: number;
}

/** Gives names (left) and figures (at the end of each bar) the room they need, in lines, and the bars the rest. */
export function layOutNameBars(frame: Frame, bars: readonly NameBar[]): NameBarsLayout {
  const measure = (text: string): number => labelWidth(frame, text);
  const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(measure));
  const nameLines = bars.map(({ name }) => wrapText(name, frame.width * 0.42, measure));
  const valueLines = bars.map(({ figure }) => wrapText(figure, frame.width * 0.34, measure));
  const left = widest(nameLines.flat()) + gap;
  const largest = Math.max(0, ...bars.map(({ end }) => end));
  // A short bar may have a long figure: only what stands beyond the longest bar has to be kept free.
  const plotWidth = bars.reduce((least, { end }, index) => {
    const free = frame.width - left - gap - widest(valueLines[index] ?? []);
    return end > 0 ? Math.min(least, (free * largest) / end) : least;
  }, frame.width - left - gap);
  const rows = bars.map((_, index) => Math.max(nameLines[index]?.length ?? 1, valueLines[index]?.length ?? 1));
  const band = Math.max(28, Math.max(1, ...rows) * lineHeight + 8);
  return {
    nameLines: nameLines.map((lines) => lines.join('\n')),
    valueLines: valueLines.map((lines) => lines.join('\n')),
    left,
    right: frame.width - left - Math.max(0, plotWidth),
    largest,
    plotWidth: Math.max(0, plotWidth),
    height: band * Math.max(1, bars.length),
  };
}

/** Names from top to bottom along the zero line. */
export function nameAxis(frame: Frame, names: readonly string[], layout: NameBarsLayout): NameAxis {
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
export const valueAxis = ({ largest }: NameBarsLayout): HiddenValueAxis => ({
  type: 'value',
  show: false,
  min: 0,
  max: largest > 0 ? largest : 1,
});

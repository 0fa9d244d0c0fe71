import type { labelStyle, PlacedElement } from './chart-frame.js';

// The part of the option of ECharts that our charts use. On screen ECharts draws it, on paper `drawPaperChart`; what is not
// in these types cannot be asked of one of them alone.

type LabelLook = ReturnType<typeof labelStyle>;

/** Words at a mark: inside it, right of it, or with their top left corner so far from that of the mark. */
export interface MarkLabel extends LabelLook {
  show: boolean;
  position: 'right' | 'inside' | [number, number];
  /** How far right of it; 5 when unset. */
  distance?: number;
  offset?: [number, number];
  align?: 'left';
  formatter: () => string;
}

/** Its place on the value axis; '-' where there is none. */
type Position = number | '-';

interface BarLook {
  color?: string;
  borderColor?: string;
  borderWidth?: number;
}

export interface BarSeries {
  id: string;
  name?: string;
  type: 'bar';
  /** Series that stand one after the other on one bar; the others lie on each other. */
  stack?: string;
  barWidth: number;
  barGap?: '-100%';
  yAxisIndex?: 1;
  /** 2 when unset. */
  z?: number;
  silent?: true;
  itemStyle?: BarLook;
  emphasis?: { disabled: true };
  data: { value: Position; itemStyle?: BarLook; label?: MarkLabel }[];
}

export interface LineSeries {
  id: string;
  name?: string;
  type: 'line';
  connectNulls?: false;
  symbol: 'circle' | 'none';
  symbolSize?: number;
  showAllSymbol?: true;
  silent?: true;
  itemStyle?: { color: string };
  lineStyle?: { color: string; width: number; type?: [number, number] };
  emphasis?: { disabled: true };
  data: { value: Position; symbolSize?: number; label?: MarkLabel }[];
}

interface AxisLine {
  show: true;
  onZero: true;
  lineStyle: { color: string; width: number };
}

/** Names from top to bottom, at the left of the plot. */
export interface NameAxis {
  type: 'category';
  data: string[];
  inverse: true;
  z: number;
  axisTick: { show: false };
  axisLine: AxisLine;
  axisLabel: LabelLook & { interval: 0; margin: number; formatter: (name: string, index: number) => string };
}

/** The second set of bars lies along the same names, which are not drawn again. */
interface HiddenNames {
  type: 'category';
  data: string[];
  inverse: true;
  show: false;
}

export interface HiddenValueAxis {
  type: 'value';
  show: false;
  min: 0;
  max: number;
}

/** Months from left to right, the first and the last at the ends of the plot. */
export interface MonthAxis {
  type: 'category';
  data: string[];
  boundaryGap: false;
  axisTick: { show: false };
  axisLine: AxisLine;
  axisLabel: LabelLook & { interval: (index: number) => boolean; margin: number };
}

export interface AmountAxis {
  type: 'value';
  min: 0;
  max: number;
  interval: number;
  axisTick: { show: false };
  axisLine: { show: false };
  splitLine: { show: boolean; lineStyle: { color: string; width: number } };
  axisLabel: LabelLook & { show: boolean; margin: number; formatter: (value: number) => string };
}

interface Parts {
  readonly elements: readonly PlacedElement[];
  /** Natural height in px: all names, notes and labels have room. */
  readonly height: number;
}

/** Bars along names. */
export interface BarParts extends Parts {
  readonly kind: 'bars';
  readonly grid: { top: number; bottom: number; left: number; right: number };
  readonly xAxis: HiddenValueAxis;
  readonly yAxis: [NameAxis] | [NameAxis, HiddenNames];
  readonly series: BarSeries[];
}

/** Lines over months. */
export interface LineParts extends Parts {
  readonly kind: 'lines';
  readonly grid: { top: number; height: number; left: number; right: number };
  readonly xAxis: MonthAxis;
  readonly yAxis: AmountAxis;
  readonly series: LineSeries[];
}

/** What the small builder of one kind of chart hands to those that draw it. */
export type ChartParts = BarParts | LineParts;

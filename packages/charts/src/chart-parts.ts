import type { BarSeriesOption, GridComponentOption, LineSeriesOption, XAXisComponentOption, YAXisComponentOption } from 'echarts';
import type { PlacedElement } from './chart-frame.js';

/** What the small builder of one kind of chart hands to `buildChartOption`. */
export interface ChartParts {
  readonly elements: readonly PlacedElement[];
  readonly grid: GridComponentOption;
  /** Natural height in px: all names, notes and labels have room. */
  readonly height: number;
  readonly xAxis: XAXisComponentOption | XAXisComponentOption[];
  readonly yAxis: YAXisComponentOption | YAXisComponentOption[];
  readonly series: (BarSeriesOption | LineSeriesOption)[];
}

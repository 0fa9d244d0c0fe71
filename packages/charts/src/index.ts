export { buildChartOption, chartHeight } from './build-chart-option.js';
export type {
  ChartDefinition,
  ChartLocale,
  ChartSeries,
  ChartValue,
  CumulativeLinesDefinition,
  GroupedBarsBySourceDefinition,
  SourceAmounts,
  StackedBarsDefinition,
  ValueFormat,
} from './chart-definition.js';
export { seriesColour, type BuildOptions, type ChartMedium } from './chart-frame.js';
export { chartTable, type ChartTable } from './chart-table.js';
export { positionOf } from './chart-value.js';
export { inkOn } from './contrast.js';
export type { Shape } from './chart-shapes.js';
export { mountChart } from './mount-chart.js';
export { registrationsByUnit } from './registrations-by-unit.js';
export { drawPaperChart, paperChartHeight, renderChartSvg, type RenderOptions } from './render-chart-svg.js';
export type { MeasureText } from './text-layout.js';
export {
  cssVariables,
  kindNames,
  statusNames,
  tokens,
  typeScale,
  type KindName,
  type SeriesColour,
  type StatusName,
  type Tokens,
} from './tokens.js';

import type { EChartsOption } from 'echarts';
import { chartTooltip } from './chart-tooltip.js';
import type { ChartDefinition } from './chart-definition.js';
import { frameOf, type BuildOptions, type Frame } from './chart-frame.js';
import type { ChartParts } from './chart-parts.js';
import { cumulativeLinesParts } from './cumulative-lines.js';
import { sourceBarsParts } from './source-bars.js';
import { stackedBarsParts } from './stacked-bars.js';

/** What is drawn of a chart, where, and how high. */
export function partsOf(definition: ChartDefinition, frame: Frame): ChartParts {
  switch (definition.kind) {
    case 'stacked-bars':
      return stackedBarsParts(definition, frame);
    case 'cumulative-lines':
      return cumulativeLinesParts(definition, frame);
    case 'grouped-bars-by-source':
      return sourceBarsParts(definition, frame);
    default:
      return definition satisfies never;
  }
}

/** Height in px (pt on paper) at which every name, note and figure has room; reserve it before the chart is drawn. */
export function chartHeight(definition: ChartDefinition, options: BuildOptions): number {
  return Math.ceil(partsOf(definition, frameOf(options)).height);
}

/**
 * The ECharts option of a chart, for the browser and for paper alike.
 * @throws RangeError for money that is not a decimal string of whole đồng.
 */
export function buildChartOption(definition: ChartDefinition, options: BuildOptions): EChartsOption {
  const frame = frameOf(options);
  const parts = partsOf(definition, frame);
  return {
    animation: frame.medium === 'screen',
    animationDuration: 200,
    backgroundColor: 'transparent',
    textStyle: { fontFamily: frame.fontFamily },
    aria: { enabled: true, label: { enabled: true, description: `${definition.title}. ${definition.description}` } },
    ...(frame.medium === 'screen' ? { tooltip: chartTooltip(definition, frame) } : {}),
    grid: { ...parts.grid, outerBoundsMode: 'none' },
    graphic: { elements: [...parts.elements] },
    xAxis: parts.xAxis,
    yAxis: parts.yAxis,
    series: parts.series,
  };
}

import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GraphicComponent, GridComponent } from 'echarts/components';
import { init, use, type ECharts } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { buildChartOption } from '../build-chart-option.js';
import type { ChartDefinition } from '../chart-definition.js';
import { paperChartHeight, paperOptions, type RenderOptions } from '../render-chart-svg.js';

/** A chart without a page, of a size in px; the caller disposes it, or the process does not end. */
export function createPaperChart(width: number, height: number): ECharts {
  use([BarChart, LineChart, AriaComponent, GraphicComponent, GridComponent, SVGRenderer]);
  return init(null, null, { renderer: 'svg', ssr: true, width, height });
}

/** The chart for paper as ECharts itself draws it, as SVG. */
export function drawnByECharts(definition: ChartDefinition, options: RenderOptions): string {
  const chart = createPaperChart(options.widthPt, paperChartHeight(definition, options));
  try {
    chart.setOption(buildChartOption(definition, paperOptions(options)));
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

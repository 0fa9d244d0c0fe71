import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GraphicComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { init, use, type ECharts } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

function registerParts(): void {
  use([BarChart, LineChart, AriaComponent, GraphicComponent, GridComponent, TooltipComponent, SVGRenderer]);
}

/** A chart in an element of the page; the caller sets its option, resizes it and disposes it. */
export function mountChart(element: NonNullable<Parameters<typeof init>[0]>): ECharts {
  registerParts();
  return init(element, null, { renderer: 'svg' });
}

/** A chart without a page, of a size in px; the caller disposes it, or the process does not end. */
export function createPaperChart(width: number, height: number): ECharts {
  registerParts();
  return init(null, null, { renderer: 'svg', ssr: true, width, height });
}

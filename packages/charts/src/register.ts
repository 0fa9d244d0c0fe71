import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GraphicComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { init, use, type ECharts } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

/** A chart in an element of the page, with the parts of ECharts that ours use. */
export function initChart(element: NonNullable<Parameters<typeof init>[0]>): ECharts {
  use([BarChart, LineChart, AriaComponent, GraphicComponent, GridComponent, TooltipComponent, SVGRenderer]);
  return init(element, null, { renderer: 'svg' });
}

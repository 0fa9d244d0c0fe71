import { buildChartOption, mountChart, type ChartDefinition, type MeasureText, type Tokens } from '@ocop/charts';
import type { Locale } from '@ocop/domain';

interface ShowOptions {
  tokens: Tokens;
  locale: Locale;
  widthPx: number;
  heightPx: number;
}

export interface DrawnChart {
  show: (definition: ChartDefinition, options: ShowOptions) => void;
  dispose: () => void;
}

const FACE = "'Be Vietnam Pro', sans-serif";

function textMeasure(): MeasureText | undefined {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return undefined;
  return (text, sizePx, bold) => {
    context.font = `${bold ? 600 : 400} ${sizePx}px ${FACE}`;
    return context.measureText(text).width;
  };
}

/** Draws charts in an element, once the typeface is here so that its words can be measured. The one place that mounts ECharts. */
export async function drawChart(element: HTMLElement): Promise<DrawnChart> {
  const [chart] = await Promise.all([mountChart(element), document.fonts.load(`400 12px ${FACE}`, 'ạ'), document.fonts.load(`600 12px ${FACE}`, 'ạ')]);
  const measureText = textMeasure();
  return {
    show(definition, { tokens, locale, widthPx, heightPx }) {
      const option = buildChartOption(definition, {
        tokens,
        locale,
        medium: 'screen',
        widthPx,
        heightPx,
        ...(measureText === undefined ? {} : { measureText }),
      });
      chart.resize({ width: widthPx, height: heightPx });
      // No movement: figures stand still, and a chart caught half-way by a resize would show wrong lengths.
      chart.setOption({ ...option, animation: false }, { notMerge: true });
    },
    dispose: () => chart.dispose(),
  };
}

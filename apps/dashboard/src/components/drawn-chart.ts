import { buildChartOption, mountChart, type ChartDefinition, type MeasureText, type Tokens } from '@ocop/charts';
import type { Locale } from '@ocop/domain';

export interface ShowOptions {
  tokens: Tokens;
  locale: Locale;
  widthPx: number;
  heightPx: number;
  /** No movement, as while the page is printed. */
  still: boolean;
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
  await Promise.all([document.fonts.load(`400 12px ${FACE}`, 'ạ'), document.fonts.load(`600 12px ${FACE}`, 'ạ')]);
  const chart = mountChart(element);
  const measureText = textMeasure();
  return {
    show(definition, { tokens, locale, widthPx, heightPx, still }) {
      const option = buildChartOption(definition, {
        tokens,
        locale,
        medium: 'screen',
        widthPx,
        heightPx,
        ...(measureText === undefined ? {} : { measureText }),
      });
      const moves = !still && !matchMedia('(prefers-reduced-motion: reduce)').matches;
      chart.resize({ width: widthPx, height: heightPx });
      chart.setOption({ ...option, animation: moves && option.animation !== false }, { notMerge: true });
    },
    dispose: () => chart.dispose(),
  };
}

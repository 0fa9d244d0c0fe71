import { buildChartOption, chartHeight } from './build-chart-option.js';
import type { ChartDefinition, ChartLocale } from './chart-definition.js';
import type { BuildOptions } from './chart-frame.js';
import { createPaperChart } from './register.js';
import type { MeasureText } from './text-layout.js';
import { tokens } from './tokens.js';

export interface RenderOptions {
  readonly widthPt: number;
  /** Least height; the chart grows when its names need more room. Unset: what the chart needs. */
  readonly heightPt?: number;
  /** True widths of Tinos in pt; a close guess when unset. */
  readonly measureText?: MeasureText;
  readonly locale?: ChartLocale;
  /** Unset: the title is drawn. */
  readonly drawTitle?: boolean;
}

function paperOptions({ widthPt, heightPt, measureText, locale, drawTitle }: RenderOptions): BuildOptions {
  return {
    tokens: tokens.paper,
    medium: 'paper',
    locale: locale ?? 'vi',
    widthPx: widthPt,
    ...(heightPt === undefined ? {} : { heightPx: heightPt }),
    ...(measureText === undefined ? {} : { measureText }),
    ...(drawTitle === undefined ? {} : { drawTitle }),
  };
}

/** Height in pt that `renderChartSvg` gives the drawing, so that a page can be broken before it. */
export function paperChartHeight(definition: ChartDefinition, options: RenderOptions): number {
  return Math.max(options.heightPt ?? 0, chartHeight(definition, paperOptions(options)));
}

const escapeXml = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'));

/** Takes out what only a pointer needs (hover rules, hit areas, data marks); its generated names differ at every drawing. */
const stillLife = (svg: string): string =>
  svg
    .replace(/<style[\s\S]*?<\/style>\n?/g, '')
    .replace(/<path d="[^"]*"(?: transform="[^"]*")? fill="none" pointer-events="visible" class="[^"]*"><\/path>\n?/g, '')
    .replace(/ (?:ecmeta_\w+|class|pointer-events)="[^"]*"/g, '')
    .replace(/\bzr\d+-/g, 'chart-');

/**
 * The chart as SVG for a page: one unit is one pt, letters are text in Tinos, the same definition gives the same string.
 * Place it with `assumePt` (svg-to-pdfkit) at the width it was made for.
 * @throws RangeError for money that is not a decimal string of whole đồng.
 */
export function renderChartSvg(definition: ChartDefinition, options: RenderOptions): string {
  const chart = createPaperChart(options.widthPt, paperChartHeight(definition, options));
  try {
    chart.setOption(buildChartOption(definition, paperOptions(options)));
    const words = `<title>${escapeXml(definition.title)}</title><desc>${escapeXml(definition.description)}</desc>`;
    return stillLife(chart.renderToSVGString()).replace(
      /<svg [^>]*>/,
      (opening) => `${opening.replace('<svg ', '<svg role="img" ')}${words}`,
    );
  } finally {
    chart.dispose();
  }
}

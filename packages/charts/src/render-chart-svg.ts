import type { ChartDefinition, ChartLocale } from './chart-definition.js';
import type { BuildOptions } from './chart-frame.js';
import type { Shape } from './chart-shapes.js';
import { chartHeight } from './build-chart-option.js';
import { drawChart, type PaperDrawing } from './paper-drawing.js';
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

/** The options of a drawing for paper. */
export function paperOptions({ widthPt, heightPt, measureText, locale, drawTitle }: RenderOptions): BuildOptions {
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

/** Height in pt of a chart on paper, so that a page can be broken before it. */
export function paperChartHeight(definition: ChartDefinition, options: RenderOptions): number {
  return Math.max(options.heightPt ?? 0, chartHeight(definition, paperOptions(options)));
}

/**
 * The chart as shapes for a page; the same definition gives the same shapes.
 * @throws RangeError for money that is not a decimal string of whole đồng.
 */
export function drawPaperChart(definition: ChartDefinition, options: RenderOptions): PaperDrawing {
  return drawChart(definition, paperOptions(options));
}

const escapeXml = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'));

const number = (value: number): string => String(Math.round(value * 1000) / 1000);

function svgOf(shape: Shape): string {
  switch (shape.kind) {
    case 'line': {
      const path = shape.points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${number(x)} ${number(y)}`).join('');
      const dash = shape.dash === undefined ? '' : ` stroke-dasharray="${shape.dash.join(',')}"`;
      const ends = shape.roundEnds === true ? ' stroke-linecap="round"' : '';
      return `<path d="${path}" fill="none" stroke="${shape.colour}" stroke-width="${shape.width}" stroke-linejoin="bevel"${dash}${ends}></path>`;
    }
    case 'rectangle': {
      const { x, y, width, height, fill = 'none', outline } = shape;
      const path = `M${number(x)} ${number(y)}l${number(width)} 0l0 ${number(height)}l${number(-width)} 0Z`;
      return `<path d="${path}" fill="${fill}"${outline === undefined ? '' : ` stroke="${outline.colour}" stroke-width="${outline.width}"`}></path>`;
    }
    case 'dot':
      return `<circle cx="${number(shape.centre[0])}" cy="${number(shape.centre[1])}" r="${shape.radius}" fill="${shape.fill}"></circle>`;
    case 'text': {
      const style = `font-size:${shape.size}px;font-family:Tinos;${shape.bold ? 'font-weight:bold;' : ''}`;
      return `<text dominant-baseline="central" text-anchor="${shape.anchor}" style="${style}" xml:space="preserve" x="${number(shape.x)}" y="${number(shape.y)}" fill="${shape.fill}">${escapeXml(shape.text)}</text>`;
    }
  }
}

/**
 * The same drawing as SVG: one unit is one pt, letters are text in Tinos, the same definition gives the same string.
 * @throws RangeError for money that is not a decimal string of whole đồng.
 */
export function renderChartSvg(definition: ChartDefinition, options: RenderOptions): string {
  const { width, height, shapes } = drawPaperChart(definition, options);
  const words = `<title>${escapeXml(definition.title)}</title><desc>${escapeXml(definition.description)}</desc>`;
  return `<svg role="img" width="${width}" height="${height}" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${words}\n${shapes.map(svgOf).join('\n')}\n</svg>`;
}

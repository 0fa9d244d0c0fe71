import { paperChartHeight, renderChartSvg, tokens, type RenderOptions } from '@ocop/charts';
import svgToPdf from 'svg-to-pdfkit';
import type { ChartBlock } from '../model.js';
import type { Box } from './boxes.js';
import { faceOf, inPlace, textWidth } from './fonts.js';
import type { Frame } from './pages.js';
import type { Pen, StructureElement } from './pen.js';

/** The decree wants letters black; charts set minor ones in grey. */
function withBlackLetters(svg: string): string {
  return svg.replaceAll(`fill="${tokens.paper.inkMuted}"`, `fill="${tokens.paper.ink}"`);
}

/** A chart as lines and letters across the text width; its caption follows as text. */
export function chartBox(pen: Pen, chart: ChartBlock, frame: Frame, parent: StructureElement, place: string): Box {
  const widthPt = frame.right - frame.left;
  const options: RenderOptions = {
    widthPt,
    drawTitle: false,
    measureText: (text, size, bold) => textWidth(text, faceOf(bold, false), size),
  };
  const height = inPlace(place, () => paperChartHeight(chart.definition, options));
  return {
    height,
    spaceBefore: 8,
    keepWithNext: true,
    draw: (top) => {
      const figure = pen.doc.struct('Figure', {
        alt: chart.alternativeText,
        bbox: [frame.left, top, frame.right, top + height],
        placement: 'Block',
      } as PDFKit.Mixins.StructureElementOptions);
      parent.add(figure);
      figure.add(() => {
        inPlace(place, () => {
          svgToPdf(pen.doc, withBlackLetters(renderChartSvg(chart.definition, options)), frame.left, top, {
            width: widthPt,
            height,
            assumePt: true,
            fontCallback: (_family, bold, italic) => faceOf(bold, italic),
          });
        });
      });
    },
  };
}

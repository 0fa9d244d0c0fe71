import { drawPaperChart, tokens, type Shape } from '@ocop/charts';
import type { ChartBlock } from '../model.js';
import type { Box } from './boxes.js';
import { faceOf, inPlace, textWidth } from './fonts.js';
import { singleLine } from './lines.js';
import type { Frame } from './pages.js';
import type { Pen, StructureElement } from './pen.js';
import { baselineIn } from './text-boxes.js';

/** The share of a text's width that stands left of its place. */
const ANCHORS = { start: 0, middle: 0.5, end: 1 };

/** The decree wants letters black; charts set minor ones in grey. */
const letterColour = (fill: string): string => (fill === tokens.paper.inkMuted ? tokens.paper.ink : fill);

function drawShape(pen: Pen, shape: Shape): void {
  const { doc } = pen;
  switch (shape.kind) {
    case 'line': {
      doc.strokeColor(shape.colour).lineWidth(shape.width).lineCap(shape.roundEnds === true ? 'round' : 'butt').lineJoin('bevel');
      if (shape.dash !== undefined) doc.dash(shape.dash[0], { space: shape.dash[1] });
      shape.points.forEach(([x, y], index) => (index === 0 ? doc.moveTo(x, y) : doc.lineTo(x, y)));
      doc.stroke();
      if (shape.dash !== undefined) doc.undash();
      return;
    }
    case 'rectangle': {
      const { fill, outline } = shape;
      if (fill !== undefined) doc.fillColor(fill);
      if (outline !== undefined) doc.strokeColor(outline.colour).lineWidth(outline.width).lineJoin('miter');
      doc.rect(shape.x, shape.y, shape.width, shape.height);
      if (fill === undefined) doc.stroke();
      else if (outline === undefined) doc.fill();
      else doc.fillAndStroke();
      return;
    }
    case 'dot':
      doc.fillColor(shape.fill).circle(...shape.centre, shape.radius).fill();
      return;
    case 'text': {
      const line = singleLine(shape.text, faceOf(shape.bold, false), shape.size);
      doc.fillColor(letterColour(shape.fill));
      pen.line(line, shape.x - line.width * ANCHORS[shape.anchor], shape.y + baselineIn(0, shape.size), shape.size);
    }
  }
}

/** A chart as lines and letters across the text width; its caption follows as text. */
export function chartBox(pen: Pen, chart: ChartBlock, frame: Frame, parent: StructureElement, place: string): Box {
  const { height, shapes } = inPlace(place, () =>
    drawPaperChart(chart.definition, {
      widthPt: frame.right - frame.left,
      drawTitle: false,
      measureText: (text, size, bold) => textWidth(text, faceOf(bold, false), size),
    }),
  );
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
        pen.doc.save().translate(frame.left, top);
        inPlace(place, () => {
          for (const shape of shapes) drawShape(pen, shape);
        });
        pen.doc.restore();
      });
    },
  };
}

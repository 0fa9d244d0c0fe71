import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A horizontal rule; points from the page's top left corner. */
interface PlacedRule {
  page: number;
  from: number;
  to: number;
  y: number;
  isSolid: boolean;
}

interface Frame {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** What a page draws beside its text; figures draw by their own measure and are left out. */
export interface Drawing {
  rules: PlacedRule[];
  /** Frames of table cells. */
  frames: Frame[];
  /** Every colour that letters, rules and frames outside figures are drawn in, as #rrggbb. */
  colours: string[];
  /** The colours of the letters in figures. */
  figureLetterColours: string[];
}

interface Pen {
  fill: string;
  stroke: string;
  isSolid: boolean;
}

/** pdfjs's own path commands: move 0, line 1, close 4. */
const MOVE = 0;
const LINE = 1;
const CLOSE = 4;

function readPath(page: number, path: readonly number[], isSolid: boolean, into: Drawing): void {
  const [first, x1 = 0, y1 = 0, second, x2 = 0, y2 = 0] = path;
  if (path.length === 6 && first === MOVE && second === LINE && y1 === y2) into.rules.push({ page, from: x1, to: x2, y: y1, isSolid });
  for (let at = 0; at + 12 < path.length; at += 13) {
    if (path[at] !== MOVE || path[at + 12] !== CLOSE) break;
    const [left = 0, top = 0] = path.slice(at + 1, at + 3);
    const [right = 0, bottom = 0] = path.slice(at + 7, at + 9);
    into.frames.push({ left, right, top, bottom });
  }
}

/** Follows the operators of a page with the colours, dashes and marked content that are in force. */
export function readDrawing(page: number, { fnArray, argsArray }: { fnArray: number[]; argsArray: unknown[] }): Drawing & { fontNames: Set<string> } {
  const drawing: Drawing = { rules: [], frames: [], colours: [], figureLetterColours: [] };
  const fontNames = new Set<string>();
  const colours = new Set<string>();
  const figureLetters = new Set<string>();
  const tags: string[] = [];
  const kept: Pen[] = [];
  let pen: Pen = { fill: '#000000', stroke: '#000000', isSolid: true };
  fnArray.forEach((operator, index) => {
    const args = (argsArray[index] ?? []) as unknown[];
    const isFigure = tags.includes('Figure');
    switch (operator) {
      case OPS.save:
        kept.push({ ...pen });
        return;
      case OPS.restore:
        pen = kept.pop() ?? pen;
        return;
      case OPS.beginMarkedContent:
      case OPS.beginMarkedContentProps:
        tags.push(String(args[0]));
        return;
      case OPS.endMarkedContent:
        tags.pop();
        return;
      case OPS.setFillRGBColor:
        pen.fill = String(args[0]);
        return;
      case OPS.setStrokeRGBColor:
        pen.stroke = String(args[0]);
        return;
      case OPS.setDash:
        pen.isSolid = (args[0] as number[]).length === 0;
        return;
      case OPS.setFont:
        fontNames.add(String(args[0]));
        return;
      case OPS.showText:
        (isFigure ? figureLetters : colours).add(pen.fill);
        return;
      case OPS.constructPath: {
        const path = (args as [number, (Float32Array | null)[]])[1]?.[0];
        if (isFigure || path === null || path === undefined) return;
        colours.add(args[0] === OPS.stroke ? pen.stroke : pen.fill);
        readPath(page, Array.from(path), pen.isSolid, drawing);
      }
    }
  });
  return { ...drawing, colours: [...colours], figureLetterColours: [...figureLetters], fontNames };
}

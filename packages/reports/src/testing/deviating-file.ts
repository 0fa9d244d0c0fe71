import { jest } from '@jest/globals';
import type { ReportModel } from '../model.js';
import type { Face } from '../typesetter/fonts.js';
import type { Line } from '../typesetter/lines.js';
import { Pen, type SetLine } from '../typesetter/pen.js';
import { renderReportPdf } from '../typesetter/render-report-pdf.js';
import type { Paper } from './layout-row.js';
import { readPaper } from './official-layout.js';

/** A line about to be drawn; points from the page's top left corner. */
export interface DrawnLine {
  text: string;
  line: Line;
  left: number;
  baseline: number;
  size: number;
  pen: Pen;
}

interface DrawnRule {
  from: number;
  to: number;
  y: number;
  pen: Pen;
}

/** Changes of what is drawn; null leaves it out. */
export interface Deviation {
  line?: (drawn: DrawnLine) => DrawnLine | null;
  rule?: (drawn: DrawnRule) => DrawnRule | null;
}

type Changed = 'set' | 'draw' | 'rule';
type Method<K extends Changed> = (this: Pen, ...args: Parameters<Pen[K]>) => ReturnType<Pen[K]>;

function methodOf<K extends Changed>(name: K): Method<K> {
  return Object.getOwnPropertyDescriptor(Pen.prototype, name)?.value as Method<K>;
}

/** A line with its letters changed. */
export function withPieces(drawn: DrawnLine, change: (piece: { text: string; face: Face }) => { text?: string; face?: Face }): DrawnLine {
  const words = drawn.line.words.map((word) => ({ ...word, pieces: word.pieces.map((piece) => ({ ...piece, ...change(piece) })) }));
  return { ...drawn, line: { ...drawn.line, words } };
}

/** Renders a report with the drawing changed and reads the file beside the model it should follow. */
export async function readDeviating(model: ReportModel, { line: changeLine = (one) => one, rule: changeRule = (one) => one }: Deviation, official = model): Promise<Paper> {
  const setLine = methodOf('set');
  const drawLine = methodOf('draw');
  const drawRule = methodOf('rule');
  const madeOf = new WeakMap<SetLine, Parameters<Pen['set']>>();
  const spies = [
    jest.spyOn(Pen.prototype, 'set').mockImplementation(function (this: Pen, ...made) {
      const set = setLine.apply(this, made);
      madeOf.set(set, made);
      return set;
    }),
    jest.spyOn(Pen.prototype, 'draw').mockImplementation(function (this: Pen, set, left, baseline) {
      const made = madeOf.get(set);
      if (made === undefined) throw new Error('a line is drawn that was not set');
      const [line, size, justifyTo] = made;
      const text = line.words.map((word) => word.pieces.map((piece) => piece.text).join('')).join(' ');
      const drawn = changeLine({ text, line, left, baseline, size, pen: this });
      if (drawn !== null) drawLine.call(this, setLine.call(this, drawn.line, drawn.size, justifyTo), drawn.left, drawn.baseline);
    }),
    jest.spyOn(Pen.prototype, 'rule').mockImplementation(function (this: Pen, from, to, y, width) {
      const drawn = changeRule({ from, to, y, pen: this });
      if (drawn !== null) drawRule.call(this, drawn.from, drawn.to, drawn.y, width);
    }),
  ];
  try {
    return await readPaper(await renderReportPdf(model), official);
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

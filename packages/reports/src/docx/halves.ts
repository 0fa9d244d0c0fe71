import { type Paragraph, Table, TableCell, TableRow } from 'docx';
import type { Frame } from '../typesetter/pages.js';
import { twips } from './styles.js';

const NO_BORDER = { style: 'none', size: 0 } as const;
const NO_BORDERS = { top: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER, right: NO_BORDER, insideHorizontal: NO_BORDER, insideVertical: NO_BORDER };

/** Rows that stand left and right of the middle of the page, without frames; a row is never torn. */
export function halves(frame: Frame, rows: readonly (readonly [left: Paragraph[], right: Paragraph[]])[]): Table {
  const { left, right } = halfWidths(frame);
  return new Table({
    columnWidths: [twips(left), twips(right)],
    width: { size: twips(left + right), type: 'dxa' },
    layout: 'fixed',
    borders: NO_BORDERS,
    margins: { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: 'dxa' },
    rows: rows.map((cells) => new TableRow({ cantSplit: true, children: cells.map((children) => new TableCell({ children })) })),
  });
}

/** Text width left and right of the middle of the page, in points. */
export function halfWidths(frame: Frame): { left: number; right: number } {
  const middle = frame.pageWidth / 2;
  return { left: middle - frame.left, right: frame.right - middle };
}

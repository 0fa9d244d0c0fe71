import type { Cell, HeaderCell, TableBlock, TableColumn } from '../model.js';
import { HOUSE_LAYOUT } from '../layout-rules.js';
import type { Box } from './boxes.js';
import { breakLines } from './lines.js';
import type { Frame } from './pages.js';
import type { Pen, SetLine, StructureElement } from './pen.js';
import { CELL_PADDING, columnWidths } from './table-columns.js';
import { baselineIn } from './text-boxes.js';
import { toWords } from './words.js';

const SIZE = HOUSE_LAYOUT.sizes.table;
const LINE = HOUSE_LAYOUT.tableLine;
const VERTICAL_PADDING = 2.5;
const SPACE_BEFORE = 8;
const SPACE_AFTER_NOTE = 3;
/** The share of a page up to which a table stays whole. */
const SMALL_TABLE = 0.35;

/** A cell with its lines, placed in its row or header; points from the table's left end and the row's top. */
interface PlacedCell {
  lines: SetLine[];
  left: number;
  width: number;
  top: number;
  height: number;
  align: TableColumn['align'];
  columnSpan: number;
  rowSpan: number;
}

function cellLines(pen: Pen, text: Cell, width: number, bold: boolean): SetLine[] {
  if (text === null || text === '') return [];
  return breakLines(toWords([{ text, bold }], SIZE), width - 2 * CELL_PADDING, 0, SIZE).map((line) => pen.set(line, SIZE));
}

function heightOf(lines: number): number {
  return Math.max(1, lines) * LINE + 2 * VERTICAL_PADDING;
}

function leftOf(widths: readonly number[], column: number): number {
  return widths.slice(0, column).reduce((sum, width) => sum + width, 0);
}

interface GridCell {
  cell: HeaderCell;
  row: number;
  column: number;
}

/** Gives each header cell its place, as merged cells above leave it. */
function headerGrid(rows: readonly HeaderCell[][], columns: number): GridCell[] {
  const taken = rows.map(() => new Set<number>());
  const placed: GridCell[] = [];
  rows.forEach((row, rowIndex) => {
    let column = 0;
    for (const cell of row) {
      while (taken[rowIndex]?.has(column) === true && column < columns) column += 1;
      placed.push({ cell, row: rowIndex, column });
      for (let down = 0; down < (cell.rowSpan ?? 1); down += 1) {
        for (let across = 0; across < (cell.columnSpan ?? 1); across += 1) taken[rowIndex + down]?.add(column + across);
      }
      column += cell.columnSpan ?? 1;
    }
  });
  return placed;
}

function placeHeader(pen: Pen, table: TableBlock, widths: readonly number[]): { rows: PlacedCell[][]; height: number } {
  const rows = table.header ?? [table.columns.map((column) => ({ title: column.title }))];
  const grid = headerGrid(rows, widths.length).map(({ cell, row, column }) => {
    const width = leftOf(widths.slice(column), cell.columnSpan ?? 1);
    return { row, column, span: cell.rowSpan ?? 1, across: cell.columnSpan ?? 1, width, lines: cellLines(pen, cell.title, width, true) };
  });
  const heights = rows.map((_, row) => Math.max(heightOf(1), ...grid.filter((one) => one.row === row && one.span === 1).map((one) => heightOf(one.lines.length))));
  for (const one of grid) {
    const spanned = leftOf(heights.slice(one.row), one.span);
    const lastRow = one.row + one.span - 1;
    const missing = heightOf(one.lines.length) - spanned;
    if (missing > 0) heights[lastRow] = (heights[lastRow] ?? 0) + missing;
  }
  const placed = rows.map((_, row) =>
    grid
      .filter((one) => one.row === row)
      .map((one): PlacedCell => ({
        lines: one.lines,
        left: leftOf(widths, one.column),
        width: one.width,
        top: leftOf(heights, row),
        height: leftOf(heights.slice(row), one.span),
        align: 'center',
        columnSpan: one.across,
        rowSpan: one.span,
      })),
  );
  return { rows: placed, height: leftOf(heights, rows.length) };
}

/** A row as placed cells; one higher than `most` is the only one that is torn, between lines. */
function placeRow(pen: Pen, cells: readonly Cell[], table: TableBlock, widths: readonly number[], bold: boolean, most: number): PlacedCell[][] {
  const lines = widths.map((width, column) => cellLines(pen, cells[column] ?? null, width, bold));
  const deepest = Math.max(1, ...lines.map((one) => one.length));
  const perPart = Math.max(1, Math.min(deepest, Math.floor((most - 2 * VERTICAL_PADDING) / LINE)));
  const lefts = widths.map((_, column) => leftOf(widths, column));
  const parts: PlacedCell[][] = [];
  for (let from = 0; from < deepest; from += perPart) {
    const height = heightOf(Math.min(perPart, deepest - from));
    parts.push(
      widths.map((width, column) => ({
        lines: lines[column]?.slice(from, from + perPart) ?? [],
        left: lefts[column] ?? 0,
        width,
        top: 0,
        height,
        align: table.columns[column]?.align ?? 'left',
        columnSpan: 1,
        rowSpan: 1,
      })),
    );
  }
  return parts;
}

/** Boxes of a table: its header, which every page repeats, and one box a row; no row is left alone, a small table is never split. */
export function tableBoxes(pen: Pen, table: TableBlock, frame: Frame, parent: StructureElement): Box[] {
  const inset = HOUSE_LAYOUT.tableRuleWidth / 2;
  const left = frame.left + inset;
  const widths = columnWidths(table, frame.right - frame.left - 2 * inset, SIZE);
  const header = placeHeader(pen, table, widths);

  const drawLines = (cell: PlacedCell, top: number): void => {
    const textHeight = cell.lines.length * LINE;
    const start = top + cell.top + (cell.height - textHeight) / 2;
    cell.lines.forEach((line, index) => {
      const slack = cell.width - 2 * CELL_PADDING - line.width;
      const shift = cell.align === 'center' ? slack / 2 : cell.align === 'right' ? slack : 0;
      pen.draw(line, left + cell.left + CELL_PADDING + shift, start + index * LINE + baselineIn(LINE, SIZE));
    });
  };
  const drawFrames = (cells: readonly PlacedCell[], top: number): void => {
    pen.artifact('Layout', () => {
      pen.frames(cells.map((cell) => ({ x: left + cell.left, y: top + cell.top, width: cell.width, height: cell.height })), HOUSE_LAYOUT.tableRuleWidth);
    });
  };

  let element: StructureElement | null = null;
  const tableElement = (): StructureElement => (element ??= pen.element(parent, 'Table'));
  const drawHeader = (top: number): void => {
    for (const row of header.rows) {
      drawFrames(row, top);
      const rowElement = pen.element(tableElement(), 'TR');
      for (const cell of row) {
        const heading = pen.element(rowElement, 'TH', { scope: 'Column' });
        if (cell.columnSpan > 1 || cell.rowSpan > 1) {
          pen.setSpans(heading, cell.columnSpan, cell.rowSpan);
        }
        heading.add(() => drawLines(cell, top));
      }
    }
  };
  const repeated = {
    height: header.height,
    draw: (top: number): void => {
      drawFrames(header.rows.flat(), top);
      pen.artifact('Pagination', () => header.rows.flat().forEach((cell) => drawLines(cell, top)));
    },
  };
  const most = frame.bottom - frame.top - header.height;
  const rowBoxes = (cells: readonly Cell[], bold: boolean): Box[] => {
    let rowElement: StructureElement | null = null;
    const cellElements: StructureElement[] = [];
    const named = bold ? cells.findIndex((cell) => cell !== null && cell !== '') : -1;
    const parts = placeRow(pen, cells, table, widths, bold, most);
    return parts.map((part, index) => ({
      height: part[0]?.height ?? 0,
      spaceBefore: 0,
      keepWithNext: false,
      repeated,
      draw: (top) => {
        drawFrames(part, top);
        rowElement ??= pen.element(tableElement(), 'TR');
        for (const [column, cell] of part.entries()) {
          const owner = (cellElements[column] ??= pen.element(rowElement, column === named ? 'TH' : 'TD', column === named ? { scope: 'Row' } : {}));
          if (cell.lines.length > 0) owner.add(() => drawLines(cell, top));
        }
        // Written out at once, a row's structure need not be kept.
        if (index === parts.length - 1) rowElement.end();
      },
    }));
  };

  const rows = table.rows.flatMap((row) => rowBoxes(row, false));
  const boxes = [...rows, ...(table.totalRow === undefined ? [] : rowBoxes(table.totalRow, true))];
  const height = boxes.reduce((sum, box) => sum + box.height, header.height);
  const isSmall = height <= (frame.bottom - frame.top) * SMALL_TABLE;
  boxes.forEach((box, index) => {
    const isLast = index === boxes.length - 1;
    box.keepWithNext = !isLast && (isSmall || index === 0 || index === boxes.length - 2);
  });
  const spaceBefore = table.unitNote === undefined ? SPACE_BEFORE : SPACE_AFTER_NOTE;
  return [{ height: header.height, spaceBefore, keepWithNext: true, draw: drawHeader }, ...boxes];
}


import { Table, TableCell, TableRow } from 'docx';
import { HOUSE_LAYOUT } from '../layout-rules.js';
import type { Cell, HeaderCell, TableBlock } from '../model.js';
import type { Frame } from '../typesetter/pages.js';
import { CELL_PADDING, columnWidths } from '../typesetter/table-columns.js';
import { paragraph } from './paragraphs.js';
import { twips } from './styles.js';

const BORDER = { style: 'single', size: HOUSE_LAYOUT.tableRuleWidth * 8 } as const;
const BORDERS = { top: BORDER, bottom: BORDER, left: BORDER, right: BORDER, insideHorizontal: BORDER, insideVertical: BORDER };
const PADDING = { left: twips(CELL_PADDING), right: twips(CELL_PADDING), top: twips(2.5), bottom: twips(2.5), marginUnitType: 'dxa' } as const;
/** Rows up to which a table stays whole. */
const SMALL_TABLE = 6;

function headerRow(cells: readonly HeaderCell[]): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    keepNext: true,
    children: cells.map(
      ({ title, columnSpan, rowSpan }) =>
        new TableCell({
          children: [paragraph('TableHeader', title)],
          verticalAlign: 'center',
          ...(columnSpan === undefined ? {} : { columnSpan }),
          ...(rowSpan === undefined ? {} : { rowSpan }),
        }),
    ),
  });
}

/**
 * A table with its header on every page and no row torn; no row is left alone, a small table is never split.
 * @param isKept whether what follows must stay on the page of its last row
 * Throws MissingGlyphError for a character that the typeface lacks.
 */
export function tableOf(block: TableBlock, frame: Frame, isKept: boolean): Table {
  const total = frame.right - frame.left;
  const columns = columnWidths(block, total, HOUSE_LAYOUT.sizes.table).map(twips);
  const rows: { cells: readonly Cell[]; style: 'TableText' | 'TableTotal' }[] = block.rows.map((cells) => ({ cells, style: 'TableText' }));
  if (block.totalRow !== undefined) rows.push({ cells: block.totalRow, style: 'TableTotal' });
  const last = rows.length - 1;
  const isTied = (index: number): boolean => (index === last ? isKept : isKept || rows.length <= SMALL_TABLE || index === 0 || index === last - 1);
  const bodyRows = rows.map(
    ({ cells, style }, index) =>
      new TableRow({
        cantSplit: true,
        keepNext: isTied(index),
        children: block.columns.map(
          ({ align }, column) => new TableCell({ children: [paragraph(style, cells[column] ?? '', { alignment: align })], verticalAlign: 'center' }),
        ),
      }),
  );
  return new Table({
    columnWidths: columns,
    width: { size: columns.reduce((sum, width) => sum + width, 0), type: 'dxa' },
    layout: 'fixed',
    borders: BORDERS,
    margins: PADDING,
    rows: [...(block.header ?? [block.columns]).map(headerRow), ...bodyRows],
  });
}

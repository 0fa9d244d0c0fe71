import type { TableBlock } from '../model.js';
import { textWidth } from './fonts.js';
import { cleanText } from './words.js';

export const CELL_PADDING = 4;

interface Need {
  /** The widest word. */
  least: number;
  /** The whole text on one line. */
  whole: number;
}

function needOf(text: string, bold: boolean, size: number): Need {
  const face = bold ? 'bold' : 'regular';
  const space = textWidth(' ', face, size);
  let least = 0;
  let whole = 0;
  for (const word of cleanText(text).split(' ')) {
    const width = textWidth(word, face, size);
    least = Math.max(least, width);
    whole += width + (whole === 0 ? 0 : space);
  }
  return { least, whole };
}

/** The share of the table that one column may claim by its text. */
const LARGEST_CLAIM = 0.25;

/**
 * Widths in points that fill `total`. An 'auto' column is as wide as its widest cell (a header wraps at its words),
 * the weighted columns share the rest, none narrower than its longest word while there is room.
 */
export function columnWidths(table: TableBlock, total: number, size: number): number[] {
  const padding = 2 * CELL_PADDING + 1;
  const needs = table.columns.map((column, index) => {
    const title = needOf(column.title, true, size);
    const need = { least: title.least, whole: title.least };
    const take = (text: string | null | undefined, bold: boolean): void => {
      if (text === null || text === undefined) return;
      const cell = needOf(text, bold, size);
      need.least = Math.max(need.least, cell.least);
      need.whole = Math.max(need.whole, cell.whole);
    };
    for (const row of table.rows) take(row[index], false);
    take(table.totalRow?.[index], true);
    for (const row of table.header ?? []) if (row.length === table.columns.length) take(row[index]?.title, true);
    const claim = total * LARGEST_CLAIM;
    return { least: Math.min(need.least + padding, claim), whole: Math.min(need.whole + padding, claim) };
  });
  const weightSum = table.columns.reduce((sum, column) => sum + (column.width === 'auto' ? 0 : column.width), 0);
  const widths = table.columns.map((column, index) => (column.width === 'auto' ? (needs[index]?.whole ?? 0) : 0));
  let rest = total - widths.reduce((sum, width) => sum + width, 0);
  let restWeight = weightSum;
  // A weighted column whose share is less than its longest word takes that, and the others share what is left.
  const open = new Set(table.columns.flatMap((column, index) => (column.width === 'auto' ? [] : [index])));
  for (let settled = false; !settled; ) {
    settled = true;
    for (const index of open) {
      const weight = Number(table.columns[index]?.width ?? 0);
      const least = needs[index]?.least ?? 0;
      if ((rest * weight) / restWeight >= least) continue;
      widths[index] = least;
      rest -= least;
      restWeight -= weight;
      open.delete(index);
      settled = false;
    }
  }
  for (const index of open) widths[index] = (rest * Number(table.columns[index]?.width ?? 0)) / restWeight;
  const sum = widths.reduce((all, width) => all + width, 0);
  return widths.map((width) => (width * total) / sum);
}

import type { ReportModel } from '../model.js';
import { appendixRows, closingRows, headRows } from './layout-of-blocks.js';
import { pageRows } from './layout-of-pages.js';
import { tableRows, textRows } from './layout-of-text.js';
import type { LayoutRow, Paper } from './layout-row.js';
import { readPdf } from './read-pdf.js';
import { placeParts } from './report-parts.js';

/** Every row of Appendix I of Decree 30/2020/NĐ-CP that a file can be measured by. */
export const LAYOUT_ROWS: readonly LayoutRow[] = [...pageRows, ...headRows, ...textRows, ...tableRows, ...closingRows, ...appendixRows];

/** Reads a finished file beside the model it was made from. */
export async function readPaper(bytes: Uint8Array, model: ReportModel): Promise<Paper> {
  const pdf = await readPdf(bytes);
  return { pdf, model, parts: placeParts(pdf, model) };
}

/** The rows that a finished file departs from, with what is wrong; empty when it complies. */
export function checkOfficialLayout(paper: Paper): Record<string, string[]> {
  const checked = LAYOUT_ROWS.map(({ row, problems }) => [row, problems(paper)] as const);
  return Object.fromEntries(checked.filter(([, problems]) => problems.length > 0));
}

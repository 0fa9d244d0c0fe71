import type { ReportModel } from './model.js';

// What few processes need, and fewer need at once, is loaded with its first use.

/**
 * The report as a Word file that can still be edited, laid out as `renderReportPdf` sets it, after Appendix I of Decree
 * 30/2020/NĐ-CP. The same model always gives the same bytes.
 * Throws MissingGlyphError for a character the typeface lacks where a width depends on it (head, tables, charts).
 */
export async function renderReportDocx(model: ReportModel): Promise<Uint8Array> {
  const writer = await import('./docx/render-report-docx.js');
  return writer.renderReportDocx(model);
}

/** The first character of a text that the typeface cannot draw; null = it can be printed. */
export async function unprintableIn(text: string): Promise<string | null> {
  const words = await import('./typesetter/words.js');
  return words.unprintableIn(text);
}

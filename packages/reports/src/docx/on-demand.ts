import type { ReportModel } from '../model.js';

/**
 * The report as a Word file, see `docx/render-report-docx.ts`. What writes it is loaded with the first one: most processes that
 * set reports never write any.
 */
export async function renderReportDocx(model: ReportModel): Promise<Uint8Array> {
  const writer = await import('./render-report-docx.js');
  return writer.renderReportDocx(model);
}

export { composeProgressReport } from './content/compose-progress-report.js';
export { renderReportDocx } from './docx/render-report-docx.js';
export type * from './model.js';
export type * from './snapshot-outcomes.js';
export type * from './snapshot.js';
export { MissingGlyphError } from './typesetter/fonts.js';
export { renderReportPdf } from './typesetter/render-report-pdf.js';

export type * from './model.js';
export { MissingGlyphError } from './typesetter/fonts.js';
export { renderReportPdf } from './typesetter/render-report-pdf.js';

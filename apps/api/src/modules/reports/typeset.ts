import type { ReportParts, ReportSnapshot } from '@ocop/reports';
import { AppError } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';

/** "U+0780" without the "U+". */
export const codeOf = (character: string): string => (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

/**
 * The report on paper, in a thread of its own. The typesetter is loaded when first asked: starting up need not wait for it.
 * @throws AppError invalid-input naming the character that the typeface lacks, or that the report is too large
 */
export const typeset = (snapshot: ReportSnapshot, parts: ReportParts = {}): Promise<Uint8Array> => render('pdf', snapshot, parts);

/** The same report as a Word file, to be edited before it is signed. @throws AppError as `typeset` */
export const writeWord = (snapshot: ReportSnapshot, parts: ReportParts): Promise<Uint8Array> => render('docx', snapshot, parts);

async function render(format: 'pdf' | 'docx', snapshot: ReportSnapshot, parts: ReportParts): Promise<Uint8Array> {
  const { composeProgressReport, MissingGlyphError, renderReportDocx, renderReportPdf, ReportTooLargeError } = await import('@ocop/reports');
  try {
    return await (format === 'pdf' ? renderReportPdf : renderReportDocx)(composeProgressReport(snapshot, parts));
  } catch (error) {
    if (error instanceof ReportTooLargeError) throw new AppError('invalid-input', messages.reportTooLarge);
    if (!(error instanceof MissingGlyphError)) throw error;
    throw new AppError('invalid-input', messages.unprintableIn(error.character, codeOf(error.character), error.text.slice(0, 100)));
  }
}

import { composeProgressReport, MissingGlyphError, renderReportDocx, renderReportPdf, type ReportParts, type ReportSnapshot } from '@ocop/reports';

/** A report to be written as a file. */
export interface ReportToWrite {
  format: 'pdf' | 'docx';
  snapshot: ReportSnapshot;
  parts: ReportParts;
}

/** The file, or the character that the typeface lacks and the text it stands in: an error's class does not come out of a thread. */
export type WrittenReport = { bytes: Uint8Array } | { missing: { character: string; text: string } };

/** Runs in a thread of its own. */
export default async function write({ format, snapshot, parts }: ReportToWrite): Promise<WrittenReport> {
  try {
    return { bytes: await (format === 'pdf' ? renderReportPdf : renderReportDocx)(composeProgressReport(snapshot, parts)) };
  } catch (error) {
    if (!(error instanceof MissingGlyphError)) throw error;
    return { missing: { character: error.character, text: error.text } };
  }
}

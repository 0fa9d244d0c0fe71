import type { ReportSnapshot } from '@ocop/reports';

/** The typesetter with its fonts and charts is a second of loading that starting up need not wait for. */
export async function typeset(snapshot: ReportSnapshot): Promise<Uint8Array> {
  const { composeProgressReport, renderReportPdf } = await import('@ocop/reports');
  return renderReportPdf(composeProgressReport(snapshot));
}

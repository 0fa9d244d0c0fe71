import type { ReportSnapshot } from '../snapshot.js';
import { officialWords } from '../typesetter/messages.js';
import type { FigurePart } from './figure-rows.js';

const APPENDICES = ['products', 'results', 'certificates', 'funding', 'reporting'] as const;
export type AppendixKind = (typeof APPENDICES)[number];

/**
 * The appendices of a report in their order: that in which the text names them, and who reported at the end, which is no
 * result of the programme. A kept report without `outcomes` has its own.
 */
export function appendixKinds({ outcomes, certificates, provenance }: ReportSnapshot): AppendixKind[] {
  const hasCertificates = certificates !== null && certificates.length > 0;
  if (outcomes === undefined) return ['products', 'funding', ...(hasCertificates ? (['certificates'] as const) : [])];
  const hasResults = outcomes.courses.some(({ roundNo, result, end }) => result !== null || (roundNo !== null && end !== null));
  const hasReporting = provenance !== undefined && provenance.communeReports.length + provenance.communesWithoutReport.length > 0;
  const there: Readonly<Record<AppendixKind, boolean>> = { products: true, results: hasResults, certificates: hasCertificates, funding: true, reporting: hasReporting };
  return APPENDICES.filter((kind) => there[kind]);
}

/** "Phụ lục II": the name under which the text refers to an appendix. There are always two or more, so that they are numbered. */
export function appendixName(snapshot: ReportSnapshot, kind: AppendixKind): string {
  const kinds = appendixKinds(snapshot);
  return officialWords.appendixName(kinds.indexOf(kind), kinds.length);
}

/** The number of the appendix that lists a part of the figures; null = none does. */
export function appendixOfPart(snapshot: ReportSnapshot, part: FigurePart): number | null {
  const index = (appendixKinds(snapshot) as FigurePart[]).indexOf(part);
  return index < 0 ? null : index + 1;
}

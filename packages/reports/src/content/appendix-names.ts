import type { ReportSnapshot } from '../snapshot.js';
import { officialWords } from '../typesetter/messages.js';

const APPENDICES = ['products', 'results', 'certificates', 'funding'] as const;
export type AppendixKind = (typeof APPENDICES)[number];

/** The appendices of a report in their order: that in which the text names them. A kept report without `outcomes` has its own. */
export function appendixKinds({ outcomes, certificates }: ReportSnapshot): AppendixKind[] {
  const hasCertificates = certificates !== null && certificates.length > 0;
  if (outcomes === undefined) return ['products', 'funding', ...(hasCertificates ? (['certificates'] as const) : [])];
  const hasResults = outcomes.courses.some(({ roundNo, result, end }) => result !== null || (roundNo !== null && end !== null));
  return APPENDICES.filter((kind) => (kind !== 'results' || hasResults) && (kind !== 'certificates' || hasCertificates));
}

/** "Phụ lục II": the name under which the text refers to an appendix. There are always two or more, so that they are numbered. */
export function appendixName(snapshot: ReportSnapshot, kind: AppendixKind): string {
  const kinds = appendixKinds(snapshot);
  return officialWords.appendixName(kinds.indexOf(kind), kinds.length);
}

import { countInText, formatDay, type ReportTexts } from '@ocop/domain';
import type { Block } from '../model.js';
import type { ReportSnapshot } from '../snapshot.js';
import { reportMessages as words } from './messages.js';
import { communeReportsSentence } from './reporting.js';
import { paragraph, subheading, written } from './text-blocks.js';

function documentKind(number: string): string {
  const symbol = number.split('/').at(-1)?.split('-')[0] ?? '';
  return words.documentKinds[symbol] ?? words.documentKindUnknown;
}

function legalBasisSentence({ plan }: ReportSnapshot): string {
  if (plan.legalBasis.length === 0) return words.noLegalBasis(plan.issuerShortName, plan.number, formatDay(plan.issuedOn));
  const documents = plan.legalBasis.map(({ number, issuedOn, issuer }) => words.document(documentKind(number), number, formatDay(issuedOn), issuer));
  return words.legalBasis(plan.issuerShortName, plan.number, formatDay(plan.issuedOn), documents.join('; '));
}

/** Section I: papers issued, the goals of the plan, who reports. */
export function leadershipBlocks(snapshot: ReportSnapshot, texts: ReportTexts): Block[] {
  const { target, plan, communeReports } = snapshot;
  const asksForReports = communeReports.expected > 0;
  return [
    subheading(1, words.headings.documents),
    paragraph(legalBasisSentence(snapshot)),
    ...(target.minimum === null || target.clause === null
      ? []
      : [paragraph(words.goals(target.clause, countInText(target.minimum), plan.year))]),
    ...written(texts.documents),
    subheading(2, words.headings.organisation),
    ...(asksForReports ? [paragraph(communeReportsSentence(snapshot))] : []),
    ...written(texts.organisation, asksForReports ? null : words.nothingWritten),
  ];
}

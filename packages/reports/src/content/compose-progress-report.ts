import { formatDay, reportCode, romanNumeral, type ReportTexts } from '@ocop/domain';
import type { Appendix, Block, ReportModel } from '../model.js';
import type { ReportSnapshot } from '../snapshot.js';
import { amendmentAppendix, amendmentSentence, type Amendment } from './amendment.js';
import { appendicesOf } from './appendices.js';
import { leadershipBlocks } from './leadership.js';
import { reportMessages as words } from './messages.js';
import { certificateTask } from './outcomes/certificates.js';
import { resultBlocks, targetSentence } from './results.js';
import { continued, list, paragraph, sentenceCase, subheading, written } from './text-blocks.js';

/** What a report holds beside its frozen figures. */
export interface ReportParts {
  texts?: ReportTexts;
  /** The issued report that this one takes the place of. */
  amends?: Amendment | null;
  /** Marked as a draft on every page. */
  draft?: boolean;
  /** Under which the report is kept: printed in a code under each appendix, by which its rows are found. */
  id?: number | null;
}

const withCode = (report: number) => (appendix: Appendix, index: number): Appendix => ({
  ...appendix,
  blocks: [...appendix.blocks, { kind: 'note', text: words.lookup(reportCode(report, index + 1)), tied: true }],
});

function openingTexts(snapshot: ReportSnapshot, amends: Amendment | null): string[] {
  const { plan, period, asOf, lastFactOn } = snapshot;
  const reference = { number: plan.number, day: formatDay(plan.issuedOn), issuer: plan.issuerShortName, title: continued(plan.title) };
  const lastFact = lastFactOn === null ? words.noFact : words.lastFact(formatDay(lastFactOn));
  return [
    words.opening(reference, words.periodInText[period.kind](period.year), plan.issuerShortName),
    words.cutoffs(formatDay(period.firstDay), formatDay(period.lastDay), formatDay(asOf)) + lastFact,
    ...(amends === null ? [] : [amendmentSentence(amends)]),
  ];
}

function assessmentBlocks(snapshot: ReportSnapshot, texts: ReportTexts): Block[] {
  return [
    subheading(1, words.headings.achieved),
    paragraph(targetSentence(snapshot)),
    ...written(texts.achieved),
    subheading(2, words.headings.limits),
    ...written(texts.limits, words.nothingWritten),
    subheading(3, words.headings.causes),
    ...written(texts.causes, words.nothingWritten),
  ];
}

function taskBlocks(snapshot: ReportSnapshot, texts: ReportTexts): Block[] {
  const { rounds, asOf } = snapshot;
  const ahead = rounds
    .filter((round) => asOf < round.townRecognitionBefore)
    .map((round) => words.roundAhead(String(round.no), formatDay(round.townRecognitionBefore), formatDay(round.dossiersToProvinceBefore)));
  const task = certificateTask(snapshot);
  const tasks = [...ahead, ...(task === null ? [] : [task])];
  return [...(tasks.length === 0 ? [] : [list(tasks)]), ...written(texts.tasks, tasks.length === 0 ? words.nothingWritten : null)];
}

/** The semiannual ("sơ kết") or annual ("tổng kết") report from a snapshot; every figure comes from the snapshot. */
export function composeProgressReport(snapshot: ReportSnapshot, { texts = {}, amends = null, draft = false, id = null }: ReportParts = {}): ReportModel {
  const { plan, period, issue, asOf } = snapshot;
  const reportName = words.reportName[period.kind](period.year);
  const title = words.documentTitle(reportName, plan.unitName);
  const sections: { heading: string; blocks: Block[] }[] = [
    { heading: words.headings.leadership, blocks: leadershipBlocks(snapshot, texts) },
    { heading: words.headings.results, blocks: resultBlocks(snapshot, texts) },
    { heading: words.headings.assessment, blocks: assessmentBlocks(snapshot, texts) },
    { heading: words.headings.tasks[period.kind](period.year), blocks: taskBlocks(snapshot, texts) },
    { heading: words.headings.proposals, blocks: written(texts.proposals, words.nothingWritten) },
  ];
  const body = sections.flatMap(({ heading, blocks }, index): Block[] => [
    { kind: 'heading', level: 1, number: `${romanNumeral(index + 1)}.`, text: heading },
    ...blocks,
  ]);
  const listed = appendicesOf(snapshot);
  // Reports kept before their rows were keep their pages too. What was amended is no list of rows: no code leads to it.
  const coded = id === null || snapshot.provenance === undefined ? listed : listed.map(withCode(id));
  const appendices = [...coded, ...(amends === null ? [] : [amendmentAppendix(snapshot, texts, amends)])];
  return {
    metadata: { title, subject: words.programme, author: plan.issuerName, language: 'vi-VN', createdOn: issue.day ?? asOf },
    issuer: { superiorLines: [], agencyLines: plan.agencyLines },
    number: issue.number,
    numberSymbol: words.numberSymbol,
    place: plan.place,
    day: issue.day,
    year: period.year,
    kindName: words.kindName,
    subjectLines: words.subjectLines(sentenceCase(reportName), plan.unitName),
    opening: openingTexts(snapshot, amends).map((text) => [{ text }]),
    body: [...body, paragraph(words.closing(reportName, plan.unitName, plan.issuerShortName))],
    signature: { authorityLines: plan.signatureLines, name: plan.signatoryName },
    recipients: plan.recipients,
    appendices,
    marking: snapshot.demo ? words.demoMarking : null,
    draft,
  };
}

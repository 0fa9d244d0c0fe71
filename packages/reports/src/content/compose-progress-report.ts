import { formatDay, romanNumeral } from '@ocop/domain';
import type { Block, ReportModel } from '../model.js';
import type { ReportSnapshot } from '../snapshot.js';
import { appendicesOf } from './appendices.js';
import { leadershipBlocks } from './leadership.js';
import { reportMessages as words } from './messages.js';
import { certificateTask } from './outcomes/certificates.js';
import { resultBlocks, targetSentence } from './results.js';
import { continued, list, paragraph, placeholder, sentenceCase, subheading } from './text-blocks.js';

function openingTexts(snapshot: ReportSnapshot): string[] {
  const { plan, period, asOf, lastFactOn } = snapshot;
  const reference = { number: plan.number, day: formatDay(plan.issuedOn), issuer: plan.issuerShortName, title: continued(plan.title) };
  const lastFact = lastFactOn === null ? words.noFact : words.lastFact(formatDay(lastFactOn));
  return [
    words.opening(reference, words.periodInText[period.kind](period.year), plan.issuerShortName),
    words.cutoffs(formatDay(period.firstDay), formatDay(period.lastDay), formatDay(asOf)) + lastFact,
  ];
}

function assessmentBlocks(snapshot: ReportSnapshot): Block[] {
  return [
    subheading(1, words.headings.achieved),
    paragraph(targetSentence(snapshot)),
    placeholder(),
    subheading(2, words.headings.limits),
    placeholder(),
    subheading(3, words.headings.causes),
    placeholder(),
  ];
}

function taskBlocks(snapshot: ReportSnapshot): Block[] {
  const { rounds, asOf } = snapshot;
  const ahead = rounds
    .filter((round) => asOf < round.townRecognitionBefore)
    .map((round) => words.roundAhead(String(round.no), formatDay(round.townRecognitionBefore), formatDay(round.dossiersToProvinceBefore)));
  const task = certificateTask(snapshot);
  const tasks = [...ahead, ...(task === null ? [] : [task])];
  return [...(tasks.length === 0 ? [] : [list(tasks)]), placeholder()];
}

/** The semiannual ("sơ kết") or annual ("tổng kết") report from a snapshot; every figure comes from the snapshot. */
export function composeProgressReport(snapshot: ReportSnapshot): ReportModel {
  const { plan, period, issue, asOf } = snapshot;
  const reportName = words.reportName[period.kind](period.year);
  const title = words.documentTitle(reportName, plan.unitName);
  const sections: { heading: string; blocks: Block[] }[] = [
    { heading: words.headings.leadership, blocks: leadershipBlocks(snapshot) },
    { heading: words.headings.results, blocks: resultBlocks(snapshot) },
    { heading: words.headings.assessment, blocks: assessmentBlocks(snapshot) },
    { heading: words.headings.tasks[period.kind](period.year), blocks: taskBlocks(snapshot) },
    { heading: words.headings.proposals, blocks: [placeholder()] },
  ];
  const body = sections.flatMap(({ heading, blocks }, index): Block[] => [
    { kind: 'heading', level: 1, number: `${romanNumeral(index + 1)}.`, text: heading },
    ...blocks,
  ]);
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
    opening: openingTexts(snapshot).map((text) => [{ text }]),
    body: [...body, paragraph(words.closing(reportName, plan.unitName, plan.issuerShortName))],
    signature: { authorityLines: plan.signatureLines, name: plan.signatoryName },
    recipients: plan.recipients,
    appendices: appendicesOf(snapshot),
    marking: snapshot.demo ? words.demoMarking : null,
    draft: false,
  };
}

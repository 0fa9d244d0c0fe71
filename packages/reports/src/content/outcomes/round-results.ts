import { countInText, domainMessages, formatDay, formatPoints, isAtHigherLevel, isInTime, RECOGNISED_STARS, REGISTRATION_KINDS } from '@ocop/domain';
import type { Block } from '../../model.js';
import type { ReportSnapshot, SnapshotRound } from '../../snapshot.js';
import type { SnapshotOutcomes, SnapshotRoundCourse, SnapshotSentDossier } from '../../snapshot-outcomes.js';
import { appendixKinds, appendixName } from '../appendix-names.js';
import { reportMessages } from '../messages.js';
import { list, paragraph, sentenceCase } from '../text-blocks.js';
import { outcomeWords as words } from './messages.js';
import { bandOf, BANDS, cappedBand, decisionWords, namesInText, pointsOf, pointsWords } from './phrases.js';
import { summaryTable } from './result-tables.js';

const { registrationKindNames, stageNames } = domainMessages.vi;
const ENDS = ['not-recognised', 'withdrawn', 'moved-on', 'revoked'] as const;
/** Stages that end a dossier at the province without a decision. */
const TURNED_DOWN: readonly SnapshotSentDossier['stage'][] = ['not-recognised', 'withdrawn', 'moved-to-next-round'];

type Scored = SnapshotRoundCourse & { result: NonNullable<SnapshotRoundCourse['result']> };
const isWaiting = ({ decision, stage }: SnapshotSentDossier): boolean => decision === null && isAtHigherLevel(stage);
const isScored = (course: SnapshotRoundCourse): course is Scored => course.result !== null;

/** The points of those that were not disqualified. */
function pointsRange(scored: readonly Scored[]): string {
  const points = scored.filter(({ result }) => result.stars !== null).map(({ result }) => pointsOf(result)).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const [least] = points;
  const most = points.at(-1);
  if (least === undefined || most === undefined) return '';
  if (points.length < scored.length) return least === most ? words.pointsOfOthers(formatPoints(least)) : words.pointsRangeOfOthers(formatPoints(least), formatPoints(most));
  if (scored.length === 1) return words.pointsOne(formatPoints(least));
  return least === most ? words.pointsSame(formatPoints(least)) : words.pointsRange(formatPoints(least), formatPoints(most));
}

/** How many dossiers the council scored, their points and stars (bands of QĐ 148/QĐ-TTg). */
function scoredSentence(scored: readonly Scored[]): string {
  const counts = BANDS.map((band) => ({ band, count: scored.filter(({ result }) => bandOf(result) === band).length })).filter(({ count }) => count > 0);
  const [only] = counts;
  if (only === undefined) return words.noneScored;
  const band = words.band[only.band];
  const parts = words.starCounts(counts.map((one) => words.starCount(countInText(one.count), words.band[one.band])).join(', '));
  const stars = counts.length > 1 ? parts : scored.length === 1 ? words.starsOne(band) : words.starsAll(band);
  return words.scored(countInText(scored.length), pointsRange(scored), stars);
}

/** Why a result has fewer stars than its points, or none at all. */
function exceptionSentences(scored: readonly Scored[]): string[] {
  return scored.flatMap(({ productName, result }) => {
    if (result.stars === null) return [words.disqualified(productName, result.disqualification)];
    const band = cappedBand(result);
    return band === null ? [] : [words.capped(productName, pointsWords(result), band, result.stars)];
  });
}

function recognisedSentence(courses: readonly SnapshotRoundCourse[], isOver: boolean): string {
  const recognised = courses.filter(({ end }) => end === 'recognised');
  const parts = REGISTRATION_KINDS.flatMap((kind) =>
    RECOGNISED_STARS.flatMap((stars) => {
      const count = recognised.filter((one) => one.kind === kind && one.decision?.stars === stars).length;
      return count === 0 ? [] : [words.recognisedPart(countInText(count), registrationKindNames[kind], stars)];
    }),
  );
  if (parts.length > 0) return words.recognised(parts.join('; '));
  return isOver && courses.every(({ end }) => end !== null) ? words.noneRecognised : words.noneRecognisedYet;
}

function endSentences(courses: readonly SnapshotRoundCourse[], sent: readonly SnapshotSentDossier[], isOver: boolean): string[] {
  const named = (own: readonly SnapshotRoundCourse[]): string => namesInText(own.map(({ productName }) => productName));
  const parts = ENDS.flatMap((end) => {
    const own = courses.filter((one) => one.end === end);
    return own.length === 0 ? [] : [words.ends[end](countInText(own.length), named(own))];
  });
  // Those with the province are said there.
  const open = courses.filter(({ no, end }) => end === null && !sent.some((one) => one.no === no && isWaiting(one)));
  return [
    ...(parts.length === 0 ? [] : [`${sentenceCase(parts.join('; '))}.`]),
    ...(isOver && open.length > 0 ? [words.stillOpen(countInText(open.length), named(open))] : []),
  ];
}

function sentSentences(sent: readonly SnapshotSentDossier[], round: SnapshotRound | null, { plan, asOf }: ReportSnapshot): string[] {
  const before = round?.dossiersToProvinceBefore ?? null;
  if (sent.length === 0) return before === null ? [] : [isInTime(asOf, before) ? words.noneSentYet : words.noneSent];
  const parts = sent.map((one) => words.sentPart(one.productName, formatDay(one.sentOn), one.paper, before !== null && !isInTime(one.sentOn, before)));
  const decided = sent.flatMap(({ productName, decision }) => (decision === null ? [] : [{ productName, stars: decision.stars, words: decisionWords(decision, plan) }]));
  // One decision on several products is named once.
  const decisions = decided.filter((one, index) => decided.findIndex((other) => other.words === one.words && other.stars === one.stars) === index);
  const answers = [
    ...decisions.map((one) => words.answer(decided.filter((other) => other.words === one.words && other.stars === one.stars).map(({ productName }) => productName).join(', '), one.stars, one.words)),
    ...sent.filter(({ decision, stage }) => decision === null && TURNED_DOWN.includes(stage)).map((one) => words.answerNot(one.productName, stageNames[one.stage])),
  ];
  const waiting = sent.filter(isWaiting).map(({ productName }) => productName);
  return [
    words.sent(countInText(sent.length), parts.join('; ')),
    ...(answers.length === 0 ? [] : [words.answered(answers.join('; '))]),
    ...(waiting.length === 0 ? [] : [words.waiting(waiting.join(', '))]),
  ];
}

function roundItems(snapshot: ReportSnapshot, outcomes: SnapshotOutcomes, round: SnapshotRound | null): string[] {
  const no = round?.no ?? null;
  const courses = outcomes.courses.filter(({ roundNo }) => roundNo === no);
  const sent = outcomes.sentToProvince.filter(({ roundNo }) => roundNo === no);
  const scored = courses.filter(isScored);
  const isOver = round !== null && !isInTime(snapshot.asOf, round.townRecognitionBefore);
  const ends = endSentences(courses, sent, isOver);
  if (round === null) {
    const recognised = courses.some(({ end }) => end === 'recognised') ? [recognisedSentence(courses, false)] : [];
    return [...(scored.length === 0 ? [] : [scoredSentence(scored)]), ...exceptionSentences(scored), ...recognised, ...ends, ...sentSentences(sent, round, snapshot)];
  }
  const isEmpty = sent.length === 0 && ends.length === 0 && courses.every(({ result, end }) => result === null && end === null);
  if (isEmpty) return [isOver ? words.roundEmpty : words.roundAhead];
  return [scoredSentence(scored), ...exceptionSentences(scored), recognisedSentence(courses, isOver), ...ends, ...sentSentences(sent, round, snapshot)];
}

/** What section II.3 says of each round, against the days of the plan, and the figures of all (clause III.3). */
export function roundBlocks(snapshot: ReportSnapshot, outcomes: SnapshotOutcomes): Block[] {
  const outside = roundItems(snapshot, outcomes, null);
  const blocks = [
    ...snapshot.rounds.flatMap((round, index) => [
      paragraph(words.roundTask(index, round.no, formatDay(round.townRecognitionBefore), formatDay(round.dossiersToProvinceBefore))),
      list(roundItems(snapshot, outcomes, round)),
    ]),
    ...(outside.length === 0 ? [] : [paragraph(words.outsideRounds(snapshot.rounds.length)), list(outside)]),
  ];
  const table = summaryTable(snapshot, outcomes);
  if (table === null) return blocks;
  const hasDash = table.rows.some((row) => row.includes(reportMessages.dash));
  const reference = appendixKinds(snapshot).includes('results') ? [paragraph(words.everyDossier(appendixName(snapshot, 'results')))] : [];
  return [...blocks, ...reference, table, ...(hasDash ? [{ kind: 'note' as const, text: reportMessages.dashNote }] : [])];
}

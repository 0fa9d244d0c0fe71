import { countInText, domainMessages, formatDay, formatMoney, parseDong } from '@ocop/domain';
import type { ReportSnapshot, SnapshotActivity, SnapshotAmounts } from '../snapshot.js';
import type { SnapshotOutcomes, SnapshotRecognition } from '../snapshot-outcomes.js';
import { activitiesOf, lastDayOf, participantsOf } from './activities.js';
import * as rowsOf from './figure-rows.js';
import type { FigurePart, FigureRow } from './figure-rows.js';
import { activityWords } from './messages/activities.js';
import { figureWords as words } from './messages/figures.js';

/** One figure of a report under its name; value null = not on record. */
export interface ReportFigure {
  /** The same in every report of the period. */
  key: string;
  name: string;
  value: string | null;
  part: FigurePart;
  /** Whether the rows are counted, their amounts added up, or the one row is what the figure tells of. */
  measure: 'count' | 'money' | 'record';
  /** The exact sum that the rows come to: a whole number, or whole đồng; null for a record, and for what is not on record. */
  sum: string | null;
  /** As frozen; null where the report keeps the figure alone. */
  rows: readonly FigureRow[] | null;
}

/** A figure that differs between two reports; null = not on record, undefined = that report does not have it. */
export interface FigureDifference {
  key: string;
  name: string;
  before: string | null | undefined;
  after: string | null | undefined;
}

const { registrationKindNames, stageNames } = domainMessages.vi;
const STAGES = ['planned', 'allocated', 'disbursed'] as const;

/** Nothing is kept of a figure that is not on record, and nothing is missing from one that counts nothing. */
const count = (part: FigurePart, key: string, name: string, value: number | null, rows: readonly FigureRow[] | null): ReportFigure => ({
  key, name, part, measure: 'count', sum: value?.toString() ?? null, value: value === null ? null : value === 0 ? '0' : countInText(value), rows: value === null || value === 0 ? [] : rows,
});

const record = (part: FigurePart, key: string, name: string, value: string, row: FigureRow): ReportFigure => ({ key, name, part, measure: 'record', sum: null, value, rows: [row] });

function money(key: string, name: string, sum: string | null, rows: readonly FigureRow[] | null): ReportFigure {
  const dong = sum === null ? null : parseDong(sum);
  return { key, name, part: 'funding', measure: 'money', sum, value: dong === null ? null : formatMoney(dong, 'million'), rows: sum === null ? [] : rows };
}

const amounts = (key: string, source: string, of: SnapshotAmounts, rows: (stage: keyof SnapshotAmounts) => FigureRow[] | null): ReportFigure[] =>
  STAGES.map((stage) => money(rowsOf.fundingKey(key, stage), words.money(words.stages[stage], source), of[stage], rows(stage)));

const recognitions = (key: string, what: string, found: readonly SnapshotRecognition[]): ReportFigure[] =>
  found.map((one) => record('goals', `${key} ${one.productName} ${one.producerName}`, words.of(what, one.productName), words.decision(one.stars, one.number, formatDay(one.decidedOn)), rowsOf.recognitionRow(one)));

function outcomeFigures(outcomes: SnapshotOutcomes): ReportFigure[] {
  const { upgraded, reRecognised, newlyRecognised, revoked, due, sentToProvince, courses } = outcomes;
  const firstSent = sentToProvince.filter(({ no }, index) => sentToProvince.findIndex((one) => one.no === no) === index);
  return [
    ...recognitions('newly', words.newlyRecognised, newlyRecognised),
    count('goals', 'upgraded', words.upgraded, upgraded.length, upgraded.map(rowsOf.recognitionRow)),
    ...recognitions('upgraded', words.upgraded, upgraded),
    ...recognitions('again', words.reRecognised, reRecognised),
    count('goals', 'revoked', words.revoked, revoked.length, revoked.map(rowsOf.revocationRow)),
    ...revoked.map((one) => record('goals', `revoked ${one.productName} ${one.producerName}`, words.of(words.revoked, one.productName), words.revocation(formatDay(one.revokedOn)), rowsOf.revocationRow(one))),
    count('goals', 'due', words.due, due?.length ?? null, due?.map(rowsOf.dueRow) ?? null),
    count('results', 'sent', words.sent, firstSent.length, firstSent.map(rowsOf.sentRow)),
    ...sentToProvince.map((one) => {
      const round = firstSent.includes(one) ? null : one.roundNo;
      return record('results', `sent ${one.no}${round === null ? '' : ` ${round}`}`, words.of(words.sent, words.inRound(one.productName, round)), words.sentOn(formatDay(one.sentOn)), rowsOf.sentRow(one));
    }),
    ...courses.flatMap((one) => {
      const { no, productName, roundNo, result } = one;
      if (result === null) return [];
      return [record('results', `result ${no} ${roundNo ?? ''}`, words.result(productName, roundNo), words.resultValue(rowsOf.pointsText(result.points), result.stars), rowsOf.courseRow(one))];
    }),
  ];
}

/** How many of a work area. */
const AREA_KEY = 'activities ';

function activityFigure(activity: SnapshotActivity): ReportFigure {
  const { workArea, name, heldOn, unitName, paper } = activity;
  const last = lastDayOf(activity);
  const value = [activityWords.done, last === null ? null : activityWords.until(last), participantsOf(activity), paper].filter((part) => part !== null).join('; ');
  return record('activities', `activity ${workArea} ${heldOn} ${unitName ?? ''} ${name}`, activityWords.held(name, unitName, formatDay(heldOn)), value, rowsOf.activityRow(activity));
}

/** What was done in each work area, counted and one by one; nothing of a report kept before that was recorded. */
function activityFigures(snapshot: ReportSnapshot): ReportFigure[] {
  if (snapshot.activities === undefined) return [];
  return snapshot.workAreas.flatMap(({ no, name }) => {
    const own = activitiesOf(snapshot, no);
    return [count('activities', `${AREA_KEY}${no}`, activityWords.inArea(name), own.length, own.map(rowsOf.activityRow)), ...own.map(activityFigure)];
  });
}

function reportingFigures({ communeReports: { received, onTime }, provenance }: ReportSnapshot): ReportFigure[] {
  const reports = provenance?.communeReports;
  return [
    count('reporting', 'reports received', words.reportsReceived, received, reports?.map(rowsOf.communeReportRow) ?? null),
    count('reporting', 'reports on time', words.reportsOnTime, onTime, reports?.filter((one) => one.onTime).map(rowsOf.communeReportRow) ?? null),
  ];
}

/** Every figure that a report says with the rows behind it, one by one, in the order it says them. */
export function figuresOf(snapshot: ReportSnapshot): ReportFigure[] {
  const { target, reRecognition, registrations, outcomes, certificates, fundingSources, fundingTotal } = snapshot;
  return [
    count('goals', 'newly', words.newlyRecognised, target.value, outcomes?.newlyRecognised.map(rowsOf.recognitionRow) ?? null),
    count('goals', 'again', words.reRecognised, reRecognition.value, outcomes?.reRecognised.map(rowsOf.recognitionRow) ?? null),
    ...(outcomes === undefined ? [] : outcomeFigures(outcomes)),
    ...activityFigures(snapshot),
    ...reportingFigures(snapshot),
    count('products', 'listed', words.listed, registrations.length, registrations.map(rowsOf.registrationRow)),
    ...registrations.map((one) =>
      record('products', `registration ${one.no}`, words.registration(one.productName), words.registrationValue(registrationKindNames[one.kind], stageNames[one.stage]), rowsOf.registrationRow(one)),
    ),
    ...(certificates ?? []).map((one) =>
      record('certificates', `certificate ${one.productName} ${one.producerName}`, words.certificate(one.productName), words.certificateValue(one.stars, formatDay(one.validTo)), rowsOf.certificateRow(one)),
    ),
    ...fundingSources.flatMap((source) => amounts(source.name, source.name, source, (stage) => rowsOf.fundingLineRows(snapshot, source.name, stage))),
    ...amounts('', words.allSources, fundingTotal, (stage) => rowsOf.fundingSourceRows(snapshot, stage)),
  ];
}

/**
 * The figures that differ between two reports of one period, in the order of the later one; what only the earlier has stands last.
 * A report kept before activities were recorded does not differ from one that has none.
 */
export function compareFigures(before: ReportSnapshot, after: ReportSnapshot): FigureDifference[] {
  const earlier = new Map(figuresOf(before).map((figure) => [figure.key, figure]));
  const later = figuresOf(after);
  const known = new Set(later.map(({ key }) => key));
  return [
    ...later.map(({ key, name, value }) => ({ key, name, before: earlier.get(key)?.value, after: value as string | null | undefined })),
    ...[...earlier.values()].filter(({ key }) => !known.has(key)).map(({ key, name, value }) => ({ key, name, before: value, after: undefined })),
  ].filter(({ key, before: was, after: is }) => was !== is && !(key.startsWith(AREA_KEY) && was === undefined && is === '0'));
}

/** A value of a figure in words. */
export const figureText = (value: string | null | undefined): string => (value === undefined ? words.absent : (value ?? words.missing));

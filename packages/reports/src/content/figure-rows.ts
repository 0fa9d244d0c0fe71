import { domainMessages, formatDay, formatPoints, parsePoints } from '@ocop/domain';
import type { DongText, ReportSnapshot, SnapshotActivity, SnapshotAmounts, SnapshotCertificate, SnapshotRegistration } from '../snapshot.js';
import type { SnapshotDueProduct, SnapshotRecognition, SnapshotRevocation, SnapshotRoundCourse, SnapshotSentDossier } from '../snapshot-outcomes.js';
import type { SnapshotCommuneReport, SnapshotFundingLine } from '../snapshot-provenance.js';
import { lastDayOf, participantsOf } from './activities.js';
import { activityWords } from './messages/activities.js';
import { figureWords, rowWords as words } from './messages/figures.js';

/** The parts that figures stand together in: those of an appendix are called as the appendix is. */
export type FigurePart = 'goals' | 'results' | 'activities' | 'reporting' | 'products' | 'certificates' | 'funding';

/** One row behind a figure, as frozen. */
export interface FigureRow {
  label: string;
  detail: string | null;
  /** A day; "2024-06" of all that a month holds. */
  on: string | null;
  paper: string | null;
  /** What the row adds to a sum of money, whole đồng; null where rows are counted. */
  amount: DongText;
  /** Key of the figure that the row is itself, when it has rows of its own. */
  figure: string | null;
}

const { registrationKindNames, stageNames } = domainMessages.vi;

const row = (label: string, more: Partial<FigureRow> = {}): FigureRow => ({ label, detail: null, on: null, paper: null, amount: null, figure: null, ...more });

const join = (...parts: (string | null | undefined)[]): string | null => parts.filter((part) => part !== null && part !== undefined && part !== '').join('; ') || null;

export const pointsText = (points: string): string => formatPoints(parsePoints(points) ?? 0n);

export const recognitionRow = ({ productName, producerName, stars, decidedOn, number }: SnapshotRecognition): FigureRow =>
  row(productName, { detail: join(producerName, words.stars(stars)), on: decidedOn, paper: number });

export const revocationRow = ({ productName, producerName, revokedOn, paper, reason }: SnapshotRevocation): FigureRow =>
  row(productName, { detail: join(producerName, reason), on: revokedOn, paper });

export const dueRow = ({ productName, validTo, renewedBy, registration }: SnapshotDueProduct): FigureRow => {
  const registered = registration === null ? words.notRegistered : stageNames[registration];
  return row(productName, { detail: join(words.validTo(formatDay(validTo)), renewedBy === null ? registered : words.renewed(registrationKindNames[renewedBy])), on: validTo });
};

export const sentRow = ({ productName, roundNo, sentOn, paper }: SnapshotSentDossier): FigureRow =>
  row(productName, { detail: roundNo === null ? null : words.round(roundNo), on: sentOn, paper });

export const courseRow = ({ productName, producerName, roundNo, result, decision }: SnapshotRoundCourse): FigureRow =>
  row(productName, {
    detail: join(producerName, roundNo === null ? null : words.round(roundNo), result === null ? null : figureWords.resultValue(pointsText(result.points), result.stars), result?.disqualification),
    on: result?.evaluatedOn ?? null,
    paper: decision?.number ?? null,
  });

export const registrationRow = ({ productName, producerName, address, kind, stage, stageOn }: SnapshotRegistration): FigureRow =>
  row(productName, { detail: join(producerName, address, registrationKindNames[kind], stageNames[stage]), on: stageOn });

export const certificateRow = ({ productName, producerName, stars, decidedOn, validTo, decisionNumber }: SnapshotCertificate): FigureRow =>
  row(productName, { detail: join(producerName, words.stars(stars), words.validTo(formatDay(validTo))), on: decidedOn, paper: decisionNumber ?? null });

export function activityRow(activity: SnapshotActivity): FigureRow {
  const { name, heldOn, unitName, paper } = activity;
  const last = lastDayOf(activity);
  return row(name, { detail: join(unitName, last === null ? null : activityWords.until(last), participantsOf(activity)), on: heldOn, paper });
}

export const communeReportRow = ({ unitName, receivedOn, paper, onTime }: SnapshotCommuneReport): FigureRow =>
  row(unitName, { detail: onTime ? words.onTime : words.late, on: receivedOn, paper });

/** Key of a source's amount among the figures; that of all sources has no name. */
export const fundingKey = (source: string, stage: keyof SnapshotAmounts): string => `funding ${source} ${stage}`;

const isMonth = (on: string): boolean => /^\d{4}-\d{2}$/u.test(on);

const lineRow = ({ activity, unitName, on, paper, amount, entries }: SnapshotFundingLine): FigureRow =>
  isMonth(on) ? row(words.lines(entries), { on, amount }) : row(activity ?? unitName ?? words.line, { detail: activity === null ? null : unitName, on, paper, amount });

/** The ledger's lines of one source and stage; null where the snapshot has the sum alone. */
export const fundingLineRows = ({ provenance }: ReportSnapshot, source: string, stage: keyof SnapshotAmounts): FigureRow[] | null =>
  provenance?.fundingLines.filter((line) => line.source === source && line.stage === stage).map(lineRow) ?? null;

/** The sources that a sum over all of them is made of. */
export const fundingSourceRows = ({ fundingSources }: ReportSnapshot, stage: keyof SnapshotAmounts): FigureRow[] =>
  fundingSources.flatMap((source) => (source[stage] === null ? [] : [row(source.name, { detail: words.clause(source.clause), amount: source[stage], figure: fundingKey(source.name, stage) })]));

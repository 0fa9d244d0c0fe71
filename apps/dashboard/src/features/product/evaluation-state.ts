import type { Evaluation, NewEvaluation } from '@ocop/contracts';
import {
  evaluationOutcome, formatPoints, parsePoints, SCORE_PARTS, scoreFaults, type CouncilRule, type EvaluationLevel, type EvaluationOutcome, type ScoreFault,
  type ScorePart, type Stars, type WrittenScore,
} from '@ocop/domain';
import { numberOf, optional, type FormReader, type Reading } from '../../lib/reading.js';
import { typedDay } from '../../lib/typed-day.js';
import type { RegistrationSeen } from './registration-seen.js';

/** One score as it is typed; a total left empty is the sum of its parts. */
export type TypedScore = Record<ScorePart | 'total', string>;

/** The form of a result. */
export interface EvaluationState {
  seen: RegistrationSeen;
  level: EvaluationLevel;
  evaluatedOn: string;
  round: string;
  scoring: NewEvaluation['scoring'];
  scores: TypedScore[];
  memberCount: string;
  starCap: Stars | null;
  disqualified: boolean;
  disqualification: string;
  paper: string;
  reason: string;
  /** The result that is corrected, and why. */
  correctsId: number | null;
  correctionReason: string;
}

export const EMPTY_SCORE: TypedScore = { a: '', b: '', c: '', total: '' };

/** The sum of the parts with comma; null while one is missing or unreadable. */
export function sumOfParts(score: TypedScore): string | null {
  const points = SCORE_PARTS.map((part) => parsePoints(score[part]));
  return points.every((one) => one !== null) ? formatPoints(points.reduce((sum, one) => sum + one, 0n)) : null;
}

const written = (score: TypedScore): WrittenScore => ({
  a: optional(score.a), b: optional(score.b), c: optional(score.c), total: optional(score.total) ?? sumOfParts(score) ?? '',
});
const isEmpty = (score: TypedScore): boolean => Object.values(score).every((text) => text.trim() === '');

/** What was typed as the domain reads it; a row that is still empty among members is left out. */
const scoresOf = ({ scoring, scores }: EvaluationState): WrittenScore[] =>
  (scoring === 'mean' ? scores.slice(0, 1) : scores.filter((score) => !isEmpty(score))).map(written);

/** The result while it is typed; null while a total cannot be read. */
export function liveOutcome(state: EvaluationState): EvaluationOutcome | null {
  const scores = scoresOf(state);
  return scores.length === 0 ? null : evaluationOutcome(scores, state.starCap ?? 5, state.disqualified);
}

/** What is wrong while it is typed, of fields that hold something, each at its row. */
export function liveFaults(state: EvaluationState, rule: CouncilRule | null): ScoreFault[] {
  const { scores, scoring, memberCount } = state;
  const rows = scores.flatMap((score, index) => (isEmpty(score) ? [] : [index]));
  const count = scoring === 'members' ? rows.length : Number(memberCount) || Number.MAX_SAFE_INTEGER;
  return scoreFaults(rows.map((index) => written(scores[index] ?? EMPTY_SCORE)), count, rule)
    .map((fault) => ({ ...fault, index: fault.index === null ? null : (rows[fault.index] ?? null) }))
    .filter(({ index, field, fault }) => index === null || fault !== 'not-points' || (scores[index]?.[field] ?? '').trim() !== '');
}

/** The request of the form. */
export function readEvaluation(state: EvaluationState, reader: FormReader): Reading<NewEvaluation> {
  const { seen, level, round, scoring, memberCount, starCap, disqualified, disqualification, paper, reason, correctsId, correctionReason } = state;
  return reader.as({
    version: seen.version,
    level,
    evaluatedOn: reader.day('evaluatedOn', state.evaluatedOn),
    roundNo: round === '' ? null : Number(round),
    scoring,
    scores: scoresOf(state),
    memberCount: scoring === 'members' || memberCount.trim() === '' ? null : numberOf(memberCount),
    starCap: reader.choice('starCap', starCap),
    disqualification: disqualified ? disqualification : null,
    paper: optional(paper),
    reason: optional(reason),
    corrects: correctsId === null ? null : { id: correctsId, reason: correctionReason },
  });
}

const comma = (points: string | null) => points?.replace('.', ',') ?? '';

/** The form filled with a result that is to be corrected. */
export const correctionOf = (result: Evaluation, seen: RegistrationSeen): EvaluationState => ({
  seen,
  level: result.level,
  evaluatedOn: typedDay(result.evaluatedOn),
  round: result.roundNo === null ? '' : String(result.roundNo),
  scoring: result.members === null ? 'mean' : 'members',
  scores: result.members?.map(({ a, b, c, total }) => ({ a: comma(a), b: comma(b), c: comma(c), total: comma(total) })) ?? [
    { a: comma(result.partA), b: comma(result.partB), c: comma(result.partC), total: comma(result.points) },
  ],
  memberCount: result.members === null && result.memberCount !== null ? String(result.memberCount) : '',
  starCap: result.starCap as Stars,
  disqualified: result.disqualification !== null,
  disqualification: result.disqualification ?? '',
  paper: result.paper ?? '',
  reason: '',
  correctsId: result.id,
  correctionReason: '',
});

/** The place that a row on the screen has in the request, where rows that are still empty are left out. */
export const sentIndex = ({ scores }: EvaluationState, index: number): number => scores.slice(0, index).filter((score) => !isEmpty(score)).length;

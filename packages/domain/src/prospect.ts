import { addDays, earlierOf, type Day } from './day.js';
import { canStillBeRecognised } from './open-candidates.js';
import { isAtHigherLevel, isRecognisedStage, type RegistrationStage } from './registration.js';
import { roundsInOrder, type RoundDays } from './round.js';

/** A first-time registration of the plan year that does not count toward its target (yet). */
export interface Contender {
  id: number;
  stage: RegistrationStage;
  /** whether its product was recognised before, by a decision since revoked too */
  recognisedBefore: boolean;
}

export const CANNOT_REASONS = ['withdrawn', 'not-recognised', 'already-recognised', 'rounds-over'] as const;
/**
 * Why a contender can no longer count this year. 'already-recognised' is one whose recognition was revoked: the next
 * would not be its first, wherever the dossier stands.
 */
export type CannotReason = (typeof CANNOT_REASONS)[number];

export interface Prospect {
  id: number;
  canStill: boolean;
  /** the last day in time: the eve of the last round ahead, 31/12 for one at a higher level; null when it cannot */
  lastDay: Day | null;
  /** the round of that day; null when no round decides it */
  roundNo: number | null;
  /** null when it can still be recognised */
  why: CannotReason | null;
}

/** The last day of the plan year: what is recognised after it does not count (clause II.2). */
export function lastDayOfYear(year: number): Day {
  return `${year}-12-31`;
}

function cannotReason({ stage, recognisedBefore }: Contender): CannotReason {
  if (stage === 'withdrawn' || stage === 'not-recognised') return stage;
  return recognisedBefore || isRecognisedStage(stage) ? 'already-recognised' : 'rounds-over';
}

/**
 * Whether and until when a contender can still count toward clause II.2. Any open one can move to a later round, so the
 * last round ahead decides; nothing counts after the plan year.
 */
export function prospectOf(contender: Contender, rounds: readonly RoundDays[], year: number, asOf: Day): Prospect {
  const { id, stage, recognisedBefore } = contender;
  const yearEnd = lastDayOfYear(year);
  const before = rounds.map(({ townRecognitionBefore }) => townRecognitionBefore);
  if (recognisedBefore || asOf > yearEnd || !canStillBeRecognised(stage, before, asOf)) {
    return { id, canStill: false, lastDay: null, roundNo: null, why: cannotReason(contender) };
  }
  const round = isAtHigherLevel(stage) ? undefined : roundsInOrder(rounds).at(-1);
  if (round === undefined) return { id, canStill: true, lastDay: yearEnd, roundNo: null, why: null };
  const lastDay = earlierOf(addDays(round.townRecognitionBefore, -1), yearEnd);
  return { id, canStill: true, lastDay, roundNo: round.no, why: null };
}

import { daysBetween, type Day } from './day.js';
import type { RegistrationStage } from './registration.js';

/** A round of a plan year and its two days, both "trước ngày": the last day in time is the day before (clause III.3). */
export interface RoundDays {
  no: number;
  townRecognitionBefore: Day;
  dossiersToProvinceBefore: Day;
}

/** Rounds in the order of their days. */
export function roundsInOrder<T extends RoundDays>(rounds: readonly T[]): T[] {
  return rounds.toSorted((a, b) => daysBetween(b.townRecognitionBefore, a.townRecognitionBefore) || a.no - b.no);
}

/**
 * The round a registration is in after its steps, oldest first; null = in none. A move that names no round, or the one it
 * leaves, leads to the next of the plan (clause III.3), while there is one.
 * @param rounds numbers of the plan's rounds, ascending
 */
export function roundAfter(steps: readonly { stage: RegistrationStage; roundNo: number | null }[], rounds: readonly number[]): number | null {
  return steps.reduce<number | null>((round, { stage, roundNo }) => {
    if (stage !== 'moved-to-next-round' || round === null || (roundNo !== null && roundNo > round)) return roundNo ?? round;
    return rounds.find((no) => no > round) ?? round;
  }, null);
}

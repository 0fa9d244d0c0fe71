import { daysBetween, type Day } from './day.js';

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

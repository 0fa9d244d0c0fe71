import type { Day } from './day.js';
import { deadlineState } from './deadline.js';
import { isAtHigherLevel, isOpenStage, type RegistrationKind, type RegistrationStage } from './registration.js';

export interface RegistrationState {
  kind: RegistrationKind;
  stage: RegistrationStage;
}

/** Rounds whose “trước ngày” for the town's recognition has passed (clause III.3). */
export function missedRounds(roundsBefore: readonly Day[], asOf: Day): number {
  return roundsBefore.filter((before) => deadlineState(before, asOf).state === 'passed').length;
}

/** Whether a registration can still be recognised: while a round lies ahead, or on its way to a higher level (clause III.3). */
export function canStillBeRecognised(stage: RegistrationStage, roundsBefore: readonly Day[], asOf: Day): boolean {
  return isOpenStage(stage) && (isAtHigherLevel(stage) || missedRounds(roundsBefore, asOf) < roundsBefore.length);
}

/** Registrations of a kind that can still be recognised, as of a day of the plan year (clauses II.2, III.3). */
export function openCandidates<T extends RegistrationState>(
  registrations: readonly T[],
  kind: RegistrationKind,
  roundsBefore: readonly Day[],
  asOf: Day,
): T[] {
  return registrations.filter((one) => one.kind === kind && canStillBeRecognised(one.stage, roundsBefore, asOf));
}

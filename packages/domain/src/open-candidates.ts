import type { Day } from './day.js';
import { deadlineState } from './deadline.js';
import { isOpenStage, type RegistrationKind, type RegistrationStage } from './registration.js';

export interface RegistrationState {
  kind: RegistrationKind;
  stage: RegistrationStage;
}

/** Rounds whose “trước ngày” for the town's recognition has passed (clause III.3). */
export function missedRounds(roundsBefore: readonly Day[], asOf: Day): number {
  return roundsBefore.filter((before) => deadlineState(before, asOf).state === 'passed').length;
}

/**
 * Registrations of a kind that can still be recognised this year (clause III.3): any open one while a round lies ahead;
 * after the last round only those already on their way to a higher level.
 */
export function openCandidates<T extends RegistrationState>(
  registrations: readonly T[],
  kind: RegistrationKind,
  roundsBefore: readonly Day[],
  asOf: Day,
): T[] {
  const roundAhead = missedRounds(roundsBefore, asOf) < roundsBefore.length;
  return registrations.filter(
    ({ kind: own, stage }) =>
      own === kind && isOpenStage(stage) && (roundAhead || stage === 'sent-to-province' || stage === 'sent-to-ministry'),
  );
}

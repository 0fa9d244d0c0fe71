import type { NewStep } from '@ocop/contracts';
import type { RegistrationStage } from '@ocop/domain';
import { optional, type FormReader, type Reading } from '../../lib/reading.js';
import type { RegistrationSeen } from './registration-seen.js';

/** The form of a step. */
export interface StepState {
  seen: RegistrationSeen;
  to: RegistrationStage | null;
  happenedOn: string;
  round: string;
  paper: string;
  reason: string;
}

/** The number of a round chosen; '' = not said. */
export const readRound = (round: string): number | null => (round === '' ? null : Number(round));

export const readStep = ({ seen, to, happenedOn, round, paper, reason }: StepState, reader: FormReader): Reading<NewStep> =>
  reader.as({
    version: seen.version,
    stage: reader.choice('stage', to),
    happenedOn: reader.day('happenedOn', happenedOn),
    roundNo: readRound(round),
    paper: optional(paper),
    reason: optional(reason),
  });

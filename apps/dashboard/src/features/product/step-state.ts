import type { NewStep, Permission, RegistrationDetail } from '@ocop/contracts';
import { isCommuneStage, isRecognisedStage, type RegistrationStage } from '@ocop/domain';
import { optional, type FormReader, type Reading } from '../../lib/reading.js';
import type { Action } from './form-props.js';
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

/** The form of its own by which a stage is entered, as it comes with a result or a decision; null = a step alone. */
function ownForm(stage: RegistrationStage): { action: Action; permission: Permission } | null {
  if (stage === 'scored-by-town') return { action: 'ket-qua', permission: 'evaluations.write' };
  return isRecognisedStage(stage) ? { action: 'quyet-dinh', permission: 'recognitions.write' } : null;
}

/** The moves that the person may enter: a commune its own stages only. */
export const ownMoves = ({ moves }: RegistrationDetail, permissions: readonly Permission[]) =>
  moves
    .map((move) => ({ ...move, form: ownForm(move.stage) }))
    .filter(({ stage, form }) => permissions.includes(form?.permission ?? 'evaluations.write') || (form === null && isCommuneStage(stage)));

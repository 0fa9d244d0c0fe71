import { moveBetween, REGISTRATION_MOVES, type Day, type RegistrationStage } from '@ocop/domain';
import type { FieldError } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import type { RegistrationState } from './registration-state.query.js';

/** A step somebody wants to enter. */
export interface Move {
  stage: RegistrationStage;
  happenedOn: Day;
  roundNo: number | null;
  paper: string | null;
  reason: string | null;
}

/** What the day of a step is called where it is entered: a result and a decision bring their step with them. */
export type DayField = 'happenedOn' | 'evaluatedOn' | 'decidedOn';

/** What stands against a move, each fault at the field that has it (the domain's table of moves; clause III.3). */
export function moveFaults(state: RegistrationState, { stage, happenedOn, roundNo, reason }: Move, today: Day, dayField: DayField): FieldError[] {
  const faults: FieldError[] = [];
  const add = (path: string, message: string) => faults.push({ path, message });
  const kind = moveBetween(state.stage, stage);
  if (kind === null) add('stage', messages.moveImpossible(state.stage, stage, Object.keys(REGISTRATION_MOVES[state.stage]) as RegistrationStage[]));
  else if (kind !== 'next' && reason === null) add('reason', messages.moveNeedsReason[kind](state.stage, stage));
  if (happenedOn > today) add(dayField, messages.inFuture(dayField, today));
  if (happenedOn < state.stageOn) add(dayField, messages.stepBeforeLast(dayField, state.stage, state.stageOn));
  if (stage === 'moved-to-next-round' && (roundNo === null || (state.roundNo !== null && roundNo <= state.roundNo))) {
    add('roundNo', messages.laterRound(state.roundNo));
  } else if (stage !== 'moved-to-next-round' && roundNo !== null && state.roundNo !== null && roundNo !== state.roundNo) {
    add('roundNo', messages.roundChangesByMove(state.roundNo));
  }
  return faults;
}

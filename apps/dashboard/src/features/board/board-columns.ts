import type { Registration } from '@ocop/contracts';
import { daysBetween, isOpenStage, REGISTRATION_STAGES, type Day, type RegistrationKind, type RegistrationStage } from '@ocop/domain';

/** Days in one stage after which a registration is marked; a setting of the house, no rule of the plan. */
export const STUCK_AFTER_DAYS = 30;

export const OPEN_COLUMNS = REGISTRATION_STAGES.filter(isOpenStage);
const END_STAGES = REGISTRATION_STAGES.filter((stage) => !isOpenStage(stage));

export interface BoardFilters {
  readonly unit: number | null;
  readonly kind: RegistrationKind | null;
  readonly round: number | null;
}

export interface BoardColumn {
  readonly stage: RegistrationStage;
  readonly cards: readonly Registration[];
}

/** Registrations by stage: one column for every stage that waits for something, then the stages that have ended, without the empty ones. */
export interface Board {
  readonly columns: readonly BoardColumn[];
  readonly ended: readonly BoardColumn[];
  readonly total: number;
}

/** Days since a registration reached its stage. */
export const daysInStage = ({ stageOn }: Pick<Registration, 'stageOn'>, asOf: Day): number => daysBetween(stageOn, asOf);

/** Whether it waits unusually long; one that was moved on waits for its round, and an ended one for nothing. */
export const isStuck = (registration: Pick<Registration, 'stage' | 'stageOn'>, asOf: Day): boolean =>
  isOpenStage(registration.stage) && registration.stage !== 'moved-to-next-round' && daysInStage(registration, asOf) > STUCK_AFTER_DAYS;

/** The board of the registrations that pass the filters; within a column those that wait longest come first. */
export function boardOf(registrations: readonly Registration[], { unit, kind, round }: BoardFilters): Board {
  const shown = registrations.filter(
    (one) => (unit === null || one.unitId === unit) && (kind === null || one.kind === kind) && (round === null || one.roundNo === round),
  );
  const column = (stage: RegistrationStage): BoardColumn => ({
    stage,
    cards: shown
      .filter((one) => one.stage === stage)
      .sort((a, b) => (a.stageOn === b.stageOn ? a.position - b.position : a.stageOn < b.stageOn ? -1 : 1)),
  });
  return {
    columns: OPEN_COLUMNS.map(column),
    ended: END_STAGES.map(column).filter(({ cards }) => cards.length > 0),
    total: shown.length,
  };
}

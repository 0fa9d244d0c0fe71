import type { RegistrationStage } from './registration.js';

export const MOVE_KINDS = ['next', 'skip', 'back'] as const;
/** 'next' needs no reason; 'skip' leaves a step out and 'back' returns to an earlier one: both need one. */
export type MoveKind = (typeof MOVE_KINDS)[number];

/**
 * The one table of moves: from a stage, the stages a registration may go to and how. What is not here is impossible
 * (clause III.3; QĐ 148/QĐ-TTg: 3★ by the town, dossiers of 70–100 points on to the province, of 90 and more to the ministry).
 */
export const REGISTRATION_MOVES: Readonly<Record<RegistrationStage, Readonly<Partial<Record<RegistrationStage, MoveKind>>>>> = {
  registered: {
    preparing: 'next', received: 'next', 'assessed-by-commune': 'skip', 'scored-by-town': 'skip',
    withdrawn: 'next', 'moved-to-next-round': 'next',
  },
  preparing: {
    received: 'next', 'assessed-by-commune': 'skip', 'scored-by-town': 'skip', registered: 'back',
    withdrawn: 'next', 'moved-to-next-round': 'next',
  },
  received: {
    'assessed-by-commune': 'next', 'scored-by-town': 'skip', registered: 'back', preparing: 'back',
    withdrawn: 'next', 'moved-to-next-round': 'next',
  },
  'assessed-by-commune': {
    'scored-by-town': 'next', preparing: 'back', received: 'back',
    withdrawn: 'next', 'not-recognised': 'next', 'moved-to-next-round': 'next',
  },
  'scored-by-town': {
    'recognised-3': 'next', 'sent-to-province': 'next', preparing: 'back', received: 'back', 'assessed-by-commune': 'back',
    withdrawn: 'next', 'not-recognised': 'next', 'moved-to-next-round': 'next',
  },
  // A decision is not gone back from: entered by mistake it is taken back with its step.
  'recognised-3': { 'sent-to-province': 'next' },
  'sent-to-province': {
    'recognised-3': 'next', 'recognised-4': 'next', 'sent-to-ministry': 'next', 'scored-by-town': 'back',
    withdrawn: 'next', 'not-recognised': 'next', 'moved-to-next-round': 'next',
  },
  'recognised-4': { 'sent-to-ministry': 'next' },
  'sent-to-ministry': {
    'recognised-4': 'next', 'recognised-5': 'next', 'sent-to-province': 'back', withdrawn: 'next', 'not-recognised': 'next',
  },
  'recognised-5': {},
  withdrawn: { registered: 'back', preparing: 'back' },
  'not-recognised': { 'moved-to-next-round': 'next', 'scored-by-town': 'back' },
  'moved-to-next-round': {
    preparing: 'next', received: 'next', 'assessed-by-commune': 'skip', 'scored-by-town': 'skip', registered: 'back', withdrawn: 'next',
  },
};

/** How one goes from a stage to another; null = not at all. */
export const moveBetween = (from: RegistrationStage, to: RegistrationStage): MoveKind | null => REGISTRATION_MOVES[from][to] ?? null;

const COMMUNE_STAGES: ReadonlySet<RegistrationStage> = new Set<RegistrationStage>(['registered', 'preparing', 'assessed-by-commune', 'withdrawn']);
/** Whether a commune enters this stage of its own; the rest is the town's. */
export const isCommuneStage = (stage: RegistrationStage): boolean => COMMUNE_STAGES.has(stage);

export const SUPPLEMENT_STATES = ['listed', 'supplement', 'late-supplement'] as const;
/** Whether a registration is of the plan's own list, was added by a commune in time, or after the day (clause V.4). */
export type SupplementState = (typeof SUPPLEMENT_STATES)[number];

/** "trước ngày D": the last day in time is D − 1, D itself is late (clause V.4: before 10/6/2024). */
export function supplementState(registeredOn: string, planIssuedOn: string, supplementBefore: string): SupplementState {
  if (registeredOn <= planIssuedOn) return 'listed';
  return registeredOn < supplementBefore ? 'supplement' : 'late-supplement';
}

import type { RegistrationStage } from '@ocop/domain';

/** Steps of the standard cycle: registered, preparing, received, assessed, scored, recognised (plan 1227, III.3). */
export const TRACK_STEPS = 6;

export interface StageTrack {
  /** steps done, from 1 to TRACK_STEPS; null when the registration left the cycle */
  reached: number | null;
  outcome: 'open' | 'recognised' | 'stopped';
}

const OPEN_STEPS: Partial<Record<RegistrationStage, number>> = {
  registered: 1,
  preparing: 2,
  'moved-to-next-round': 2,
  received: 3,
  'assessed-by-commune': 4,
  'scored-by-town': 5,
  // A dossier of 70 points or more waits for a higher level's decision: scored, not yet recognised.
  'sent-to-province': 5,
  'sent-to-ministry': 5,
};

/** Where a registration stands on the thin track of steps. */
export function stageTrack(stage: RegistrationStage): StageTrack {
  if (stage.startsWith('recognised-')) return { reached: TRACK_STEPS, outcome: 'recognised' };
  const reached = OPEN_STEPS[stage];
  return reached === undefined ? { reached: null, outcome: 'stopped' } : { reached, outcome: 'open' };
}

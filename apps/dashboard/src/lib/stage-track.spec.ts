import { REGISTRATION_STAGES } from '@ocop/domain';
import { describe, expect, it } from '@jest/globals';
import { stageTrack, TRACK_STEPS } from './stage-track.js';

describe('the track of a registration (plan 1227, III.3)', () => {
  it('moves forward with every step of the cycle', () => {
    const steps = ['registered', 'preparing', 'received', 'assessed-by-commune', 'scored-by-town', 'recognised-3'] as const;
    expect(steps.map((stage) => stageTrack(stage).reached)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('ends at a recognition of any star, and only there', () => {
    const ended = REGISTRATION_STAGES.filter((stage) => stageTrack(stage).reached === TRACK_STEPS);
    expect(ended).toEqual(['recognised-3', 'recognised-4', 'recognised-5']);
  });

  it('is scored, not recognised, while a higher level decides', () => {
    expect(stageTrack('sent-to-province')).toEqual({ reached: 5, outcome: 'open' });
    expect(stageTrack('sent-to-ministry')).toEqual({ reached: 5, outcome: 'open' });
  });

  it('has no step for a registration that left the cycle', () => {
    expect(stageTrack('withdrawn')).toEqual({ reached: null, outcome: 'stopped' });
    expect(stageTrack('not-recognised')).toEqual({ reached: null, outcome: 'stopped' });
  });
});

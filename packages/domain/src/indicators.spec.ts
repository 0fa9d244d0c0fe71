import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  INDICATOR_DEFINITIONS,
  INDICATOR_IDS,
  ratioPercent,
  reportsStatus,
  targetStatus,
  type IndicatorStatus,
} from './indicators.js';

describe('the status of a yearly target (plan 1227, clauses II.2, III.3 and V.4)', () => {
  const BEFORE = '2024-06-10';
  it.each<[string, number | null, number | null, number, number, string, IndicatorStatus]>([
    ['no figure', null, 2, 6, 0, '2024-04-09', 'no-data'],
    ['no figure and no target', null, null, 0, 0, '2024-04-09', 'no-data'],
    ['no figure after the year', null, 2, 0, 2, '2025-01-01', 'no-data'],
    ['a figure without target', 3, null, 0, 0, '2024-04-09', 'tracking'],
    ['a true zero with candidates, before round 1', 0, 2, 6, 0, '2024-04-09', 'on-track'],
    ['just enough candidates, no round gone', 0, 2, 2, 0, '2024-04-09', 'on-track'],
    ['just enough candidates, round 1 gone', 0, 2, 2, 1, '2024-07-10', 'at-risk'],
    ['more than enough candidates, round 1 gone', 1, 2, 5, 1, '2024-07-10', 'at-risk'],
    ['both rounds gone, candidates with the province', 1, 2, 1, 2, '2024-10-10', 'at-risk'],
    ['too few candidates while the list may be added to (V.4)', 0, 2, 1, 0, '2024-06-09', 'at-risk'],
    ['none at all when the plan is issued with an empty list', 0, 2, 0, 0, '2024-04-09', 'at-risk'],
    ['too few candidates on the day supplements had to come before (V.4), before any round', 0, 2, 1, 0, '2024-06-10', 'late'],
    ['no candidate left', 1, 2, 0, 2, '2024-11-01', 'late'],
    ['target met exactly', 2, 2, 4, 0, '2024-06-01', 'achieved'],
    ['target passed', 3, 2, 0, 2, '2024-12-31', 'achieved'],
    ['target met, seen after the year', 2, 2, 0, 2, '2025-03-01', 'achieved'],
    ['not met on the last day of the year', 1, 2, 1, 2, '2024-12-31', 'at-risk'],
    ['not met the day after', 1, 2, 1, 2, '2025-01-01', 'not-achieved'],
    ['a target of none', 0, 0, 0, 0, '2024-04-09', 'achieved'],
  ])('%s: %s of %s, %i open, %i rounds gone, on %s → %s', (_case, value, target, openCandidates, missedRounds, asOf, status) => {
    expect(targetStatus({ value, target, openCandidates, missedRounds, supplementBefore: BEFORE, year: 2024, asOf })).toBe(status);
  });
});

describe('the status of the communes’ reports (plan 1227, clause V.4)', () => {
  it.each<[string, number | null, number, string | null, string, IndicatorStatus]>([
    ['nobody records them', null, 9, '2024-06-15', '2024-04-09', 'no-data'],
    ['none is asked for', 0, 0, '2024-06-15', '2024-04-09', 'no-data'],
    ['no day has been set', 0, 9, null, '2024-04-09', 'tracking'],
    ['all in, no day set', 9, 9, null, '2024-04-09', 'achieved'],
    ['days ahead', 0, 9, '2024-06-15', '2024-04-09', 'on-track'],
    ['one missing on the last day in time', 8, 9, '2024-06-15', '2024-06-14', 'at-risk'],
    ['one missing on day D itself', 8, 9, '2024-06-15', '2024-06-15', 'late'],
    ['all in', 9, 9, '2024-06-15', '2024-07-01', 'achieved'],
  ])('%s: %s of %i before %s, on %s → %s', (_case, received, expected, dueBefore, asOf, status) => {
    expect(reportsStatus({ received, expected, dueBefore, asOf })).toBe(status);
  });
});

describe('a ratio', () => {
  it.each<[bigint | number | null, bigint | number | null, number | null]>([
    [7, 11, 63.6],
    [1n, 3n, 33.3],
    [2n, 3n, 66.7],
    [1, 2000, 0.1],
    [49, 100_000, 0],
    [0n, 5n, 0],
    [5n, 5n, 100],
    [1n, 1n, 100],
    [6, 5, 120],
    [-1, 3, -33.3],
    [-1, 2000, 0],
    [-3, 2000, -0.1],
    [1_081_500_000n, 1_700_000_000n, 63.6],
    [90_071_992_547_409_93n, 90_071_992_547_409_93n, 100],
    [3, 0, null],
    [3n, 0n, null],
    [3n, -5n, null],
    [3, null, null],
    [null, 3, null],
  ])('%s of %s is %s percent: one decimal, half up; null when there is no whole', (part, whole, expected) => {
    expect(ratioPercent(part, whole)).toBe(expected);
  });

  it('of whole numbers only', () => {
    expect(() => ratioPercent(1.5, 2)).toThrow(RangeError);
  });

  it('is within half a tenth of the exact fraction', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.bigInt({ min: 1n, max: 10n ** 15n }), (part, whole) => {
        fc.pre(part <= whole);
        const tenths = BigInt(Math.round((ratioPercent(part, whole) ?? -1) * 10));
        const distance = part * 2000n - tenths * 2n * whole;
        expect(distance >= -whole && distance < whole).toBe(true);
      }),
    );
  });
});

describe('the indicators', () => {
  it('are defined under their own id, each answering to a clause of the plan', () => {
    expect(Object.keys(INDICATOR_DEFINITIONS)).toEqual([...INDICATOR_IDS]);
    for (const id of INDICATOR_IDS) {
      expect(INDICATOR_DEFINITIONS[id].id).toBe(id);
      expect(INDICATOR_DEFINITIONS[id].clause).toMatch(/^[IV]+(\.\d)?$/);
    }
  });

  it.each([
    ['newly-recognised-products', 'II.2', 'product'],
    ['re-recognised-products', 'II.2', 'product'],
    ['upgraded-products', 'II.2', 'product'],
    ['registrations-by-stage', 'III.3', 'registration'],
    ['dossiers-sent-to-province', 'III.3', 'dossier'],
    ['certificates-expiring', 'III.2', 'certificate'],
    ['commune-reports-on-time', 'V.4', 'report'],
    ['funding-planned', 'IV', 'dong'],
    ['funding-allocated', 'IV', 'dong'],
    ['funding-disbursed', 'IV', 'dong'],
    ['disbursement-rate', 'IV', 'percent'],
    ['socialised-share', 'IV.1', 'percent'],
  ] as const)('%s answers to clause %s, counted in %s', (id, clause, unit) => {
    expect(INDICATOR_DEFINITIONS[id]).toMatchObject({ clause, unit });
  });
});

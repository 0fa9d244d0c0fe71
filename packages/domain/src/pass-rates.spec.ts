import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LEAST_HISTORY, passRates, wilsonInterval, type PastRegistration } from './pass-rates.js';
import { REGISTRATION_STAGES, isOpenStage, type RegistrationStage } from './registration.js';

const times = (n: number, recognised: boolean, ...stages: RegistrationStage[]): PastRegistration[] =>
  Array.from({ length: n }, () => ({ stages, recognised }));
const rateAt = (stage: RegistrationStage, past: PastRegistration[]) => passRates(past).find((rate) => rate.stage === stage);

describe('how often registrations passed from a stage (plan 1227, clause III.3)', () => {
  it('is told of every open stage, in the order of the stages', () => {
    expect(passRates([]).map(({ stage }) => stage)).toEqual(REGISTRATION_STAGES.filter(isOpenStage));
  });

  it('counts those that stood at the stage, however they ended', () => {
    const past = [...times(6, true, 'registered', 'received', 'recognised-3'), ...times(2, false, 'registered', 'withdrawn')];
    expect(rateAt('registered', past)).toMatchObject({ reached: 8, recognised: 6, percent: 75 });
    expect(rateAt('received', past)).toMatchObject({ reached: 6, recognised: 6, percent: 100 });
    expect(rateAt('preparing', past)).toMatchObject({ reached: 0, recognised: 0, percent: null });
  });

  it('counts one that came back to a stage in the second round once', () => {
    expect(rateAt('received', times(5, true, 'received', 'moved-to-next-round', 'received'))?.reached).toBe(5);
  });

  it.each([
    [LEAST_HISTORY - 1, null],
    [LEAST_HISTORY, 100],
    [LEAST_HISTORY + 1, 100],
  ])('of %i past registrations gives %s percent', (n, percent) => {
    const rate = rateAt('received', times(n, true, 'received'));
    expect(rate).toMatchObject({ reached: n, percent });
    expect([rate?.low === null, rate?.high === null]).toEqual([percent === null, percent === null]);
  });

  it('lets one product more or less move it by at most 20 points', () => {
    expect(100 / LEAST_HISTORY).toBeLessThanOrEqual(20);
  });
});

describe('the Wilson score interval at 90 %', () => {
  // Recomputed by hand from (p + z²/2n ± z√(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n) with z = 1.6449.
  it.each([
    [8, 10, 0.5408, 0.9314],
    [6, 12, 0.2855, 0.7145],
    [0, 5, 0, 0.3511],
    [5, 5, 0.6489, 1],
  ])('of %i in %i is %f–%f', (k, n, low, high) => {
    const interval = wilsonInterval(k, n);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('holds its share, stays within 0–1 and mirrors that of the failures', () => {
    const counts = fc.integer({ min: 1, max: 500 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(counts, ([k, n]) => {
        const { share, low, high } = wilsonInterval(k, n);
        expect(0 <= low && low <= share && share <= high && high <= 1).toBe(true);
        expect(wilsonInterval(n - k, n).high).toBeCloseTo(1 - low, 12);
      }),
    );
  });

  it.each([
    [0, 0],
    [-1, 5],
    [6, 5],
    [1.5, 5],
  ])('is refused of %f in %f', (k, n) => {
    expect(() => wilsonInterval(k, n)).toThrow(RangeError);
  });
});

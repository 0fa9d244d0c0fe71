import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { forecast, probabilityAtLeast, type ForecastQuestion } from './forecast.js';
import { LEAST_HISTORY, type PastRegistration } from './pass-rates.js';
import { REGISTRATION_STAGES, isOpenStage, type RegistrationStage } from './registration.js';

const past = (stage: RegistrationStage, recognised: number, reached: number): PastRegistration[] =>
  Array.from({ length: reached }, (_, index) => ({ stages: [stage], recognised: index < recognised }));

// Plan 1227: at least 2 (II.2), rounds before 10/7 and 10/10/2024 (III.3); seen between them.
const ask = (stages: readonly RegistrationStage[], more: Partial<ForecastQuestion> = {}) =>
  forecast({
    value: 0,
    target: 2,
    contenders: stages.map((stage, id) => ({ id, stage, recognisedBefore: false })),
    rounds: [
      { no: 1, townRecognitionBefore: '2024-07-10', dossiersToProvinceBefore: '2024-07-15' },
      { no: 2, townRecognitionBefore: '2024-10-10', dossiersToProvinceBefore: '2024-10-15' },
    ],
    past: [],
    supplementBefore: '2024-06-10',
    year: 2024,
    asOf: '2024-08-01',
    ...more,
  });

const certain = (percent: number) => ({ percent, low: percent, high: percent });

describe('will the target be met (plan 1227, clause II.2)', () => {
  it('is not asked without a target', () => {
    expect(ask(['received'], { target: null })).toBeNull();
  });

  it.each([2, 3])('is certain with %i recognised, whatever waits and however little is known', (value) => {
    expect(ask(['received'], { value })).toMatchObject({ needed: 0, probability: certain(100), why: 'achieved' });
  });

  it.each<[string, RegistrationStage[], Partial<ForecastQuestion>]>([
    ['too few wait', ['received'], {}],
    ['some can no longer', ['received', 'withdrawn', 'not-recognised', 'recognised-3'], {}],
    ['the last round is over', ['received', 'received'], { asOf: '2024-10-10' }],
    ['the year is over', ['sent-to-province', 'sent-to-province'], { asOf: '2025-01-01' }],
  ])('is out of reach when %s, even without history', (_case, stages, more) => {
    expect(ask(stages, more)).toMatchObject({ probability: certain(0), why: 'out-of-reach' });
  });

  it('is not known while too few wait but the list may still be added to, up to the eve of that day (V.4)', () => {
    expect(ask([], { asOf: '2024-04-09' })).toMatchObject({ probability: null, why: 'list-open' });
    expect(ask(['received'], { asOf: '2024-06-09' })).toMatchObject({ probability: null, why: 'list-open' });
    expect(ask(['received'], { asOf: '2024-06-10' })?.why).toBe('out-of-reach');
  });

  it('is not out of reach on the eve of the last round', () => {
    expect(ask(['received', 'received'], { asOf: '2024-10-09' })?.why).toBe('too-little-history');
  });

  it('has no answer while one that can still make it stands where too few stood before', () => {
    const known = past('received', 4, LEAST_HISTORY);
    const stages: RegistrationStage[] = ['received', 'received', 'preparing'];
    expect(ask(stages, { past: [...known, ...past('preparing', 4, LEAST_HISTORY - 1)] })).toMatchObject({
      probability: null,
      why: 'too-little-history',
    });
    expect(ask(stages, { past: [...known, ...past('preparing', 4, LEAST_HISTORY)] })?.why).toBeNull();
  });

  it('needs no history of those that can no longer make it, and shows no rate of theirs', () => {
    const found = ask(['received', 'received', 'withdrawn'], { past: past('received', 5, 10) });
    expect(found).toMatchObject({ needed: 2, probability: { percent: 25 }, why: null });
    expect(found?.rates.map(({ stage }) => stage)).toEqual(['received']);
    expect(found?.prospects.map(({ canStill }) => canStill)).toEqual([true, true, false]);
  });

  it('asks only for what is still needed', () => {
    expect(ask(['received', 'received'], { value: 1, past: past('received', 5, 10) })).toMatchObject({
      needed: 1,
      probability: { percent: 75 },
    });
  });

  it('never reads as certain because all or none passed before', () => {
    expect(ask(['received', 'received'], { past: past('received', 9, 9) })?.probability).toMatchObject({ percent: 99, high: 99 });
    expect(ask(['received', 'received'], { past: past('received', 0, 9) })?.probability).toMatchObject({ percent: 1, low: 1 });
  });
});

const openStages = REGISTRATION_STAGES.filter(isOpenStage);
const openStage = fc.constantFrom(...openStages);
const counts = fc.integer({ min: LEAST_HISTORY, max: 20 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
/** Some history of every open stage. */
const history = fc
  .tuple(...openStages.map((stage) => counts.map(([k, n]) => past(stage, k, n))))
  .map((lists) => lists.flat());
const contenders = fc.array(openStage, { minLength: 1, maxLength: 10 });
const target = fc.integer({ min: 1, max: 6 });

describe('an estimate (plan 1227, clause II.2)', () => {
  it('lies within its bounds and never reads as certain', () => {
    fc.assert(
      fc.property(contenders, history, target, (stages, known, wanted) => {
        const found = ask(stages, { past: known, target: wanted });
        if (wanted > stages.length) return expect(found?.probability).toEqual(certain(0));
        const { percent, low, high } = found?.probability ?? certain(-1);
        expect(1 <= low && low <= percent && percent <= high && high <= 99).toBe(true);
      }),
    );
  });

  it('is never lowered by one more contender', () => {
    fc.assert(
      fc.property(contenders, openStage, history, target, (stages, another, known, wanted) => {
        const without = ask(stages, { past: known, target: wanted })?.probability ?? certain(-1);
        const withOne = ask([...stages, another], { past: known, target: wanted })?.probability ?? certain(-1);
        for (const bound of ['percent', 'low', 'high'] as const) expect(withOne[bound]).toBeGreaterThanOrEqual(without[bound]);
      }),
    );
  });
});

const chance = fc.double({ min: 0, max: 1, noNaN: true });
const chances = fc.array(chance, { maxLength: 10 });
const needed = fc.integer({ min: 0, max: 11 });

/** Every outcome by itself: each is a number whose bits say who succeeded. */
function byEnumeration(wanted: number, all: readonly number[]): number {
  let sum = 0;
  for (let outcome = 0; outcome < 2 ** all.length; outcome += 1) {
    const succeeded = all.map((_, index) => Math.floor(outcome / 2 ** index) % 2 === 1);
    if (succeeded.filter(Boolean).length < wanted) continue;
    sum += all.reduce((product, one, index) => product * (succeeded[index] ? one : 1 - one), 1);
  }
  return sum;
}

describe('the probability of enough successes', () => {
  it('equals the sum over all outcomes', () => {
    fc.assert(
      fc.property(chances, needed, (all, wanted) => {
        expect(probabilityAtLeast(wanted, all)).toBeCloseTo(byEnumeration(wanted, all), 12);
      }),
    );
  });

  it('does not fall when one chance rises', () => {
    fc.assert(
      fc.property(fc.array(chance, { minLength: 1, maxLength: 10 }), needed, fc.nat(), chance, (all, wanted, which, other) => {
        const raised = all.map((one, index) => (index === which % all.length ? Math.max(one, other) : one));
        expect(probabilityAtLeast(wanted, raised)).toBeGreaterThanOrEqual(probabilityAtLeast(wanted, all) - 1e-12);
      }),
    );
  });

  it.each([
    [0, [], 1],
    [1, [], 0],
    [2, [0.8, 0.5, 0.5], 0.65],
    [2, [1, 1, 0], 1],
    [3, [1, 1, 0], 0],
  ])('of at least %i with the chances %j is %f', (wanted, all, expected) => {
    expect(probabilityAtLeast(wanted, all)).toBeCloseTo(expected, 12);
  });
});

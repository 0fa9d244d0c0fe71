import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RecognitionFact } from './certificate.js';
import { addDays, addMonths, yearOf, type Day } from './day.js';
import { REGISTRATION_KINDS } from './registration.js';
import { STARS } from './stars.js';
import { dueForReEvaluation, newlyRecognised, reRecognised, upgraded } from './target.js';

interface Row extends RecognitionFact {
  id: number;
}

const day = fc.integer({ min: 0, max: 1_826 }).map((n) => addDays('2021-01-01', n));
const rows: fc.Arbitrary<Row[]> = fc
  .array(
    fc.record({
      productId: fc.integer({ min: 1, max: 4 }),
      kind: fc.constantFrom(...REGISTRATION_KINDS),
      stars: fc.constantFrom(...STARS),
      decidedOn: day,
      revokedOn: fc.option(day),
    }),
    { maxLength: 14 },
  )
  .map((list) => list.map((row, id) => ({ ...row, id, validTo: addMonths(row.decidedOn, 36) })));
const year = fc.integer({ min: 2021, max: 2025 });

const FIGURES = { newlyRecognised, reRecognised, upgraded, dueForReEvaluation };
const productsOf = (found: readonly Row[]): number[] => found.map(({ productId }) => productId).toSorted((one, other) => one - other);

// Recounts product by product and straight from the sentences of clause II.2, with no code of the module under test.
type Recount = (own: readonly Row[], year: number, asOf: Day) => boolean;
const alive = (row: Row, asOf: Day): boolean =>
  row.stars >= 3 && row.decidedOn <= asOf && !(row.revokedOn !== null && row.revokedOn <= asOf);
const inForce = (own: readonly Row[], asOf: Day): Row[] => {
  const living = own.filter((row) => alive(row, asOf));
  const last = living.map(({ decidedOn }) => decidedOn).toSorted().at(-1);
  return living.filter(({ decidedOn }) => decidedOn === last);
};
const RECOUNTS: Record<keyof typeof FIGURES, Recount> = {
  newlyRecognised: (own, planYear, asOf) =>
    own.some(
      (row) =>
        row.kind === 'new' &&
        yearOf(row.decidedOn) === planYear &&
        alive(row, asOf) &&
        !own.some((other) => other.stars >= 3 && other.decidedOn < row.decidedOn),
    ),
  reRecognised: (own, planYear, asOf) =>
    own.some((row) => row.kind === 're-evaluation' && yearOf(row.decidedOn) === planYear && alive(row, asOf)),
  upgraded: (own, planYear, asOf) =>
    own.some(
      (row) =>
        row.kind === 'upgrade' &&
        yearOf(row.decidedOn) === planYear &&
        alive(row, asOf) &&
        inForce(own, addDays(row.decidedOn, -1)).every(({ stars }) => stars < row.stars),
    ),
  dueForReEvaluation: (own, planYear, asOf) => {
    const eve = asOf < `${planYear}-01-01` ? asOf : `${planYear - 1}-12-31`;
    const best = inForce(own, eve).toSorted((a, b) => b.stars - a.stars || a.id - b.id)[0];
    return best !== undefined && alive(best, asOf) && yearOf(addMonths(best.decidedOn, 36)) === planYear;
  },
};

describe.each(Object.keys(FIGURES) as (keyof typeof FIGURES)[])('%s (plan 1227, clause II.2)', (name) => {
  const figure = FIGURES[name];
  const recount = RECOUNTS[name];

  it('agrees with a recount product by product', () => {
    fc.assert(
      fc.property(rows, year, day, (list, planYear, asOf) => {
        const expected = [1, 2, 3, 4].filter((id) => recount(list.filter((row) => row.productId === id), planYear, asOf));
        expect(productsOf(figure(list, planYear, asOf))).toEqual(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is not changed by any event after asOf', () => {
    fc.assert(
      fc.property(rows, year, day, (list, planYear, asOf) => {
        const known = list
          .filter(({ decidedOn }) => decidedOn <= asOf)
          .map((row) => (row.revokedOn !== null && row.revokedOn > asOf ? { ...row, revokedOn: null } : row));
        const ids = (found: readonly Row[]): number[] => found.map(({ id }) => id).toSorted((one, other) => one - other);
        expect(ids(figure(known, planYear, asOf))).toEqual(ids(figure(list, planYear, asOf)));
      }),
      { numRuns: 1_000 },
    );
  });

  it('counts the same products in whatever order the rows come', () => {
    fc.assert(
      fc.property(rows, year, day, (list, planYear, asOf) => {
        // Two recognitions of one product, day and star are told apart by nothing but their order.
        const apart = list.filter(
          (row, at) =>
            !list
              .slice(0, at)
              .some((o) => o.productId === row.productId && o.decidedOn === row.decidedOn && o.stars === row.stars),
        );
        expect(productsOf(figure(apart.toReversed(), planYear, asOf))).toEqual(productsOf(figure(apart, planYear, asOf)));
      }),
    );
  });

  it('gives rows of its input, one a product', () => {
    fc.assert(
      fc.property(rows, year, day, (list, planYear, asOf) => {
        const found = figure(list, planYear, asOf);
        expect(new Set(productsOf(found)).size).toBe(found.length);
        expect(found.every((row) => list.includes(row))).toBe(true);
      }),
    );
  });
});

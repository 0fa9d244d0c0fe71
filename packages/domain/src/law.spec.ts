import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type Day } from './day.js';
import { authorityOn, lawOn, reEvaluationDays, validToOn, type Authority, type LawRule, type RecognisedStars } from './law.js';

const authority = (validFrom: Day, legalBasis: string, three: Authority): LawRule => ({
  topic: 'recognition-authority', validFrom, legalBasis, value: { 3: three, 4: 'province', 5: 'ministry' },
});
const RULES: LawRule[] = [
  authority('2026-05-22', 'QĐ 26/2026/QĐ-TTg', 'province'),
  authority('2023-02-24', 'QĐ 148/QĐ-TTg', 'town'),
  authority('2025-07-06', 'QĐ 1489/QĐ-TTg', 'province'),
  { topic: 'certificate-months', validFrom: null, legalBasis: 'QĐ 148/QĐ-TTg', value: 36 },
];

describe('who recognises, by the law of the day', () => {
  it.each<[RecognisedStars, Day, Authority | null, string | undefined]>([
    [3, '2023-02-23', null, undefined],
    [3, '2023-02-24', 'town', 'QĐ 148/QĐ-TTg'],
    [3, '2025-07-05', 'town', 'QĐ 148/QĐ-TTg'],
    [3, '2025-07-06', 'province', 'QĐ 1489/QĐ-TTg'],
    [3, '2026-05-21', 'province', 'QĐ 1489/QĐ-TTg'],
    [3, '2026-05-22', 'province', 'QĐ 26/2026/QĐ-TTg'],
    [4, '2024-07-09', 'province', 'QĐ 148/QĐ-TTg'],
    [5, '2024-07-09', 'ministry', 'QĐ 148/QĐ-TTg'],
  ])('%i★ on %s: %s (%s)', (stars, on, expected, basis) => {
    expect([authorityOn(RULES, stars, on), lawOn(RULES, 'recognition-authority', on)?.legalBasis]).toEqual([expected, basis]);
  });

  it('is the newest rule up to the day, in whatever order they were entered; one of a later day changes nothing before it', () => {
    const day = fc.integer({ min: 0, max: 3_000 }).map((n) => addDays('2018-01-01', n));
    const rule = fc.tuple(fc.option(day), fc.integer({ min: 12, max: 60 })).map(([validFrom, value]): LawRule => ({ topic: 'certificate-months', validFrom, legalBasis: String(value), value }));
    fc.assert(
      fc.property(fc.uniqueArray(rule, { selector: ({ validFrom }) => validFrom, maxLength: 6 }), day, (rules, on) => {
        const newest = rules.filter(({ validFrom }) => validFrom === null || validFrom <= on).toSorted((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1)).at(-1);
        expect(lawOn(rules, 'certificate-months', on)).toBe(newest ?? null);
        const later: LawRule = { topic: 'certificate-months', validFrom: addDays(on, 1), legalBasis: 'sau này', value: 1 };
        expect(lawOn([later, ...rules], 'certificate-months', on)).toBe(newest ?? null);
      }),
    );
  });
});

describe('certificates', () => {
  it.each([['2021-08-31', '2024-08-31'], ['2024-02-29', '2027-02-28'], ['2024-07-09', '2027-07-09']])('decided on %s last to %s', (decidedOn, validTo) => {
    expect(validToOn(RULES, decidedOn)).toBe(validTo);
    expect(validToOn([], decidedOn)).toBeNull();
  });

  it('are re-evaluated on dossiers sent 180 to 120 days before their end (QĐ 26/2026/QĐ-TTg)', () => {
    expect(reEvaluationDays('2027-07-09', { fromDays: 180, toDays: 120 })).toEqual({ from: '2027-01-10', to: '2027-03-11' });
  });
});

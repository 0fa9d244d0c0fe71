import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PART_MAXIMUM, STARS, awardedStars, formatScore, meanScore, parsePoints, starBand, type Stars } from './stars.js';

const points = (text: string): bigint => parsePoints(text) ?? -1n;
const score = (...totals: string[]) => meanScore(totals.map(points));

describe('points', () => {
  it.each([
    ['69,995', 699_950n],
    ['69.995', 699_950n],
    ['72,5', 725_000n],
    ['0', 0n],
    ['100', 1_000_000n],
    ['100,0000', 1_000_000n],
    ['99,9999', 999_999n],
    [' 50 ', 500_000n],
    ['100,0001', null],
    ['101', null],
    ['-1', null],
    ['69,99999', null],
    ['1.000', 10_000n],
    ['69,', null],
    [',5', null],
    ['7e1', null],
    ['', null],
  ])('%j reads as %s ten-thousandths', (text, expected) => {
    expect(parsePoints(text)).toBe(expected);
  });

  it('make 100 over the three parts (QĐ 148/QĐ-TTg: A 40, B 25, C 35)', () => {
    expect(PART_MAXIMUM).toEqual({ A: 40, B: 25, C: 35 });
    expect(PART_MAXIMUM.A + PART_MAXIMUM.B + PART_MAXIMUM.C).toBe(100);
  });
});

describe('the star band of the exact mean (QĐ 148/QĐ-TTg, half-open bands)', () => {
  it.each<[string[], Stars]>([
    [['0'], 1],
    [['29,9999'], 1],
    [['30'], 2],
    [['49,9999'], 2],
    [['50'], 3],
    [['69,99'], 3],
    [['69,995'], 3],
    [['69,9999'], 3],
    [['70'], 4],
    [['89,9999'], 4],
    [['90'], 5],
    [['100'], 5],
    [['70', '70', '69,9999'], 3],
    [['69', '71'], 4],
    [['70', '70', '70'], 4],
    [['69,99', '70', '70', '70', '70,01'], 4],
  ])('%j is %i★, never rounded before banding', (totals, stars) => {
    expect(starBand(score(...totals))).toBe(stars);
  });

  it('never falls when a member gives more', () => {
    const total = fc.bigInt({ min: 0n, max: 999_999n });
    fc.assert(
      fc.property(fc.array(total, { minLength: 1, maxLength: 9 }), fc.nat(), (totals, which) => {
        const raised = totals.map((one, index) => (index === which % totals.length ? one + 1n : one));
        expect(starBand(meanScore(raised))).toBeGreaterThanOrEqual(starBand(meanScore(totals)));
      }),
    );
  });

  it('does not depend on the order of the members', () => {
    const total = fc.bigInt({ min: 0n, max: 1_000_000n });
    fc.assert(
      fc.property(fc.array(total, { minLength: 1, maxLength: 9 }), (totals) => {
        expect(meanScore(totals.toReversed())).toEqual(meanScore(totals));
      }),
    );
  });

  it('needs at least one member, each within 0–100', () => {
    expect(() => meanScore([])).toThrow(RangeError);
    expect(() => meanScore([1_000_001n])).toThrow(RangeError);
    expect(() => meanScore([-1n])).toThrow(RangeError);
  });
});

describe('the stars awarded', () => {
  it.each<[string, Stars, Stars, Stars, boolean]>([
    ['72', 3, 3, 4, true],
    ['72', 4, 4, 4, false],
    ['72', 5, 4, 4, false],
    ['95', 4, 4, 5, true],
    ['95', 1, 1, 5, true],
    ['55', 5, 3, 3, false],
  ])('%s points with the minimums of %i★ met give %i★ (band %i★, capped: %s)', (total, minimums, stars, band, capped) => {
    expect(awardedStars(score(total), minimums)).toEqual({ stars, band, capped });
  });

  it('are the lower of the band and the minimums', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 1_000_000n }), fc.constantFrom(...STARS), (total, minimums) => {
        const mean = meanScore([total]);
        expect(awardedStars(mean, minimums).stars).toBe(Math.min(starBand(mean), minimums));
      }),
    );
  });
});

describe('a score in text', () => {
  it.each<[string[], string]>([
    [['72,5'], '72,5'],
    [['72', '73'], '72,5'],
    [['70'], '70'],
    [['100'], '100'],
    [['0'], '0'],
    [['0,05'], '0,05'],
    [['70', '70', '69,9999'], '69,9999'],
    [['70', '70', '71'], '70,3333'],
    [['70', '71', '71'], '70,6666'],
  ])('%j is written %s: cut, so that 3★ never reads as 70', (totals, text) => {
    expect(formatScore(score(...totals))).toBe(text);
  });
});

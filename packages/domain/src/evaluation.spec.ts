import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { evaluationOutcome, formatPoints, meanPart, scoreFaults, spread, type CouncilRule, type WrittenScore } from './evaluation.js';
import { STARS, type Stars } from './stars.js';

const score = (total: string, a: string | null = null, b: string | null = null, c: string | null = null): WrittenScore => ({ a, b, c, total });
const noRule: CouncilRule = { members: null, quorum: null, spreadLimit: null };
const said = (scores: WrittenScore[], rule: CouncilRule | null = noRule, members = scores.length) =>
  scoreFaults(scores, members, rule).map(({ index, field, fault, limit }) => [index, field, fault, limit].join(' '));

describe('the stars of a result', () => {
  it('are min(band, cap) for every mean in steps of 0,01 and every cap (QĐ 148/QĐ-TTg: bands half-open on real numbers)', () => {
    for (let hundredths = 0; hundredths <= 10_000; hundredths += 1) {
      const total = `${Math.floor(hundredths / 100)},${String(hundredths % 100).padStart(2, '0')}`;
      // Counted on whole hundredths, with no code of the module under test.
      const band = 1 + [3_000, 5_000, 7_000, 9_000].filter((floor) => hundredths >= floor).length;
      for (const cap of STARS) {
        const outcome = evaluationOutcome([score(total)], cap, false);
        if (outcome?.stars !== Math.min(band, cap) || outcome.band !== band || outcome.capped !== cap < band) {
          expect({ total, cap, outcome }).toEqual({ total, cap, outcome: { band, stars: Math.min(band, cap), capped: cap < band } });
        }
      }
    }
  });

  it.each<[string[], Stars, Stars | null]>([
    [['69,995'], 5, 3],
    [['70'], 5, 4],
    [['69,99'], 5, 3],
    [['89.9999'], 5, 4],
    [['72,5'], 3, 3],
    // 70 + 70 + 69,9999 over three members is just below 70.
    [['70', '70', '69,9999'], 5, 3],
  ])('of %j with minimums met up to %i★ are %s', (totals, cap, stars) => {
    expect(evaluationOutcome(totals.map((total) => score(total)), cap, false)?.stars).toBe(stars);
  });

  it('are none for who is disqualified, whatever the points; the band is still told', () => {
    expect(evaluationOutcome([score('95')], 5, true)).toMatchObject({ stars: null, band: 5 });
  });

  it('are not told while a total cannot be read', () => {
    expect(evaluationOutcome([score('70'), score('bảy mươi')], 5, false)).toBeNull();
    expect(evaluationOutcome([], 5, false)).toBeNull();
  });
});

describe('what a council wrote', () => {
  it('is told every fault at once, each at its place: parts above 40/25/35, a total that is not the sum, what is no number', () => {
    expect(said([score('101', '40,1', '25', '35'), score('72', '30', '20', '21'), score('x', '-1', null, null)])).toEqual([
      '0 a part-above-maximum 40', '0 total not-points 100', '1 total total-not-sum 71', '2 a not-points 40', '2 total not-points 100',
    ]);
  });

  it.each([score('100', '40', '25', '35'), score('0', '0', '0', '0'), score('72,5', '30,25', '20', '22.25'), score('72,5', '30', null, null)])('%j is right', (one) => {
    expect(said([one])).toEqual([]);
  });

  it('keeps the quorum and the spread that the council set, and no other', () => {
    const rule: CouncilRule = { members: 9, quorum: { numerator: 3, denominator: 4 }, spreadLimit: '10' };
    const seven = Array.from({ length: 7 }, () => score('70'));
    expect(said(seven, rule)).toEqual([]);
    expect(said(seven.slice(1), rule)).toEqual([' total no-quorum 7']);
    expect(said([...seven, score('80')], rule)).toEqual([]);
    expect(said([...seven, score('80,0001')], rule)).toEqual([' total spread-too-wide 10']);
    expect(said([score('10'), score('90')], null)).toEqual([]);
  });

  it('has the mean of each part, missing as soon as one member’s is', () => {
    expect(meanPart([score('70', '30'), score('70', '31')], 'a')).toBe(305_000n);
    expect(meanPart([score('70', '30'), score('70')], 'a')).toBeNull();
    expect(spread([score('70'), score('75,5')])).toBe(55_000n);
  });

  it('reads back the points it writes', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 1_000_000n), (points) => {
        const [whole = '', decimals = ''] = formatPoints(points).split(',');
        expect(BigInt(whole) * 10_000n + BigInt(decimals.padEnd(4, '0'))).toBe(points);
      }),
    );
  });
});

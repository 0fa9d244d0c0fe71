import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MONEY_UNITS, type MoneyUnit } from './funding.js';
import { formatRounded, largestDrift, roundDong, roundedTable } from './money-display.js';

const amount = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n });
const unit = fc.constantFrom(...MONEY_UNITS);
const STEPS = { dong: 1n, million: 100_000n, billion: 1_000_000n } as const;
const size = (dong: bigint) => (dong < 0n ? -dong : dong);

describe('an amount in a table', () => {
  it.each<[bigint, MoneyUnit, string]>([
    [1_081_540_000n, 'million', '1.081,5'],
    [1_081_550_000n, 'million', '1.081,6'],
    [1_081_549_999n, 'million', '1.081,5'],
    [-1_081_550_000n, 'million', '-1.081,6'],
    [50_000_000n, 'million', '50,0'],
    [49_999n, 'million', '0,0'],
    [-49_999n, 'million', '0,0'],
    [0n, 'million', '0,0'],
    [1_081_500_000n, 'billion', '1,082'],
    [999_999_500n, 'billion', '1,000'],
    [1_081_540_001n, 'dong', '1.081.540.001'],
  ])('of %s đồng in %s is %s: all its decimals, rounded half up', (dong, of, text) => {
    expect(formatRounded(dong, of)).toBe(text);
  });

  it('is never more than half a step from the đồng it stands for, and a multiple of the step', () => {
    fc.assert(
      fc.property(amount, unit, (dong, of) => {
        const rounded = roundDong(dong, of);
        expect(size(rounded - dong) * 2n).toBeLessThanOrEqual(STEPS[of]);
        expect(rounded % STEPS[of]).toBe(0n);
        expect(roundDong(-dong, of)).toBe(-rounded);
      }),
    );
  });

  it('is read back from its figure as what it was rounded to', () => {
    fc.assert(
      fc.property(amount, unit, (dong, of) => {
        expect(BigInt(formatRounded(dong, of).replaceAll(/[.,]/g, '')) * STEPS[of]).toBe(roundDong(dong, of));
      }),
    );
  });
});

describe('a column of rounded parts and its rounded total', () => {
  it('tells by how much it does not add up: 0,4 + 0,4 triệu reads 0,8, the total 0,9', () => {
    const column = [440_000n, 440_000n];
    expect(roundedTable(column, 'million')).toEqual({ parts: [400_000n, 400_000n], total: 900_000n, drift: -100_000n });
    expect(largestDrift([column, [1_000_000n, null]], 'million')).toBe(100_000n);
    expect(largestDrift([column], 'dong')).toBe(0n);
  });

  it('of nothing has no total; what is missing in one stays missing', () => {
    expect(roundedTable([null, null], 'million')).toEqual({ parts: [null, null], total: null, drift: 0n });
    expect(roundedTable([null, 0n], 'million')).toEqual({ parts: [null, 0n], total: 0n, drift: 0n });
  });

  it('drifts by no more than half a step a row and half for the total, and not at all in đồng', () => {
    fc.assert(
      fc.property(fc.array(fc.option(amount)), unit, (column, of) => {
        const { parts, total, drift } = roundedTable(column, of);
        const exact = column.reduce<bigint>((sum, part) => sum + (part ?? 0n), 0n);
        const read = parts.reduce<bigint>((sum, part) => sum + (part ?? 0n), 0n);
        expect(read - (total ?? 0n)).toBe(drift);
        expect(size(drift) * 2n).toBeLessThanOrEqual(STEPS[of] * BigInt(column.length + 1));
        if (of === 'dong') expect(total ?? 0n).toBe(exact);
      }),
    );
  });
});

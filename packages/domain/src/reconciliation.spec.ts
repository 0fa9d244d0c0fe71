import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { needsExplanation, reconcile, type ReconciliationState } from './reconciliation.js';

describe('a commune’s figure beside the ledger’s', () => {
  it.each<[string, bigint | null, bigint | null, bigint, ReconciliationState, bigint | null]>([
    ['the same', 5_000_000n, 5_000_000n, 0n, 'agrees', 0n],
    ['apart by the tolerance, upwards', 5_000_500n, 5_000_000n, 500n, 'within-tolerance', 500n],
    ['apart by the tolerance, downwards', 4_999_500n, 5_000_000n, 500n, 'within-tolerance', -500n],
    ['one đồng more than the tolerance', 5_000_501n, 5_000_000n, 500n, 'differs', 501n],
    ['without tolerance, one đồng apart', 4_999_999n, 5_000_000n, 0n, 'differs', -1n],
    ['not reported: not zero', null, 5_000_000n, 0n, 'not-reported', null],
    ['reported, and no entry, however large the tolerance', 5_000_000n, null, 9_000_000n, 'not-in-ledger', 5_000_000n],
    ['a true zero, and no entry', 0n, null, 0n, 'agrees', 0n],
    ['a true zero, and money in the ledger', 0n, 5_000_000n, 0n, 'differs', -5_000_000n],
    ['a true zero, and entries that were all taken back', 0n, 0n, 0n, 'agrees', 0n],
  ])('%s', (_, reported, own, tolerance, state, difference) => {
    expect(reconcile(reported, own, tolerance)).toEqual({ state, difference });
  });

  it('differs by reported − own to the đồng, and needs no word exactly when that is within the tolerance', () => {
    const money = fc.bigInt({ min: 0n, max: 999_999_999_999_999n });
    fc.assert(
      fc.property(money, money, money, (reported, own, tolerance) => {
        const { state, difference } = reconcile(reported, own, tolerance);
        expect(own + (difference ?? 0n)).toBe(reported);
        expect(needsExplanation(state)).toBe(reported > own + tolerance || own > reported + tolerance);
      }),
    );
  });
});

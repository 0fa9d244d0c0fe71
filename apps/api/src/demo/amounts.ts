import type { Random } from './random.js';

/** Amounts are whole đồng. */
export const MILLION = 1_000_000n;

/** The greatest multiple of `step` that is not above the amount. */
export const roundDown = (amount: bigint, step: bigint): bigint => amount - (amount % step);

/** An amount in `count` uneven parts that add up to it. */
export function inParts(random: Random, amount: bigint, count: number): bigint[] {
  const parts: bigint[] = [];
  let rest = amount;
  for (let left = count; left > 1; left -= 1) {
    const part = roundDown(((rest / BigInt(left)) * BigInt(random.between(60, 140))) / 100n, 1000n);
    parts.push(part);
    rest -= part;
  }
  return [...parts, rest];
}

/** Whole numbers that look random and are the same again for the same seed. */
export interface Random {
  /** A whole number from `min` to `max`, both included. */
  between(min: number, max: number): number;
  /** Throws RangeError when there is nothing to pick from. */
  pick<T>(items: readonly T[]): T;
  /** The same items in another order. */
  shuffle<T>(items: readonly T[]): T[];
}

/** The generator mulberry32 over a 32-bit seed. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const between = (min: number, max: number): number => min + (next() % (max - min + 1));
  const pick = <T>(items: readonly T[]): T => {
    const [picked] = items.slice(items.length === 0 ? 0 : between(0, items.length - 1));
    if (picked === undefined) throw new RangeError('Nothing to pick from');
    return picked;
  };
  const shuffle = <T>(items: readonly T[]): T[] => {
    const rest = [...items];
    return items.flatMap(() => rest.splice(between(0, rest.length - 1), 1));
  };
  return { between, pick, shuffle };
}

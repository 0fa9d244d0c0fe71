import type { MoneyUnit } from './funding.js';
import { formatInteger } from './wording.js';

/** Decimals with which a table shows money in a unit; every row has as many. */
export const SHOWN_DECIMALS = { dong: 0, million: 1, billion: 3 } as const satisfies Record<MoneyUnit, number>;
const UNIT_DIGITS = { dong: 0, million: 6, billion: 9 } as const satisfies Record<MoneyUnit, number>;

/** The least difference that a table in a unit can show, in đồng. */
const stepOf = (unit: MoneyUnit): bigint => 10n ** BigInt(UNIT_DIGITS[unit] - SHOWN_DECIMALS[unit]);

/** An amount rounded to what a table in the unit shows, half away from zero; in đồng. */
export function roundDong(dong: bigint, unit: MoneyUnit): bigint {
  const step = stepOf(unit);
  const size = dong < 0n ? -dong : dong;
  const rounded = ((size * 2n + step) / (step * 2n)) * step;
  return dong < 0n ? -rounded : rounded;
}

/** The bare figure of a table in a unit, rounded, with all its decimals: 1081540000n in millions → "1.081,5", 50000000n → "50,0". */
export function formatRounded(dong: bigint, unit: MoneyUnit): string {
  const decimals = SHOWN_DECIMALS[unit];
  const rounded = roundDong(dong, unit);
  const digits = String((rounded < 0n ? -rounded : rounded) / stepOf(unit)).padStart(decimals + 1, '0');
  const whole = formatInteger(BigInt(digits.slice(0, digits.length - decimals)));
  const fraction = digits.slice(digits.length - decimals);
  return `${rounded < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `,${fraction}`}`;
}

/** What a column shows, in đồng: its parts and its total, each rounded by itself, and by how much the parts shown miss the total shown. */
export interface RoundedTable {
  parts: (bigint | null)[];
  total: bigint | null;
  /** Σ parts − total; 0 = the column adds up as it is read. */
  drift: bigint;
}

/** Rounds the parts of a column and their exact total, as officials do; null = missing, and a column of nothing has no total. */
export function roundedTable(amounts: readonly (bigint | null)[], unit: MoneyUnit): RoundedTable {
  const known = amounts.filter((amount) => amount !== null);
  const parts = amounts.map((amount) => (amount === null ? null : roundDong(amount, unit)));
  if (known.length === 0) return { parts, total: null, drift: 0n };
  const total = roundDong(known.reduce((sum, amount) => sum + amount, 0n), unit);
  return { parts, total, drift: parts.reduce<bigint>((sum, part) => sum + (part ?? 0n), 0n) - total };
}

/** The most by which the rows read miss the total row in any of these columns, in đồng; 0 = nothing to note. */
export function largestDrift(columns: readonly (readonly (bigint | null)[])[], unit: MoneyUnit): bigint {
  return columns.reduce((most, column) => {
    const { drift } = roundedTable(column, unit);
    const size = drift < 0n ? -drift : drift;
    return size > most ? size : most;
  }, 0n);
}

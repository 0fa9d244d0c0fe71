import { civilDay, type Day } from './day.js';
import type { MoneyUnit } from './funding.js';
import { en } from './messages/en.js';
import { vi } from './messages/vi.js';

const MONEY_DECIMALS = { dong: 0, million: 6, billion: 9 } as const satisfies Record<MoneyUnit, number>;

function groupThousands(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, '.');
}

function writeScaled(scaled: bigint, decimals: number): string {
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(decimals + 1, '0');
  const whole = groupThousands(digits.slice(0, digits.length - decimals));
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '');
  return `${scaled < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `,${fraction}`}`;
}

/** A whole number with thousands dots: 18243 → "18.243". Throws RangeError when it is not whole. */
export function formatInteger(n: number | bigint): string {
  return writeScaled(BigInt(n), 0);
}

/** A count in running text, below 10 with a leading 0: "02", "12", "1.234". Throws RangeError unless whole and ≥ 0. */
export function countInText(n: number): string {
  if (n < 0) throw new RangeError(`Not a count: ${n}`);
  return formatInteger(n).padStart(2, '0');
}

/**
 * A number with decimal comma and thousands dots, rounded half away from zero to at most maxDecimals; trailing zeros
 * are cut. A text is plain decimal digits with a dot. Throws RangeError on anything else.
 */
export function formatDecimal(value: number | string, maxDecimals: number): string {
  const plain = typeof value === 'number' && Math.abs(value) < 1e-6 ? value.toFixed(20) : String(value);
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(plain);
  if (match === null) throw new RangeError(`Not a decimal number: ${value}`);
  const fraction = (match[3] ?? '').padEnd(maxDecimals + 1, '0');
  const kept = BigInt(`${match[2] ?? ''}${fraction.slice(0, maxDecimals)}`);
  const rounded = fraction.charAt(maxDecimals) >= '5' ? kept + 1n : kept;
  return writeScaled(match[1] === '-' ? -rounded : rounded, maxDecimals);
}

/** A percentage with at most one decimal, sign attached: 63.6 → "63,6%". */
export function formatPercent(percent: number): string {
  return `${formatDecimal(percent, 1)}%`;
}

function twoDigits(n: number): string {
  return String(n).padStart(2, '0');
}

// Decree 30/2020/NĐ-CP: days below 10 and months 1 and 2 take a 0, so that nothing can be written before them.
function monthInText(month: number): string {
  return month <= 2 ? twoDigits(month) : String(month);
}

/** A day as official papers write it: "10/7/2024", "24/02/2023". Throws RangeError on a bad day. */
export function formatDay(day: Day): string {
  const civil = civilDay(day);
  return `${twoDigits(civil.day)}/${monthInText(civil.month)}/${civil.year}`;
}

/** A day as the first page of a paper writes it: "ngày 09 tháng 4 năm 2024". Throws RangeError on a bad day. */
export function formatDayLong(day: Day): string {
  const civil = civilDay(day);
  return vi.dayLong(twoDigits(civil.day), monthInText(civil.month), String(civil.year));
}

/** A day in English: "9 April 2024". Throws RangeError on a bad day. */
export function formatDayEnglish(day: Day): string {
  const civil = civilDay(day);
  return en.dayLong(String(civil.day), String(civil.month), String(civil.year));
}

/** The bare figure of an amount in a unit, exact, for a column whose header names the unit: "1.081,5". */
export function formatMoneyFigure(dong: bigint, unit: MoneyUnit): string {
  return writeScaled(dong, MONEY_DECIMALS[unit]);
}

/** An amount with its unit, exact to the đồng, never rounded: 1081500000n in millions → "1.081,5 triệu đồng". */
export function formatMoney(dong: bigint, unit: MoneyUnit): string {
  return `${formatMoneyFigure(dong, unit)} ${vi.moneyUnitNames[unit]}`;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** A heading's number in Roman numerals: 4 → "IV". Throws RangeError outside 1–3999. */
export function romanNumeral(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 3999) throw new RangeError(`No Roman numeral for ${n}`);
  let rest = n;
  let numeral = '';
  for (const [value, letters] of ROMAN) {
    while (rest >= value) {
      numeral += letters;
      rest -= value;
    }
  }
  return numeral;
}

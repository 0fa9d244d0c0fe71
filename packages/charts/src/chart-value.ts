import { formatInteger, formatMoneyFigure, formatPercent } from '@ocop/domain';
import type { ChartLocale, ChartValue, ValueFormat } from './chart-definition.js';

function wholeDong(value: string | number): bigint {
  if (typeof value === 'number' ? !Number.isSafeInteger(value) : !/^-?\d+$/.test(value)) {
    throw new RangeError(`Money is a decimal string of whole đồng, not "${value}"`);
  }
  return BigInt(value);
}

function writeVietnamese(value: number | string, format: ValueFormat): string {
  switch (format) {
    case 'million-dong':
      return formatMoneyFigure(wholeDong(value), 'million');
    case 'percent':
      return formatPercent(Number(value));
    case 'integer':
      return formatInteger(Number(value));
    default:
      return format satisfies never;
  }
}

/**
 * Where a value stands on its axis (đồng, count or percentage points); null stays null.
 * A number is good enough for a place in pixels, and is used for nothing else.
 * @throws RangeError for a string that is not whole đồng, or a number that is not finite.
 */
export function positionOf(value: ChartValue): number | null {
  if (value === null) return null;
  if (typeof value === 'string') return Number(wholeDong(value));
  if (!Number.isFinite(value)) throw new RangeError(`A chart value is a finite number or null, not ${value}`);
  return value;
}

/**
 * The exact value in words: 18.243; 63,6%; money to the last đồng, in triệu đồng (1.081,5). English swaps dot and comma.
 * @throws RangeError for money that is not whole đồng, or a count that is not whole.
 */
export function formatChartValue(value: number | string, format: ValueFormat, locale: ChartLocale): string {
  const text = writeVietnamese(value, format);
  return locale === 'vi' ? text : text.replace(/[.,]/g, (sign) => (sign === '.' ? ',' : '.'));
}

/** The exact sum of what is known; null when nothing is. Money is summed as whole đồng. */
export function sumOf(values: readonly ChartValue[]): number | string | null {
  const known = values.filter((value) => value !== null);
  const first = known[0];
  if (first === undefined) return null;
  if (known.some((value) => typeof value === 'string')) {
    return known.reduce<bigint>((sum, value) => sum + wholeDong(value), 0n).toString();
  }
  return known.reduce<number>((sum, value) => sum + Number(value), 0);
}

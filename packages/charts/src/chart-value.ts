import type { ChartLocale, ChartValue, ValueFormat } from './chart-definition.js';

const tags = { vi: 'vi-VN', en: 'en-GB' } as const;
const dongPerMillion = 1_000_000n;

function wholeDong(value: string | number): bigint {
  if (typeof value === 'number' ? !Number.isSafeInteger(value) : !/^-?\d+$/.test(value)) {
    throw new RangeError(`Money is a decimal string of whole đồng, not "${value}"`);
  }
  return BigInt(value);
}

function writeMillions(dong: bigint, locale: ChartLocale): string {
  const sign = dong < 0n ? '-' : '';
  const size = dong < 0n ? -dong : dong;
  const rest = (size % dongPerMillion).toString().padStart(6, '0').replace(/0+$/, '');
  const whole = new Intl.NumberFormat(tags[locale]).format(size / dongPerMillion);
  return `${sign}${whole}${rest === '' ? '' : `${locale === 'vi' ? ',' : '.'}${rest}`}`;
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
 * The exact value in words: 18.243; 63,6%; money to the last đồng, in triệu đồng (1.081,5).
 * @throws RangeError for money that is not whole đồng.
 */
export function formatChartValue(value: number | string, format: ValueFormat, locale: ChartLocale): string {
  switch (format) {
    case 'million-dong':
      return writeMillions(wholeDong(value), locale);
    case 'percent':
      return `${new Intl.NumberFormat(tags[locale], { maximumFractionDigits: 1 }).format(Number(value))}%`;
    case 'integer':
      return new Intl.NumberFormat(tags[locale], { maximumFractionDigits: 0 }).format(Number(value));
    default:
      return format satisfies never;
  }
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

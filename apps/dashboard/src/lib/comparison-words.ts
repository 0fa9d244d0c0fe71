import type { Indicator } from '@ocop/contracts';
import type { Direction, IndicatorUnit, Locale, MoneyUnit } from '@ocop/domain';
import type { Messages } from '../messages/index.js';
import { dayText, figureText } from './figure-text.js';

type Change = 'more' | 'less' | 'same';

// A percentage is told to one decimal; every other figure is whole.
const TENTHS = 10;
const countOf = (value: string, unit: IndicatorUnit): bigint => BigInt(unit === 'percent' ? Math.round(Number(value) * TENTHS) : value);
const figureOf = (count: bigint, unit: IndicatorUnit): string => (unit === 'percent' ? String(Number(count) / TENTHS) : count.toString());

function meaningOf(change: Change, direction: Direction): 'better' | 'worse' | null {
  if (change === 'same' || direction === 'neutral') return null;
  return (change === 'more') === (direction === 'more-is-better') ? 'better' : 'worse';
}

/**
 * A figure beside the same on the same day of the year before: as it is shown, its sign saying the direction, and as it
 * is read aloud, with what the direction means. Null when there is nothing to compare.
 */
export function comparisonWords(
  { value, unit, direction, lastYear }: Pick<Indicator, 'value' | 'unit' | 'direction' | 'lastYear'>,
  { comparison: words, missing }: Pick<Messages, 'comparison' | 'missing'>,
  locale: Locale,
  money: MoneyUnit = 'million',
): { shown: string; spoken: string } | null {
  if (value === null || lastYear === null) return null;
  const day = dayText(lastYear.asOf, locale);
  if (lastYear.value === null) {
    const sentence = words.unknown(day, missing);
    return { shown: sentence, spoken: sentence };
  }
  const before = figureText(lastYear.value, unit, locale, money);
  const step = countOf(value, unit) - countOf(lastYear.value, unit);
  const change = step > 0n ? 'more' : step < 0n ? 'less' : 'same';
  const size = figureText(figureOf(step < 0n ? -step : step, unit), unit, locale, money);
  const difference = unit === 'percent' ? words.points(size.replace('%', '')) : size;
  const meaning = meaningOf(change, direction);
  return {
    shown: words.shown[change](difference, day, before),
    spoken: words.spoken[change](difference, day, before) + (meaning === null ? '' : words.meaning[meaning]),
  };
}

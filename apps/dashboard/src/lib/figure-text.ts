import {
  domainMessages, formatDay, formatDayEnglish, formatDecimal, formatInteger, formatMoneyFigure, formatPercent, formatRounded, type Day, type IndicatorUnit, type Locale, type MoneyUnit,
} from '@ocop/domain';

// English swaps the two marks: 1.081,5 is written 1,081.5.
const inLocale = (text: string, locale: Locale): string =>
  locale === 'vi' ? text : text.replace(/[.,]/g, (mark) => (mark === ',' ? '.' : ','));

/** A day as running text has it: "10/7/2024", "10 July 2024". */
export const dayText = (day: Day, locale: Locale): string => (locale === 'vi' ? formatDay(day) : formatDayEnglish(day));

/** An indicator's exact figure without its unit; money is written in the unit given, percentages with their sign. */
export function figureText(value: string, unit: IndicatorUnit, locale: Locale, money: MoneyUnit = 'million'): string {
  if (unit === 'dong') return moneyFigureText(BigInt(value), money, locale);
  if (unit === 'percent') return `${inLocale(formatDecimal(value, 1), locale)}%`;
  return inLocale(formatInteger(BigInt(value)), locale);
}

/** A decimal of at most `maxDecimals` places: "72,5". */
export const decimalText = (decimal: string, maxDecimals: number, locale: Locale): string => inLocale(formatDecimal(decimal, maxDecimals), locale);

/** Whole đồng in a unit, exact, without the unit's name. */
const moneyFigureText = (dong: bigint, unit: MoneyUnit, locale: Locale): string => inLocale(formatMoneyFigure(dong, unit), locale);

/** Whole đồng in millions without the unit, exact. */
export const millionText = (dong: bigint, locale: Locale): string => moneyFigureText(dong, 'million', locale);

/** Whole đồng in a unit with the unit's name, exact: "1.081,5 triệu đồng". */
export const moneyText = (dong: bigint, unit: MoneyUnit, locale: Locale): string => `${moneyFigureText(dong, unit, locale)} ${domainMessages[locale].moneyUnitNames[unit]}`;

/** A table's figure in a unit, rounded, without the unit's name: "1.081,5", "50,0". */
export const roundedText = (dong: bigint, unit: MoneyUnit, locale: Locale): string => inLocale(formatRounded(dong, unit), locale);

/** A difference as a table shows it, its sign before it: "+1.081,5", "−50,0", "0,0". */
export function differenceText(dong: bigint, unit: MoneyUnit, locale: Locale): string {
  const figure = roundedText(dong < 0n ? -dong : dong, unit, locale);
  return dong === 0n ? figure : `${dong < 0n ? '−' : '+'}${figure}`;
}

/** A table's percentage, its one decimal always there: "63,6%", "96,0%". */
export const percentText = (percent: number, locale: Locale): string => inLocale(formatPercent(percent).replace(/^(-?[\d.]+)%$/, '$1,0%'), locale);

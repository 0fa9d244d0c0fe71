import { domainMessages, type IndicatorUnit, type Locale, type MoneyUnit } from '@ocop/domain';
import { figureText } from './figure-text.js';

/** A unit's words; a percentage carries its own sign. */
export function unitWords(unit: IndicatorUnit, money: MoneyUnit, locale: Locale): string {
  if (unit === 'percent') return '';
  return unit === 'dong' ? domainMessages[locale].moneyUnitNames[money] : domainMessages[locale].indicatorUnits[unit];
}

/** A figure with its unit: "7 lượt đăng ký", "1.081,5 triệu đồng", "63,6%". */
export const fullFigure = (value: string, unit: IndicatorUnit, money: MoneyUnit, locale: Locale): string =>
  `${figureText(value, unit, locale, money)} ${unitWords(unit, money, locale)}`.trimEnd();

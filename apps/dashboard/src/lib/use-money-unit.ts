import type { MoneyUnit } from '@ocop/domain';
import { useState } from 'react';
import { readChoice, writeChoice } from './stored-choice.js';

const KEY = 'ocop-money-unit';
// Official papers show triệu đồng.
const UNITS = ['million', 'dong', 'billion'] as const satisfies readonly MoneyUnit[];

/** The unit in which this browser shows money, on every page that offers the choice. */
export function useMoneyUnit() {
  const [money, setMoney] = useState<MoneyUnit>(() => readChoice(KEY, UNITS));
  const choose = (unit: MoneyUnit) => {
    writeChoice(KEY, unit);
    setMoney(unit);
  };
  return [money, choose] as const;
}

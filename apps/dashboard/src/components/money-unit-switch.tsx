import { domainMessages, MONEY_UNITS, type MoneyUnit } from '@ocop/domain';
import { useLanguage } from '../lib/language.js';
import { InlineChoice } from './inline-choice.js';

/** In which unit the page shows money. */
export function MoneyUnitSwitch({ money, onChoose }: { money: MoneyUnit; onChoose: (money: MoneyUnit) => void }) {
  const { messages, locale } = useLanguage();
  return <InlineChoice legend={messages.indicatorRows.moneyUnit} name="money-unit" options={MONEY_UNITS} words={domainMessages[locale].moneyUnitNames} chosen={money} onChoose={onChoose} />;
}

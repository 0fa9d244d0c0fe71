import { domainMessages, MONEY_UNITS, type MoneyUnit } from '@ocop/domain';
import { useLanguage } from '../lib/language.js';
import './money-unit-switch.css';

/** In which unit the page shows money. */
export function MoneyUnitSwitch({ money, onChoose }: { money: MoneyUnit; onChoose: (money: MoneyUnit) => void }) {
  const { messages, locale } = useLanguage();
  return (
    <fieldset className="money-unit">
      <legend>{messages.indicatorRows.moneyUnit}</legend>
      {MONEY_UNITS.map((option) => (
        <label key={option}>
          <input type="radio" name="money-unit" checked={option === money} onChange={() => onChoose(option)} />
          <span>{domainMessages[locale].moneyUnitNames[option]}</span>
        </label>
      ))}
    </fieldset>
  );
}

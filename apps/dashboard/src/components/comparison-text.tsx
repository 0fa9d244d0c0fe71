import type { Indicator } from '@ocop/contracts';
import type { MoneyUnit } from '@ocop/domain';
import { comparisonWords } from '../lib/comparison-words.js';
import { useLanguage } from '../lib/language.js';

interface ComparisonTextProps {
  indicator: Indicator;
  money?: MoneyUnit;
}

/** A figure beside that of the same day a year before; nothing when there is none to compare. */
export function ComparisonText({ indicator, money }: ComparisonTextProps) {
  const { messages, locale } = useLanguage();
  const words = comparisonWords(indicator, messages, locale, money);
  if (words === null) return null;
  return (
    <p className="comparison muted">
      <span aria-hidden="true">{words.shown}</span>
      <span className="visually-hidden">{words.spoken}</span>
    </p>
  );
}

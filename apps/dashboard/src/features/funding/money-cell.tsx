import { STAGES_OF_COLUMN, type MoneyColumn, type MoneyUnit } from '@ocop/domain';
import { Link } from '@tanstack/react-router';
import { roundedText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { searchOf, type LedgerSearch } from '../../lib/page-search.js';
import { usePlanView } from '../../lib/plan-view.js';

/** No figure, in words for whoever does not see the dash. */
export function NoFigure({ why }: { why?: string }) {
  const { messages } = useLanguage();
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{why ?? messages.missing}</span>
    </>
  );
}

interface MoneyCellProps {
  amount: bigint | null;
  column: MoneyColumn;
  money: MoneyUnit;
  /** Whose money it is, for who hears the link alone. */
  about: string;
  /** The entries behind the figure. */
  filters: LedgerSearch;
  /** Why there is none, when none can be. */
  why?: string | undefined;
}

/** A sum as the way to the entries it is made of. */
export function MoneyCell({ amount, column, money, about, filters, why }: MoneyCellProps) {
  const { messages, locale } = useLanguage();
  const view = usePlanView();
  if (amount === null) return why === undefined ? <NoFigure /> : <NoFigure why={why} />;
  const figure = roundedText(amount, money, locale);
  const what = `${messages.funding.columns[column]}, ${about}`;
  return (
    <Link to="/kinh-phi/so" search={{ ...searchOf(view), ...filters, stage: STAGES_OF_COLUMN[column].join(',') }} aria-label={messages.funding.entries(figure, what)}>
      {figure}
    </Link>
  );
}

import type { Indicator, IndicatorRows } from '@ocop/contracts';
import { domainMessages, INDICATOR_DEFINITIONS, INDICATOR_IDS, type IndicatorId, type MoneyUnit } from '@ocop/domain';
import { Link, useParams } from '@tanstack/react-router';
import { ComparisonText } from '../../components/comparison-text.js';
import { FailurePanel } from '../../components/failure-panel.js';
import { MoneyUnitSwitch } from '../../components/money-unit-switch.js';
import { Notice } from '../../components/notice.js';
import { Skeleton } from '../../components/skeleton.js';
import { StatusWord } from '../../components/status-word.js';
import { useGetIndicatorRows } from '../../lib/api/get-indicator-rows.js';
import { useListIndicators } from '../../lib/api/list-indicators.js';
import { dayText, figureText } from '../../lib/figure-text.js';
import { fullFigure, unitWords } from '../../lib/figure-words.js';
import { useLanguage } from '../../lib/language.js';
import { searchOf } from '../../lib/page-search.js';
import { usePlanView } from '../../lib/plan-view.js';
import { useMoneyUnit } from '../../lib/use-money-unit.js';
import { usePageTitle } from '../../lib/use-page-title.js';
import { sumRows } from './row-sums.js';
import { RowsTable } from './rows-table.js';
import './indicator-rows.css';

function Figure({ indicator, money }: { indicator: Indicator; money: MoneyUnit }) {
  const { messages, locale } = useLanguage();
  const { asOf, plan } = usePlanView();
  const { value, target, unit, status, id } = indicator;
  const words = messages.indicatorRows;
  return (
    <>
      <p className="rows-figure">
        {value === null ? (
          <span className="missing">{messages.missing}</span>
        ) : (
          <>
            <strong>{figureText(value, unit, locale, money)}</strong> <span>{unitWords(unit, money, locale)}</span>
          </>
        )}
        {value !== null && <StatusWord status={status} />}
      </p>
      <ComparisonText indicator={indicator} money={money} />
      <p>
        {words.asOf(dayText(asOf, locale))} · {target === null ? words.noTarget : words.target(fullFigure(target, unit, money, locale))}
      </p>
      <p className="muted">{domainMessages[locale].clauseReference(plan.number, INDICATOR_DEFINITIONS[id].clause)}</p>
    </>
  );
}

function Rows({ indicator, answer, money }: { indicator: Indicator; answer: IndicatorRows; money: MoneyUnit }) {
  const { messages, locale } = useLanguage();
  const words = messages.indicatorRows;
  const { asOf } = usePlanView();
  const { id, unit } = indicator;
  if (answer.value === null) {
    return (
      <section className="rows-missing">
        <h2>{words.missingHeading}</h2>
        <p>{words.whyMissing[id]}</p>
      </section>
    );
  }
  const sum = sumRows(answer.items, answer.value);
  const total = sum.kind === 'total' ? sum.sum : sum.part;
  return (
    <section>
      {answer.items.length > 0 ? (
        <>
          <h2>{words.rowsHeading(answer.total)}</h2>
          <RowsTable id={id} rows={answer.items} value={answer.value} unit={unit} money={money} sum={sum} />
        </>
      ) : (
        <p>
          {words.noRows(dayText(asOf, locale))} {words.equalsValue(fullFigure(total, unit, money, locale))}.
        </p>
      )}
      {!sum.agrees && (
        <p role="alert" className="rows-differ">
          {words.differs(total, answer.value)}
        </p>
      )}
    </section>
  );
}

function UnknownIndicator({ written }: { written: string }) {
  const { messages, locale } = useLanguage();
  const view = usePlanView();
  const words = messages.indicatorRows;
  usePageTitle(words.unknownTitle);
  return (
    <>
      <Notice title={words.unknownTitle} text={words.unknown(written)} />
      <ul className="rows-known" aria-label={words.all}>
        {INDICATOR_IDS.map((id) => (
          <li key={id}>
            <Link to="/chi-so/$id" params={{ id }} search={searchOf(view)}>
              {domainMessages[locale].indicatorNames[id]}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function KnownIndicator({ id }: { id: IndicatorId }) {
  const { locale } = useLanguage();
  const view = usePlanView();
  const [money, setMoney] = useMoneyUnit();
  const indicators = useListIndicators(view);
  const rows = useGetIndicatorRows(id, view);
  const name = domainMessages[locale].indicatorNames[id];
  usePageTitle(name);
  const indicator = indicators.data?.items.find((candidate) => candidate.id === id);
  const failed = indicators.error ? indicators : rows.error ? rows : null;
  const { unit } = INDICATOR_DEFINITIONS[id];
  const body = () => {
    if (failed?.error) return <FailurePanel error={failed.error} retry={() => void failed.refetch()} />;
    if (indicator === undefined || rows.data === undefined) return <Skeleton lines={8} />;
    return (
      <>
        <Figure indicator={indicator} money={money} />
        {(unit === 'dong' || unit === 'percent') && indicator.value !== null && <MoneyUnitSwitch money={money} onChoose={setMoney} />}
        <Rows indicator={indicator} answer={rows.data} money={money} />
      </>
    );
  };
  return (
    <article className="rows-page">
      <h1>{name}</h1>
      {body()}
    </article>
  );
}

/** Where a figure comes from: the figure, what it is measured by, and the rows that add up to it. */
export function IndicatorRowsPage() {
  const { messages } = useLanguage();
  const view = usePlanView();
  const { id: written } = useParams({ from: '/app/plan/chi-so/$id' });
  const id = INDICATOR_IDS.find((known) => known === written);
  return (
    <>
      <nav className="page-back" aria-label={messages.pages.indicatorRows}>
        <Link to="/" search={searchOf(view)}>
          {messages.indicatorRows.back}
        </Link>
      </nav>
      {id === undefined ? <UnknownIndicator written={written} /> : <KnownIndicator key={id} id={id} />}
    </>
  );
}

import { domainMessages, MONEY_COLUMNS, moneySums, ratioPercent, type MoneyUnit } from '@ocop/domain';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { ExportMenu } from '../../components/export-menu.js';
import { FailurePanel } from '../../components/failure-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { getFundingSummaryOptions } from '../../lib/api/get-funding-summary.js';
import { getPlanOptions } from '../../lib/api/get-plan.js';
import { percentText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { readFundingSearch } from '../../lib/page-search.js';
import { usePlanView } from '../../lib/plan-view.js';
import { breakdownRows, BREAKDOWNS, filterOf, type Breakdown, type BreakdownRow } from './breakdown.js';
import { RoundedNote } from './matrix-section.js';
import { MoneyCell, NoFigure } from './money-cell.js';
import { stageSums } from './stage-sums.js';

/** More rows than this are shown when asked for. */
const FIRST = 50;

/** What a row is called. */
function useNames(by: Breakdown) {
  const { messages } = useLanguage();
  const words = messages.funding.breakdown;
  const plan = useQuery(getPlanOptions(usePlanView()));
  return ({ key, name }: BreakdownRow): string => {
    if (by === 'month') return words.month(String(Number(key.slice(5))), key.slice(0, 4));
    if (name === null) return words.nobody[by];
    return by === 'workArea' ? (plan.data?.workAreas.find(({ no }) => String(no) === key)?.name ?? name) : name;
  };
}

function Cells({ sums, money, about, by, of }: Pick<BreakdownRow, 'sums'> & { money: MoneyUnit; about: string; by: Breakdown; of: string | null }) {
  const { messages } = useLanguage();
  return MONEY_COLUMNS.map((column) => (
    <td key={column} className="figure" data-label={messages.funding.columns[column]} data-missing={sums[column] === null || undefined}>
      <MoneyCell amount={sums[column]} column={column} money={money} about={about} filters={of === null ? {} : filterOf(by, of)} />
    </td>
  ));
}

function Share({ part, whole }: { part: bigint | null; whole: bigint | null }) {
  const { messages, locale } = useLanguage();
  const share = ratioPercent(part, whole);
  return (
    <td className="figure" data-label={messages.funding.matrix.share} data-missing={share === null || undefined}>
      {share === null ? <NoFigure /> : percentText(share, locale)}
    </td>
  );
}

function BreakdownTable({ by, money }: { by: Breakdown; money: MoneyUnit }) {
  const { messages, locale } = useLanguage();
  const words = messages.funding.breakdown;
  const { data, error, refetch } = useQuery(getFundingSummaryOptions(usePlanView(), [by, 'stage']));
  const nameOf = useNames(by);
  const [all, setAll] = useState(false);
  const rows = useMemo(() => breakdownRows(data?.items ?? [], by), [data, by]);
  const total = useMemo(() => moneySums(stageSums(data?.items ?? [])), [data]);
  if (error !== null) return <FailurePanel error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={6} />;
  const shown = all ? rows : rows.slice(0, FIRST);
  return (
    <>
      <table className="ruled list-table funding-table">
        <caption className="visually-hidden">{words.caption(words.by[by], domainMessages[locale].moneyUnitNames[money])}</caption>
        <thead>
          <tr>
            <th scope="col">{words.by[by]}</th>
            {[...MONEY_COLUMNS.map((column) => messages.funding.columns[column]), messages.funding.matrix.share].map((name) => (
              <th key={name} scope="col" className="figure">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.key}>
              <th scope="row">{nameOf(row)}</th>
              <Cells sums={row.sums} money={money} about={nameOf(row)} by={by} of={row.key} />
              <Share part={row.sums.disbursed} whole={total.disbursed} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{messages.funding.matrix.total}</th>
            <Cells sums={total} money={money} about={messages.funding.matrix.total} by={by} of={null} />
            <Share part={total.disbursed} whole={total.disbursed} />
          </tr>
        </tfoot>
      </table>
      <div className="funding-notes">
        {shown.length < rows.length && (
          <p>
            {words.shown(shown.length, rows.length)}{' '}
            <button type="button" className="text-button" onClick={() => setAll(true)}>
              {words.all(rows.length)}
            </button>
          </p>
        )}
        <RoundedNote columns={MONEY_COLUMNS.map((column) => rows.map(({ sums }) => sums[column]))} money={money} />
      </div>
    </>
  );
}

/** The same money by commune, by work area, by product or by month; the address says which. */
export function BreakdownSection({ money }: { money: MoneyUnit }) {
  const { messages } = useLanguage();
  const words = messages.funding.breakdown;
  const { year, asOf } = usePlanView();
  const { theo } = readFundingSearch(useSearch({ strict: false }));
  const by = BREAKDOWNS.find((one) => one === theo) ?? 'unit';
  return (
    <section>
      <div className="funding-section-top">
        <h2 id="funding-breakdown">{words.heading}</h2>
        <nav className="funding-tabs" aria-labelledby="funding-breakdown">
          {BREAKDOWNS.map((one) => (
            <Link key={one} to="." search={((search: Record<string, unknown>) => ({ ...readFundingSearch(search), theo: one })) as never} aria-current={one === by ? 'true' : undefined} resetScroll={false} replace>
              {words.by[one]}
            </Link>
          ))}
        </nav>
        <ExportMenu path="funding/summary/export" query={{ year, asOf, groupBy: `${by},stage` }} />
      </div>
      <BreakdownTable key={by} by={by} money={money} />
    </section>
  );
}

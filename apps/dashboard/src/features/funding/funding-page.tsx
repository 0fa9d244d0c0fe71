import type { MoneyUnit } from '@ocop/domain';
import { useMemo } from 'react';
import { FailurePanel } from '../../components/failure-panel.js';
import { FundingCharts } from '../../components/funding-charts.js';
import { MoneyUnitSwitch } from '../../components/money-unit-switch.js';
import { Skeleton } from '../../components/skeleton.js';
import { fundingFigures } from '../../lib/funding-figures.js';
import { useLanguage } from '../../lib/language.js';
import { useMoneyUnit } from '../../lib/use-money-unit.js';
import { usePageTitle } from '../../lib/use-page-title.js';
import { BreakdownSection } from './breakdown-section.js';
import { FundingTop } from '../../components/funding-top.js';
import { MatrixSection } from './matrix-section.js';
import { useFunding } from './use-funding.js';

const CHARTED = 6;

type Funding = ReturnType<typeof useFunding>;

function Charts({ funding }: { funding: Funding }) {
  const { messages } = useLanguage();
  const words = messages.funding.charts;
  const { view, sources, now } = funding;
  const { year, asOf } = view;
  const figures = useMemo(() => fundingFigures(now.data?.items ?? [], year, asOf), [now.data, year, asOf]);
  const listed = sources.data?.items ?? [];
  return (
    <section>
      <h2 className="funding-charts-heading">{words.heading}</h2>
      <FundingCharts sources={listed} figures={figures} />
      {listed.length > CHARTED && <p className="muted">{words.firstSix(listed.length)}</p>}
    </section>
  );
}

function Body({ funding, money }: { funding: Funding; money: MoneyUnit }) {
  const { messages } = useLanguage();
  const failed = [funding.sources, funding.now, funding.lastYear].find(({ error }) => error !== null);
  if (failed?.error) return <FailurePanel error={failed.error} retry={() => void failed.refetch()} />;
  if (funding.sources.data === undefined || funding.now.data === undefined || (funding.before !== null && funding.lastYear.data === undefined)) return <Skeleton lines={12} />;
  const empty = funding.now.data.total === 0;
  return (
    <>
      {empty && <p>{messages.funding.none}</p>}
      <MatrixSection funding={funding} money={money} />
      {!empty && (
        <>
          <Charts funding={funding} />
          <BreakdownSection money={money} />
        </>
      )}
    </>
  );
}

/** The finance workspace: where the money comes from, how far it has gone, and the entries behind every figure. */
export function FundingPage() {
  const { messages } = useLanguage();
  const funding = useFunding();
  const [money, chooseMoney] = useMoneyUnit();
  usePageTitle(messages.funding.heading);
  return (
    <div className="funding">
      <FundingTop heading={messages.funding.heading}>
        <MoneyUnitSwitch money={money} onChoose={chooseMoney} />
      </FundingTop>
      <Body funding={funding} money={money} />
    </div>
  );
}

import type { Reconciliation } from '@ocop/contracts';
import { domainMessages, earlierOf, PERIOD_KINDS } from '@ocop/domain';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { FailurePanel } from '../../components/failure-panel.js';
import { FundingTop } from '../../components/funding-top.js';
import { Skeleton } from '../../components/skeleton.js';
import { reconciliationOptions } from '../../lib/api/reconciliation.js';
import { dayText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { readReportsSearch } from '../../lib/page-search.js';
import { usePlanView } from '../../lib/plan-view.js';
import { usePageTitle } from '../../lib/use-page-title.js';
import { usePlanChoice } from '../../lib/use-plan-choice.js';
import { CommuneSection } from './commune-section.js';
import { ToleranceLine } from './tolerance-line.js';
import './reconciliation.css';

function Communes({ all }: { all: Reconciliation }) {
  const { messages, locale } = useLanguage();
  const words = messages.reconciliation;
  const { localityPlans } = usePlanChoice();
  const today = localityPlans.find(({ year }) => year === all.year)?.lastAsOf ?? all.lastDay;
  const [done, setDone] = useState('');
  return (
    <>
      <p className="funding-intro">{words.intro(dayText(all.lastDay, locale))}</p>
      <ToleranceLine all={all} />
      {all.total === 0 && <p className="funding-empty">{words.none}</p>}
      <div>
        <p className="form-outcome" role="status">
          {done}
        </p>
        {all.items.map((commune) => (
          <CommuneSection key={commune.unitId} all={all} commune={commune} asOf={earlierOf(all.lastDay, today)} onDone={setDone} />
        ))}
      </div>
      <p className="muted funding-notes">{words.definitions}</p>
    </>
  );
}

/** What communes reported of their money beside the finance office's ledger, and who signed that they agree. */
export function ReconciliationPage() {
  const { messages, locale } = useLanguage();
  const words = messages.reconciliation;
  const { year } = usePlanView();
  const search = readReportsSearch(useSearch({ strict: false }));
  const period = PERIOD_KINDS.find((one) => one === search.period) ?? 'H1';
  const { data, error, refetch } = useQuery(reconciliationOptions(year, period));
  usePageTitle(words.heading);
  return (
    <div className="funding">
      <FundingTop heading={words.heading} />
      <nav className="funding-tabs" aria-label={words.periods}>
        {PERIOD_KINDS.map((one) => (
          <Link
            key={one}
            to="."
            search={((before: Record<string, unknown>) => ({ ...readReportsSearch(before), period: one })) as never}
            aria-current={one === period ? 'true' : undefined}
            replace
          >
            {`${domainMessages[locale].periodNames[one]} ${year}`.replace(/^./, (first) => first.toUpperCase())}
          </Link>
        ))}
      </nav>
      {error !== null && <FailurePanel error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton lines={10} />}
      {data !== undefined && <Communes key={period} all={data} />}
    </div>
  );
}

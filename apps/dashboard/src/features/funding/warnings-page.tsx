import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { ExportMenu } from '../../components/export-menu.js';
import { FailurePanel } from '../../components/failure-panel.js';
import { Pager } from '../../components/pager.js';
import { Skeleton } from '../../components/skeleton.js';
import { listWarningsOptions } from '../../lib/api/ledger.js';
import { useLanguage } from '../../lib/language.js';
import { readWarningsSearch } from '../../lib/page-search.js';
import { usePlanView } from '../../lib/plan-view.js';
import { usePageTitle } from '../../lib/use-page-title.js';
import { FundingTop } from '../../components/funding-top.js';
import { WarningItem } from './warning-item.js';
import './warnings.css';

const STATES = ['open', 'resolved'] as const;
const PAGE_SIZE = 50;

/** What is doubtful in the ledger and stays so until somebody resolves it. */
export function WarningsPage() {
  const { messages } = useLanguage();
  const words = messages.funding.warnings;
  const search = readWarningsSearch(useSearch({ strict: false }));
  const { year } = usePlanView();
  const state = STATES.find((one) => one === search.state) ?? 'open';
  const page = Math.max(1, Number(search.page ?? '1') || 1);
  const { data, error, refetch } = useQuery({ ...listWarningsOptions({ year, state, page, pageSize: PAGE_SIZE }), placeholderData: keepPreviousData });
  const [done, setDone] = useState('');
  usePageTitle(words.heading);
  return (
    <div className="funding">
      <FundingTop heading={words.heading}>
        <ExportMenu path="funding/warnings/export" query={{ year, state }} />
      </FundingTop>
      <p className="funding-intro">{words.intro}</p>
      <nav className="funding-tabs" aria-label={words.statesLabel}>
        {STATES.map((one) => (
          <Link
            key={one}
            to="."
            search={((before: Record<string, unknown>) => ({ ...readWarningsSearch(before), state: one, page: undefined })) as never}
            aria-current={one === state ? 'true' : undefined}
            replace
          >
            {words.states[one]}
          </Link>
        ))}
      </nav>
      <p className="form-outcome" role="status">
        {done}
      </p>
      {error !== null && <FailurePanel error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton lines={6} />}
      {data !== undefined && data.total === 0 && <p className="funding-empty">{words.none[state]}</p>}
      {data !== undefined && data.total > 0 && (
        <>
          <ul className="warnings">
            {data.items.map((warning) => (
              <WarningItem key={warning.id} warning={warning} onResolved={() => setDone(words.done)} />
            ))}
          </ul>
          <Pager page={page} total={data.total} pageSize={PAGE_SIZE} />
        </>
      )}
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { listWarningsOptions } from '../lib/api/ledger.js';
import { useLanguage } from '../lib/language.js';
import { searchOf } from '../lib/page-search.js';
import { usePlanView } from '../lib/plan-view.js';
import { useMay } from '../lib/session.js';
import './funding.css';

const SECTIONS = [
  { to: '/kinh-phi', section: 'overview' },
  { to: '/kinh-phi/so', section: 'ledger' },
  { to: '/kinh-phi/canh-bao', section: 'warnings' },
  { to: '/kinh-phi/doi-chieu', section: 'reconciliation' },
  { to: '/kinh-phi/nguon', section: 'sources' },
] as const;

/** Open warnings of the year; undefined until they are counted. */
function useOpenWarnings(): number | undefined {
  const { year } = usePlanView();
  return useQuery(listWarningsOptions({ year, state: 'open', pageSize: 1 })).data?.total;
}

interface FundingTopProps {
  heading: string;
  /** What can be set or fetched on the page. */
  children?: ReactNode;
}

/** What stands above every page of the money: its name, its sections, what waits, and the way to enter. */
export function FundingTop({ heading, children }: FundingTopProps) {
  const { messages } = useLanguage();
  const words = messages.funding;
  const view = usePlanView();
  const mayWrite = useMay('funding.write');
  const open = useOpenWarnings();
  return (
    <>
      <div className="register-top funding-top">
        <h1>{heading}</h1>
        {mayWrite && (
          <Link className="button" to="/kinh-phi/ghi" search={searchOf(view)}>
            {words.posting.add}
          </Link>
        )}
        <div className="funding-tools">{children}</div>
      </div>
      <nav className="funding-tabs funding-nav" aria-label={words.sectionsLabel}>
        {SECTIONS.map(({ to, section }) => (
          <Link key={to} to={to} search={searchOf(view)} activeOptions={{ exact: true, includeSearch: false }}>
            {words.sections[section]}
            {section === 'warnings' && open !== undefined && open > 0 && <span className="funding-open" title={words.openWarnings(open)}>{open}</span>}
          </Link>
        ))}
      </nav>
    </>
  );
}

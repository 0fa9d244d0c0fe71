import { reportQuerySchema, type ReportQuery } from '@ocop/contracts';
import { parseReportCode, REPORT_STATES, reportCode } from '@ocop/domain';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { FailurePanel } from '../../components/failure-panel.js';
import { FilterChoice } from '../../components/filter-choice.js';
import { Pager } from '../../components/pager.js';
import { SearchBox } from '../../components/search-box.js';
import { Skeleton } from '../../components/skeleton.js';
import { readAddress } from '../../lib/address-view.js';
import { listReportsOptions, REPORTS_KEY } from '../../lib/api/list-reports.js';
import { reportCalendarOptions } from '../../lib/api/report-calendar.js';
import { useLanguage } from '../../lib/language.js';
import { readPageSearch, type ReportsSearch } from '../../lib/page-search.js';
import { ReportList } from './report-list.js';

const PAGE_SIZE = 20;

/** A code from paper leads straight to the figures of its appendix. */
function CodeLink({ typed }: { typed: string }) {
  const { messages } = useLanguage();
  const code = parseReportCode(typed);
  if (code === null) return null;
  const { report, appendix } = code;
  const search = (before: Record<string, unknown>) => ({ ...readPageSearch(before), phuluc: appendix === null ? undefined : String(appendix) });
  return (
    <p className="archive-code">
      <Link to="/bao-cao/$id" params={{ id: String(report) }} search={search}>
        {messages.reportReading.archive.openCode(reportCode(report, appendix ?? undefined))}
      </Link>
    </p>
  );
}

/** Every report that is kept, searched and filtered; what is looked for stands in the address. */
export function ReportArchive({ justMade }: { justMade: number | null }) {
  const { messages } = useLanguage();
  const words = messages.reportReading.archive;
  const search = useSearch({ from: '/app/plan/bao-cao' });
  const navigate = useNavigate({ from: '/bao-cao' });
  const client = useQueryClient();
  const { query, refused, page } = readAddress<ReportQuery, ReportsSearch>(search, reportQuerySchema.shape);
  const asked = useQuery({ ...listReportsOptions({ ...query, pageSize: PAGE_SIZE }), placeholderData: keepPreviousData });
  const madeByCalendar = useQuery(reportCalendarOptions()).data?.items.filter(({ state }) => state === 'made').length;
  // One that has made itself while the page was open is on the list too.
  useEffect(() => {
    if (madeByCalendar !== undefined) void client.invalidateQueries({ queryKey: REPORTS_KEY });
  }, [client, madeByCalendar]);
  const change = (changes: ReportsSearch) => void navigate({ to: '.', search: (before) => ({ ...before, page: undefined, ...changes }), replace: true, resetScroll: false });
  const isFiltered = search.search !== undefined || search.state !== undefined;
  const body = () => {
    if (asked.error !== null) return <FailurePanel error={asked.error} retry={() => void asked.refetch()} />;
    if (asked.data === undefined) return <Skeleton lines={4} />;
    const { items, total } = asked.data;
    if (total === 0) return <p role="status">{isFiltered ? words.nothing : messages.reports.empty}</p>;
    return (
      <>
        <p className="muted" role="status">
          {messages.reports.total(total)}. {messages.reports.fingerprintExplained}
        </p>
        <ReportList reports={items} justMade={justMade} />
        <Pager page={page} total={total} pageSize={PAGE_SIZE} />
      </>
    );
  };
  return (
    <>
      <form className="list-filters" role="search" aria-label={words.filters} onSubmit={(event) => event.preventDefault()}>
        <SearchBox hint={words.search} search={search.search ?? ''} onSearch={(typed) => change({ search: typed === '' ? undefined : typed })} />
        <FilterChoice
          label={words.state}
          chosen={query.state ?? ''}
          options={REPORT_STATES.map((state) => [state, messages.reports.states[state]])}
          onChoose={(state) => change({ state: state === '' ? undefined : state })}
        />
        {isFiltered && (
          <button type="button" className="text-button" onClick={() => change({ search: undefined, state: undefined })}>
            {words.clear}
          </button>
        )}
      </form>
      {refused.map((name) => (
        <p key={name} role="alert">
          {words.refused(search[name] ?? '')}
        </p>
      ))}
      <CodeLink typed={search.search ?? ''} />
      {body()}
    </>
  );
}

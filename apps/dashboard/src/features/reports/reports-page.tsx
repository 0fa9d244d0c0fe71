import { createReportSchema, type CreateReport, type Report } from '@ocop/contracts';
import { PERIOD_KINDS, type PeriodKind } from '@ocop/domain';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { FailurePanel } from '../../components/failure-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { useCreateReport } from '../../lib/api/create-report.js';
import { listReportsOptions, REPORTS_KEY, useListReports } from '../../lib/api/list-reports.js';
import { reportCalendarOptions } from '../../lib/api/report-calendar.js';
import { dayText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { useMay } from '../../lib/session.js';
import { usePlanView } from '../../lib/plan-view.js';
import { usePageTitle } from '../../lib/use-page-title.js';
import { ReportCalendar } from './report-calendar.js';
import { ReportForm } from './report-form.js';
import { ReportRecipients } from './report-recipients.js';
import { ReportList, useReportWords } from './report-list.js';
import './reports.css';

interface Made {
  report: Report;
  existed: boolean;
}

function KeptReports({ made }: { made: Made | null }) {
  const { messages } = useLanguage();
  const words = messages.reports;
  const reports = useListReports();
  const client = useQueryClient();
  const madeByCalendar = useQuery(reportCalendarOptions()).data?.items.filter(({ state }) => state === 'made').length;
  // One that has made itself while the page was open is on the list too.
  useEffect(() => {
    if (madeByCalendar !== undefined) void client.invalidateQueries({ queryKey: REPORTS_KEY, exact: true });
  }, [client, madeByCalendar]);
  if (reports.error !== null) return <FailurePanel error={reports.error} retry={() => void reports.refetch()} />;
  if (reports.data === undefined) return <Skeleton lines={4} />;
  if (reports.data.total === 0) return <p>{words.empty}</p>;
  return (
    <>
      <p className="muted">
        {words.total(reports.data.total)}. {words.fingerprintExplained}
      </p>
      <ReportList reports={reports.data.items} justMade={made?.report.id ?? null} />
    </>
  );
}

/** The calendar of reports, a report made by hand, and all that are kept. */
export function ReportsPage() {
  const { messages, locale } = useLanguage();
  const words = messages.reports;
  const { year } = usePlanView();
  const { period: written } = useSearch({ from: '/app/plan/bao-cao' });
  const navigate = useNavigate({ from: '/bao-cao' });
  const client = useQueryClient();
  const create = useCreateReport();
  const mayMake = useMay('reports.create');
  const { nameInText, madeAt } = useReportWords();
  const [made, setMade] = useState<Made | null>(null);
  usePageTitle(words.heading);

  const read = createReportSchema.shape.period.safeParse(written ?? PERIOD_KINDS[0]);
  const period = read.success ? read.data : PERIOD_KINDS[0];
  const choosePeriod = (chosen: PeriodKind) => {
    create.reset();
    void navigate({ to: '.', search: (search) => ({ ...search, period: chosen }), replace: true, resetScroll: false });
  };
  const make = async (body: CreateReport) => {
    setMade(null);
    // Asked just before, so that a report kept already is told from a new one.
    const before = await client.fetchQuery({ ...listReportsOptions(), staleTime: 0 }).catch(() => null);
    const report = await create.mutateAsync(body).catch(() => null);
    if (report !== null) setMade({ report, existed: before?.items.some(({ id }) => id === report.id) ?? false });
  };
  return (
    <div className="reports">
      <h1>{words.heading}</h1>
      <section>
        <h2>{words.calendar.heading(year)}</h2>
        <ReportCalendar />
      </section>
      <ReportRecipients />
      {mayMake && (
        <section>
          <h2>{words.make(year)}</h2>
          {!read.success && written !== undefined && <p role="alert">{words.badPeriod(written)}</p>}
          <ReportForm
            period={period}
            onPeriod={choosePeriod}
            onSubmit={(body) => void make(body)}
            making={create.isPending}
            error={create.error}
          />
          <p className="report-outcome" role="status">
            {made !== null &&
              (made.existed
                ? words.existed(nameInText(made.report), madeAt(made.report))
                : words.made(nameInText(made.report), dayText(made.report.asOf, locale)))}
          </p>
        </section>
      )}
      <section>
        <h2>{words.kept}</h2>
        <KeptReports made={made} />
      </section>
    </div>
  );
}

import { createReportSchema, type CreateReport, type Report } from '@ocop/contracts';
import { PERIOD_KINDS, type PeriodKind } from '@ocop/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useCreateReport } from '../../lib/api/create-report.js';
import { listReportsOptions } from '../../lib/api/list-reports.js';
import { dayText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { useMay } from '../../lib/session.js';
import { usePlanView } from '../../lib/plan-view.js';
import { usePageTitle } from '../../lib/use-page-title.js';
import { ReportArchive } from './report-archive.js';
import { ReportCalendar } from './report-calendar.js';
import { ReportForm } from './report-form.js';
import { useReportWords } from './report-list.js';
import { ReportRecipients } from './report-recipients.js';
import './reports.css';

interface Made {
  report: Report;
  existed: boolean;
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
    // What is made stands on the list whatever was looked for.
    void navigate({ to: '.', search: (search) => ({ ...search, search: undefined, state: undefined, page: undefined }), replace: true, resetScroll: false });
    // How many there are before and after tells a report kept already from a new one.
    const count = async () => (await client.fetchQuery({ ...listReportsOptions({ pageSize: 1 }), staleTime: 0 }).catch(() => null))?.total ?? null;
    const before = await count();
    const report = await create.mutateAsync(body).catch(() => null);
    if (report !== null) setMade({ report, existed: before !== null && before === (await count()) });
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
        <ReportArchive justMade={made?.report.id ?? null} />
      </section>
    </div>
  );
}

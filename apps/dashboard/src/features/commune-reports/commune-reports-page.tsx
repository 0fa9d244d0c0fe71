import type { CommuneReportPeriod, OwedReport } from '@ocop/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { FailurePanel } from '../../components/failure-panel.js';
import { PageSkeleton } from '../../components/skeleton.js';
import { TakeBackDialog } from '../../components/take-back-dialog.js';
import { annulCommuneReport, listCommuneReportsOptions } from '../../lib/api/commune-reports.js';
import { deadlineWords } from '../../lib/deadline-words.js';
import { dayText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { searchOf } from '../../lib/page-search.js';
import { usePlanView } from '../../lib/plan-view.js';
import { usePageTitle } from '../../lib/use-page-title.js';
import { PeriodTable } from './period-table.js';
import { ReceivedForm } from './received-form.js';
import './commune-reports.css';

/** What one is about to enter or take back. */
interface Task {
  kind: 'receive' | 'take-back';
  period: CommuneReportPeriod;
  owed: OwedReport;
}

interface PeriodProps {
  period: CommuneReportPeriod;
  task: Task | null;
  onTask: (task: Task | null) => void;
  onDone: (text: string) => void;
}

function Period({ period, task, onTask, onDone }: PeriodProps) {
  const { messages, locale } = useLanguage();
  const words = messages.communeReports;
  const { deadlines } = messages.overview;
  const { year, asOf, plan } = usePlanView();
  const { due, dueIsAssumed, expected, received, onTime } = period;
  const heading = words.period(period.name);
  const said = (unitName: string, on: string) => `${words.done(unitName, dayText(on, locale))}${on > asOf ? ` ${words.notYet(dayText(asOf, locale))}` : ''}`;
  return (
    <section className="owed-period" aria-label={heading}>
      <h2>{heading}</h2>
      <p className="owed-due">
        <strong className={`owed-due-${due.state}`}>{deadlineWords(due, deadlines)}</strong>, {messages.rounds.before(dayText(due.before, locale), dayText(due.lastDayInTime, locale))}
        {dueIsAssumed && ` ${deadlines.assumed}`}
      </p>
      <p className="muted">
        {words.received(received, expected, onTime)} · {messages.rounds.clause(plan.number, period.clause)}
      </p>
      {task?.kind === 'receive' && task.period.period === period.period && (
        <ReceivedForm
          key={task.owed.unitId}
          year={year}
          period={period.period}
          heading={words.receive(period.name, task.owed.unitName)}
          unitId={task.owed.unitId}
          today={plan.lastAsOf}
          onDone={(on) => onDone(said(task.owed.unitName, on))}
          onCancel={() => onTask(null)}
        />
      )}
      <PeriodTable
        caption={heading}
        period={period}
        onReceive={(owed) => onTask({ kind: 'receive', period, owed })}
        onTakeBack={(owed) => onTask({ kind: 'take-back', period, owed })}
      />
    </section>
  );
}

/** The reports that communes owe, by period (clause V.4): which came in time, which late, and which are missing. */
export function CommuneReportsPage() {
  const { messages } = useLanguage();
  const words = messages.communeReports;
  const view = usePlanView();
  const { data, error, refetch } = useQuery(listCommuneReportsOptions(view));
  const [task, setTask] = useState<Task | null>(null);
  const [done, setDone] = useState('');
  usePageTitle(words.heading(view.year));
  const end = (text: string) => {
    setTask(null);
    setDone(text);
  };
  const begin = (next: Task | null) => {
    setDone('');
    setTask(next);
  };
  return (
    <div className="owed">
      <h1>{words.heading(view.year)}</h1>
      <p className="owed-links">
        <Link to="/chi-so/$id" params={{ id: 'commune-reports-on-time' }} search={searchOf(view)}>
          {words.figure}
        </Link>
      </p>
      <p className="form-outcome" role="status">
        {done}
      </p>
      {error !== null && data === undefined && <FailurePanel error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <PageSkeleton />}
      {data?.items.length === 0 && <p>{words.none}</p>}
      {data?.items.map((period) => <Period key={period.period} period={period} task={task} onTask={begin} onDone={end} />)}
      {task?.kind === 'take-back' && task.owed.report !== null && (
        <TakeBackDialog
          heading={words.takeBackHeading(task.period.name, task.owed.unitName)}
          explained={words.takeBackExplained}
          send={(reason) => annulCommuneReport(task.owed.report?.id ?? 0)({ reason })}
          onDone={() => end(words.takenBack(task.owed.unitName))}
          onCancel={() => begin(null)}
        />
      )}
    </div>
  );
}

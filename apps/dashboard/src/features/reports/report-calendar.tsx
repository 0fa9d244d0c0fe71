import type { PlannedReport } from '@ocop/contracts';
import { dayInVietnam, daysBetween, type PeriodKind } from '@ocop/domain';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { FailurePanel } from '../../components/failure-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { useProgrammeChange } from '../../lib/api/programme-change.js';
import { reportCalendarOptions, retryPlannedReport } from '../../lib/api/report-calendar.js';
import { dayText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { momentText } from '../../lib/moment-text.js';
import { readPageSearch } from '../../lib/page-search.js';
import { usePlanView } from '../../lib/plan-view.js';
import { useMay } from '../../lib/session.js';
import { ReportProgress } from './report-progress.js';
import { ScheduleForm } from './schedule-form.js';

/** How a planned report stands, in words: how long until its time, how late it was made. */
function useStateWords() {
  const { messages } = useLanguage();
  const words = messages.reports.calendar;
  const { plan } = usePlanView();
  return ({ state, plannedAt, lateDays }: PlannedReport): string => {
    if (state === 'ahead') return words.ahead(daysBetween(plan.lastAsOf, dayInVietnam(Date.parse(plannedAt))));
    if (state === 'made' && lateDays !== null && lateDays > 0) return words.madeLate(lateDays);
    return words.states[state];
  };
}

function Attempts({ attempts, state }: PlannedReport) {
  const { messages, locale } = useLanguage();
  const words = messages.reports.calendar;
  if (attempts.length === 0 || (attempts.length === 1 && state === 'made')) return null;
  return (
    <details>
      <summary>{words.attempts(attempts.length)}</summary>
      <ol className="report-attempts">
        {attempts.map(({ startedAt, endedAt, outcome, error }) => (
          <li key={startedAt}>
            <span className="muted">{momentText(startedAt, locale)}</span> {outcome === null ? words.cutOff : words.outcomes[outcome]}
            {endedAt !== null && <span className="muted"> {words.took(Date.parse(endedAt) - Date.parse(startedAt))}</span>}
            {error !== null && <p>{error}</p>}
          </li>
        ))}
      </ol>
    </details>
  );
}

function Retry({ id }: { id: number }) {
  const { messages } = useLanguage();
  const retry = useProgrammeChange(retryPlannedReport);
  return (
    <button type="button" className="text-button" disabled={retry.isPending} onClick={() => retry.mutate(id)}>
      {messages.reports.calendar.retry}
    </button>
  );
}

function Row({ planned, onChange }: { planned: PlannedReport; onChange: (() => void) | null }) {
  const { messages, locale } = useLanguage();
  const words = messages.reports;
  const { columns } = words.calendar;
  const stateWords = useStateWords();
  const { period, year, firstDay, lastDay, plannedAt, state, runId, report } = planned;
  const mayMake = useMay('reports.create');
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {words.periodName(words.periodChoices[period], year)}
      </th>
      <td role="cell" data-label={columns.span}>
        {dayText(firstDay, locale)} – {dayText(lastDay, locale)}
      </td>
      <td role="cell" data-label={columns.plannedAt}>
        {momentText(plannedAt, locale)}{' '}
        {onChange !== null && (
          <button type="button" className="text-button" onClick={onChange} aria-label={words.calendar.changeOf(words.periodChoices[period])}>
            {words.calendar.change}
          </button>
        )}
      </td>
      <td role="cell" data-label={columns.state} className={`planned-${state}`}>
        {stateWords(planned)} {state === 'failed' && runId !== null && mayMake && <Retry id={runId} />}
        <Attempts {...planned} />
      </td>
      <td role="cell" data-label={columns.report}>
        {report !== null && (
          <Link to="/bao-cao/$id" params={{ id: String(report.id) }} search={readPageSearch}>
            {report.number ?? words.states[report.state]}
          </Link>
        )}
      </td>
    </tr>
  );
}

/** When the two reports of the year make themselves, how that stands, and every attempt. */
export function ReportCalendar() {
  const { messages } = useLanguage();
  const words = messages.reports.calendar;
  const { year } = usePlanView();
  const mayMake = useMay('reports.create');
  const asked = useQuery(reportCalendarOptions());
  const [changing, setChanging] = useState<PeriodKind | null>(null);
  if (asked.error !== null) return <FailurePanel error={asked.error} retry={() => void asked.refetch()} />;
  if (asked.data === undefined) return <Skeleton lines={2} />;
  const items = asked.data.items.filter((one) => one.year === year).toReversed();
  if (items.length === 0) return <p>{words.empty}</p>;
  return (
    <>
      <p className="muted">{words.explained}</p>
      <ReportProgress />
      {changing !== null && <ScheduleForm key={changing} period={changing} onEnd={() => setChanging(null)} />}
      <table role="table" className="ruled report-list">
        <caption className="visually-hidden">{words.caption(year)}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {(['period', 'span', 'plannedAt', 'state', 'report'] as const).map((column) => (
              <th key={column} role="columnheader" scope="col">
                {words.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {items.map((planned) => (
            <Row key={planned.period} planned={planned} onChange={mayMake ? () => setChanging(planned.period) : null} />
          ))}
        </tbody>
      </table>
    </>
  );
}

import type { CreateReport } from '@ocop/contracts';
import { PERIOD_KINDS, reportingPeriod, type Day, type PeriodKind } from '@ocop/domain';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState, type FormEvent } from 'react';
import { ApiError } from '../../lib/api/api-error.js';
import { reportSchedulesOptions } from '../../lib/api/report-calendar.js';
import { dayText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { usePlanView } from '../../lib/plan-view.js';
import { defaultReportDay } from './report-days.js';
import { fieldRefusals } from './report-refusal.js';

const DayPicker = lazy(() => import('../../components/day-picker.js'));

interface ReportFormProps {
  period: PeriodKind;
  onPeriod: (period: PeriodKind) => void;
  onSubmit: (report: CreateReport) => void;
  making: boolean;
  error: Error | null;
}

function Refusal({ error }: { error: Error }) {
  const { messages } = useLanguage();
  const { states, reports } = messages;
  const known = error instanceof ApiError ? error : null;
  const text = known?.problem?.detail ?? (known?.kind === 'offline' ? states.offline : states.unexpected);
  return (
    <div className="failure report-refusal" role="alert">
      <h3>{reports.failed}</h3>
      <p>{text}</p>
      {known?.problem?.errors && (
        <ul>
          {known.problem.errors.map(({ path, message }) => (
            <li key={`${path} ${message}`}>{message}</li>
          ))}
        </ul>
      )}
      {known?.requestId && <p className="muted">{states.requestId(known.requestId)}</p>}
    </div>
  );
}

/** Period and day of a report to be made, and what the API said against them. */
export function ReportForm({ period: kind, onPeriod, onSubmit, making, error }: ReportFormProps) {
  const { messages, locale } = useLanguage();
  const words = messages.reports;
  const { plan, year } = usePlanView();
  const schedules = useQuery(reportSchedulesOptions()).data;
  const periodOf = (option: PeriodKind) => reportingPeriod(year, option, schedules?.[option].cutoffs);
  const period = periodOf(kind);
  const today = plan.lastAsOf;
  const usual = defaultReportDay(period, plan.issuedOn, today);
  const [chosen, setChosen] = useState<{ periodId: string; day: Day } | null>(null);
  const chosenDay = chosen?.periodId === period.id && chosen.day !== usual.day ? chosen.day : null;
  const asOf = chosenDay ?? usual.day;
  const notStarted = period.firstDay > today;
  const refusals = fieldRefusals(error);
  const day = (value: Day) => dayText(value, locale);
  const why = { end: words.asOfAtEnd, today: words.asOfToday, plan: words.asOfPlan }[usual.reason](day(usual.day));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit({ year, period: kind, ...(chosenDay === null ? {} : { asOf: chosenDay }) });
  };
  return (
    <form className="report-form" onSubmit={submit} aria-label={words.make(year)}>
      <fieldset className="report-period" aria-describedby={refusals.period ? 'report-period-refusal' : undefined}>
        <legend>{words.period}</legend>
        {PERIOD_KINDS.map((option) => {
          const { firstDay, lastDay } = periodOf(option);
          return (
            <label key={option}>
              <input type="radio" name="period" checked={option === kind} onChange={() => onPeriod(option)} />
              <span>
                {words.periodName(words.periodChoices[option], year)}{' '}
                <span className="muted">{words.span(day(firstDay), day(lastDay))}</span>
              </span>
            </label>
          );
        })}
        {(refusals.period ?? (notStarted ? words.notStarted(day(period.firstDay)) : null)) && (
          <p id="report-period-refusal" className="report-field-refusal">
            {refusals.period ?? words.notStarted(day(period.firstDay))}
          </p>
        )}
      </fieldset>
      <div className="report-day">
        <Suspense fallback={<span className="day-picker-field">{day(asOf)}</span>}>
          <DayPicker
            key={period.id}
            label={words.columns.asOf}
            day={asOf}
            firstDay={plan.firstAsOf}
            lastDay={plan.lastAsOf}
            onChoose={(value) => setChosen({ periodId: period.id, day: value })}
          />
        </Suspense>
        <p className="muted">
          {why}{' '}
          {chosenDay !== null && (
            <button type="button" className="text-button" onClick={() => setChosen(null)}>
              {words.useDefault}
            </button>
          )}
        </p>
        {asOf > period.lastDay && <p>{words.afterPeriod(day(period.lastDay))}</p>}
        {refusals.asOf && <p className="report-field-refusal">{refusals.asOf}</p>}
      </div>
      <p className="report-submit">
        <button type="submit" className="button" disabled={making || notStarted}>
          {words.submit}
        </button>
        <span role="status">{making ? words.making : ''}</span>
      </p>
      {error !== null && !making && <Refusal error={error} />}
    </form>
  );
}

import { earlierOf, laterOf, type Day, type ReportingPeriod } from '@ocop/domain';

/** Why a report’s figures are of a day when none is chosen. */
export interface DefaultDay {
  readonly day: Day;
  readonly reason: 'end' | 'today' | 'plan';
}

/** The day that the API takes when none is chosen: the period’s last day, today while it runs, never before the plan. */
export function defaultReportDay(period: ReportingPeriod, issuedOn: Day, today: Day): DefaultDay {
  const day = laterOf(issuedOn, earlierOf(period.lastDay, today));
  if (day === period.lastDay) return { day, reason: 'end' };
  return { day, reason: day === today ? 'today' : 'plan' };
}

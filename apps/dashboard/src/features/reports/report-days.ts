import { dayInVietnam, earlierOf, laterOf, type Day, type ReportingPeriod } from '@ocop/domain';

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

const MINUTE = 60_000;
const VIETNAM_OFFSET_MINUTES = 7 * 60;

/** The day and the time of day ('13:36') in Vietnam of an instant written in ISO 8601. */
export function momentInVietnam(instant: string): { day: Day; time: string } {
  const milliseconds = Date.parse(instant);
  const minutes = Math.floor(milliseconds / MINUTE) + VIETNAM_OFFSET_MINUTES;
  const ofDay = ((minutes % 1440) + 1440) % 1440;
  const two = (n: number) => String(n).padStart(2, '0');
  return { day: dayInVietnam(milliseconds), time: `${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}` };
}


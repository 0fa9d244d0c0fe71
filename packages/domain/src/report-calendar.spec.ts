import { describe, expect, it } from '@jest/globals';
import { dayInVietnam, instantInVietnam } from './day.js';
import { reportingPeriod } from './period.js';
import { plannedDay, plannedInstant, USUAL_REPORT_SCHEDULE } from './report-calendar.js';

describe('the calendar of reports', () => {
  it.each([
    ['H1', 'decree-09-2019', 1, '06:00', '2024-06-15', '2024-06-14T23:00:00.000Z'],
    ['FY', 'decree-09-2019', 1, '06:00', '2024-12-15', '2024-12-14T23:00:00.000Z'],
    ['H1', 'calendar', 1, '00:00', '2024-07-01', '2024-06-30T17:00:00.000Z'],
    ['FY', 'calendar', 5, '23:59', '2025-01-05', '2025-01-05T16:59:00.000Z'],
    ['H1', 'decree-09-2019', 0, '07:30', '2024-06-14', '2024-06-14T00:30:00.000Z'],
  ] as const)('makes %s by %s cut-offs, %i days after its last day at %s in Vietnam, on %s', (kind, cutoffs, afterDays, at, day, instant) => {
    const period = reportingPeriod(2024, kind, cutoffs);
    const schedule = { ...USUAL_REPORT_SCHEDULE, cutoffs, afterDays, at };
    expect(plannedDay(period, schedule)).toBe(day);
    expect(new Date(plannedInstant(period, schedule)).toISOString()).toBe(instant);
    expect(dayInVietnam(plannedInstant(period, schedule))).toBe(day);
  });

  it('is by itself the morning after the usual cut-off (Decree 09/2019/NĐ-CP)', () => {
    expect(plannedDay(reportingPeriod(2024, 'H1', USUAL_REPORT_SCHEDULE.cutoffs), USUAL_REPORT_SCHEDULE)).toBe('2024-06-15');
  });

  it.each(['6:00', '24:00', '06:60', '', '06:00:00', '-1:00'])('knows no time of day %j', (time) => {
    expect(() => instantInVietnam('2024-06-15', time)).toThrow('Not a time of day');
  });
});

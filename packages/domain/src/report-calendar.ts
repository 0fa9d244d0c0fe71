import { addDays, instantInVietnam, type Day } from './day.js';
import type { Cutoffs, ReportingPeriod } from './period.js';

/** When the reports of an office make themselves. */
export interface ReportSchedule {
  cutoffs: Cutoffs;
  /** Days after the period's last day. */
  afterDays: number;
  /** "HH:MM" in Asia/Ho_Chi_Minh. */
  at: string;
  /** From so many days before on, the list of what waits says that the report is coming; 0 = it does not. */
  remindDays: number;
  active: boolean;
}

/** Until somebody decides otherwise: the morning after the usual cut-off of Decree 09/2019/NĐ-CP. */
export const USUAL_REPORT_SCHEDULE: ReportSchedule = { cutoffs: 'decree-09-2019', afterDays: 1, at: '06:00', remindDays: 14, active: true };

export const plannedDay = ({ lastDay }: ReportingPeriod, { afterDays }: ReportSchedule): Day => addDays(lastDay, afterDays);

/** Milliseconds since 1970 at which the report of a period is made. */
export const plannedInstant = (period: ReportingPeriod, schedule: ReportSchedule): number =>
  instantInVietnam(plannedDay(period, schedule), schedule.at);

/** How a planned report stands; “off” = its schedule is switched off, “waiting” = its time has come. */
export const PLANNED_REPORT_STATES = ['off', 'ahead', 'waiting', 'made', 'skipped', 'failed'] as const;
export type PlannedReportState = (typeof PLANNED_REPORT_STATES)[number];

/** How one attempt to make a report ended; “superseded” = another had made it meanwhile. */
export const ATTEMPT_OUTCOMES = ['made', 'skipped', 'failed', 'superseded'] as const;
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number];

import { ATTEMPT_OUTCOMES, CUTOFFS, PERIOD_KINDS, PLANNED_REPORT_STATES, REPORT_STATES } from '@ocop/domain';
import { z } from 'zod';
import { daySchema } from './day.js';
import { instantSchema } from './instant.js';
import { listOf } from './list.js';
import { rules } from './messages/vi.js';
import { wholeIn } from './written-text.js';

/** One report of the calendar: when it makes itself, how that stands, and each attempt. */
export const plannedReportSchema = z
  .object({
    year: z.number().int(),
    period: z.enum(PERIOD_KINDS),
    firstDay: daySchema,
    lastDay: daySchema,
    plannedAt: instantSchema,
    state: z.enum(PLANNED_REPORT_STATES),
    /** Null until its time has come. */
    runId: z.number().int().nullable(),
    /** Whole days between its time and the first attempt: more than 0 = nobody was there to make it in time. */
    lateDays: z.number().int().nullable(),
    attempts: z.array(
      z.object({ startedAt: instantSchema, endedAt: instantSchema.nullable(), outcome: z.enum(ATTEMPT_OUTCOMES).nullable(), error: z.string().nullable() }),
    ),
    /** The report it made. */
    report: z.object({ id: z.number().int(), state: z.enum(REPORT_STATES), number: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'PlannedReport' });
export type PlannedReport = z.infer<typeof plannedReportSchema>;
export const plannedReportListSchema = listOf(plannedReportSchema);

/** How far the reports are that make themselves at the same time; null = none waits. */
export const reportProgressSchema = z
  .object({ batch: z.object({ plannedAt: instantSchema, total: z.number().int(), done: z.number().int(), failed: z.number().int() }).nullable() })
  .meta({ id: 'ReportProgress' });
export type ReportProgress = z.infer<typeof reportProgressSchema>;

export const reportScheduleSchema = z
  .strictObject({
    cutoffs: z.enum(CUTOFFS, { error: rules.oneOf(CUTOFFS) }),
    /** Days after the last day of the period. */
    afterDays: wholeIn(rules.scheduleDays, 0, 60),
    /** "HH:MM" in Asia/Ho_Chi_Minh. */
    at: z.string({ error: rules.timeOfDay }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: rules.timeOfDay }),
    remindDays: wholeIn(rules.scheduleDays, 0, 60),
    active: z.boolean({ error: rules.yesOrNo }),
  })
  .meta({ id: 'ReportSchedule' });
export const reportSchedulesSchema = z.object({ H1: reportScheduleSchema, FY: reportScheduleSchema }).meta({ id: 'ReportSchedules' });
export type ReportSchedules = z.infer<typeof reportSchedulesSchema>;

export const periodPathSchema = z.strictObject({ period: z.enum(PERIOD_KINDS, { error: rules.periodKind }) });

import { FUNDING_SOURCE_KINDS, PERIOD_KINDS } from '@ocop/domain';
import { z } from 'zod';
import { daySchema, yearParamSchema } from './day.js';
import { listOf } from './list.js';

/** A year's plan as offered in the year chooser. `defaultAsOf`: today within the plan year, else the day of the newest recorded fact. */
export const planSummarySchema = z
  .object({
    year: z.number().int(),
    number: z.string(),
    issuedOn: daySchema,
    title: z.string(),
    unitId: z.number().int(),
    unitName: z.string(),
    firstAsOf: daySchema,
    lastAsOf: daySchema,
    defaultAsOf: daySchema,
    lastFactOn: daySchema,
    demo: z.boolean(),
  })
  .meta({ id: 'PlanSummary' });
export type PlanSummary = z.infer<typeof planSummarySchema>;
export const planListSchema = listOf(planSummarySchema);

/** “trước ngày `before`”: the last day in time is the day before it; `before` itself is late. */
export const deadlineSchema = z
  .object({
    before: daySchema,
    lastDayInTime: daySchema,
    state: z.enum(['ahead', 'last-day', 'passed']),
    daysLeft: z.number().int(),
    daysLate: z.number().int(),
  })
  .meta({ id: 'Deadline' });
export type Deadline = z.infer<typeof deadlineSchema>;

export const planRoundSchema = z
  .object({
    no: z.number().int(),
    clause: z.string(),
    townRecognition: deadlineSchema,
    dossiersToProvince: deadlineSchema,
    /** Products recognised through this round by a decision in force on the day asked. */
    recognised: z.number().int(),
    dossiersSent: z.number().int(),
  })
  .meta({ id: 'PlanRound' });

export const communeReportingSchema = z
  .object({
    period: z.enum(PERIOD_KINDS),
    name: z.string(),
    clause: z.string(),
    /** True when the plan sets no day and the usual one is assumed. */
    dueIsAssumed: z.boolean(),
    due: deadlineSchema,
    expected: z.number().int(),
    received: z.number().int(),
    onTime: z.number().int(),
  })
  .meta({ id: 'CommuneReporting' });

export const planFundingSourceSchema = z
  .object({
    code: z.string(),
    name: z.string(),
    kind: z.enum(FUNDING_SOURCE_KINDS),
    clause: z.string(),
    principal: z.boolean(),
  })
  .meta({ id: 'PlanFundingSource' });

/** The plan on a day: what it asks for and how its deadlines stand. */
export const planDetailSchema = planSummarySchema
  .extend({
    asOf: daySchema,
    place: z.string(),
    provinceName: z.string(),
    targets: z.array(
      z.object({ indicatorId: z.string(), clause: z.string(), text: z.string(), minimum: z.number().int().nullable() }),
    ),
    supplements: z.object({ clause: z.string(), due: deadlineSchema }),
    rounds: z.array(planRoundSchema),
    communeReports: z.array(communeReportingSchema),
    workAreas: z.array(z.object({ no: z.number().int(), clause: z.string(), name: z.string() })),
    fundingSources: z.array(planFundingSourceSchema),
  })
  .meta({ id: 'PlanDetail' });
export type PlanDetail = z.infer<typeof planDetailSchema>;

export const yearPathSchema = z.strictObject({ year: yearParamSchema });
export const asOfQuerySchema = z.strictObject({ asOf: daySchema.optional() });
export const yearQuerySchema = z.strictObject({ year: yearParamSchema });
export const yearAsOfQuerySchema = z.strictObject({ year: yearParamSchema, asOf: daySchema.optional() });
export type YearAsOfQuery = z.infer<typeof yearAsOfQuerySchema>;

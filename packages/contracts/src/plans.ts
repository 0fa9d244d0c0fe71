import { FUNDING_SOURCE_KINDS, PERIOD_KINDS, TARGET_IDS } from '@ocop/domain';
import { z } from 'zod';
import { daySchema, yearParamSchema } from './day.js';
import { listOf } from './list.js';
import { rules } from './messages/vi.js';
import { lineSchema, reasonSchema, roundNoSchema, versionSchema, wholeIn } from './written-text.js';

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

const line = (most: number) => lineSchema(rules.line(most), most);
const clause = lineSchema(rules.clause, 50);
/** Some of these, each by its own rule. */
const few = <T extends z.ZodType>(item: T, most: number, error: string = rules.few(most)) => z.array(item, { error }).max(most, { error });
const capacity = rules.capacity;

const planFields = {
  number: lineSchema(rules.planNumber, 100),
  issuedOn: daySchema,
  title: line(500),
  /** “trước ngày”, as all days of a plan. */
  supplementBefore: daySchema,
  targets: few(
    z.strictObject({
      indicatorId: z.enum(TARGET_IDS, { error: rules.oneOf(TARGET_IDS) }),
      clause,
      text: line(500),
      /** The least number asked for; null = the plan sets none. */
      minimum: wholeIn(rules.minimum, 0, 9_999).nullable(),
    }),
    TARGET_IDS.length,
  ),
  rounds: few(z.strictObject({ no: roundNoSchema, clause, townRecognitionBefore: daySchema, dossiersToProvinceBefore: daySchema }), 9),
  /** Reports that communes owe; `dueBefore` null = the plan sets no day. */
  reports: few(
    z.strictObject({ period: z.enum(PERIOD_KINDS, { error: rules.oneOf(PERIOD_KINDS) }), name: line(100), clause, dueBefore: daySchema.nullable() }),
    PERIOD_KINDS.length,
  ),
  legalBasis: few(z.strictObject({ number: line(100), date: daySchema, issuer: line(200) }), 30),
  signature: z.strictObject({
    onBehalfOf: line(100),
    capacity: z.array(lineSchema(capacity, 100), { error: capacity }).min(1, { error: capacity }).max(3, { error: capacity }),
    name: line(100),
  }),
  recipients: few(line(200), 50, rules.recipients).min(1, { error: rules.recipients }),
};

/** The plan of a new year; locality, work areas and sources are those of the plan of `fromYear`. */
export const newPlanSchema = z
  .strictObject({ fromYear: wholeIn(rules.planYear, 2018, 2100), year: wholeIn(rules.planYear, 2018, 2100), ...planFields })
  .meta({ id: 'NewPlan' });
export type NewPlan = z.infer<typeof newPlanSchema>;

/** A plan put right, because it was entered otherwise than issued; its locality and year stay. */
export const changePlanSchema = z.strictObject({ version: versionSchema, reason: reasonSchema, ...planFields }).meta({ id: 'ChangePlan' });
export type ChangePlan = z.infer<typeof changePlanSchema>;

/** What the plan of a year says, to be put right or for the next one to go on from; it may have come from a file, by wider rules. */
export const planFormSchema = z
  .object({
    year: z.number().int(),
    version: z.number().int(),
    number: z.string(),
    issuedOn: daySchema,
    title: z.string(),
    supplementBefore: daySchema,
    targets: z.array(z.object({ indicatorId: z.enum(TARGET_IDS), clause: z.string(), text: z.string(), minimum: z.number().int().nullable() })),
    rounds: z.array(z.object({ no: z.number().int(), clause: z.string(), townRecognitionBefore: daySchema, dossiersToProvinceBefore: daySchema })),
    reports: z.array(z.object({ period: z.enum(PERIOD_KINDS), name: z.string(), clause: z.string(), dueBefore: daySchema.nullable() })),
    legalBasis: z.array(z.object({ number: z.string(), date: daySchema, issuer: z.string() })),
    signature: z.object({ onBehalfOf: z.string(), capacity: z.array(z.string()), name: z.string() }),
    recipients: z.array(z.string()),
  })
  .meta({ id: 'PlanForm' });
export type PlanForm = z.infer<typeof planFormSchema>;

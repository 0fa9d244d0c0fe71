import { CANNOT_REASONS, FORECAST_REASONS, NEXT_STEPS, PERIOD_KINDS, REGISTRATION_STAGES, STARS, URGENCIES } from '@ocop/domain';
import { z } from 'zod';
import { daySchema } from './day.js';
import { exportFields } from './exports.js';
import { instantSchema } from './instant.js';
import { rules } from './messages/vi.js';
import { yearAsOfQuerySchema } from './plans.js';
import { wholeNumber } from './whole-number.js';

const waiting = { key: z.string(), urgency: z.enum(URGENCIES), nextStep: z.enum(NEXT_STEPS) };
/** `dueOn` is the last day in time; `daysLeft` counts to it, negative when late. */
const dated = { ...waiting, dueOn: daySchema, daysLeft: z.number().int() };
const undated = { ...waiting, dueOn: z.null(), daysLeft: z.null() };
const stars = z.union(STARS.map((one) => z.literal(one)));
const count = z.number().int();

const certificateSubject = z.object({
  type: z.literal('certificate'), recognitionId: z.number().int(), productId: z.number().int(), name: z.string(), unitName: z.string(), stars, validTo: daySchema,
});
const registrationSubject = z.object({
  type: z.literal('registration'), id: z.number().int(), name: z.string(), unitName: z.string(), stage: z.enum(REGISTRATION_STAGES), stars: stars.nullable(), since: daySchema,
});
const judged = { kind: z.literal('result-without-decision'), subject: registrationSubject.extend({ stars }) };

/** One thing that waits for somebody; its sentence and next step are in the domain's catalogues. */
export const attentionItemSchema = z
  .union([
    z.object({ kind: z.literal('supplements-due'), subject: z.object({ type: z.literal('supplements') }), ...dated }),
    z.object({
      kind: z.enum(['recognition-due', 'recognition-missed', 'sending-due', 'sending-missed']),
      subject: z.object({ type: z.literal('round'), no: z.number().int() }), count, ...dated,
    }),
    z.object({ kind: z.enum(['reports-due', 'reports-missed']), subject: z.object({ type: z.literal('reports'), period: z.enum(PERIOD_KINDS) }), count, ...dated }),
    z.object({
      kind: z.enum(['own-report-coming', 'own-report-failed', 'own-report-unfinished', 'own-report-unsent']),
      subject: z.object({ type: z.literal('own-report'), period: z.enum(PERIOD_KINDS), plannedOn: daySchema, reportId: z.number().int().nullable() }), ...dated,
    }),
    z.object({
      kind: z.enum(['certificate-lapses-in-180-days', 'certificate-lapses-in-90-days', 'certificate-lapses-in-30-days', 'certificate-lapsed']),
      subject: certificateSubject, ...dated,
    }),
    z.object({ kind: z.literal('registration-stuck'), subject: registrationSubject, ...dated }),
    z.object({ ...judged, ...dated }),
    z.object({ ...judged, ...undated }),
  ])
  .meta({ id: 'AttentionItem' });

export const attentionQuerySchema = z.strictObject({
  ...yearAsOfQuerySchema.shape,
  page: wholeNumber(rules.page, 1).optional(),
  pageSize: wholeNumber(rules.pageSize, 1, 200).optional(),
});
export type AttentionQuery = z.infer<typeof attentionQuerySchema>;

/** What an item is about. */
export const ATTENTION_TOPICS = ['registration', 'round', 'certificate', 'reports', 'own-report', 'supplements'] as const;
export type AttentionTopic = (typeof ATTENTION_TOPICS)[number];
export const attentionExportQuerySchema = z.strictObject({
  ...yearAsOfQuerySchema.shape,
  urgency: z.enum(URGENCIES, { error: rules.oneOf(URGENCIES) }).optional(),
  subject: z.enum(ATTENTION_TOPICS, { error: rules.oneOf(ATTENTION_TOPICS) }).optional(),
  ...exportFields,
});
export type AttentionExportQuery = z.infer<typeof attentionExportQuerySchema>;

/** What waits on a day, most urgent first: a page of it (200 unless told), and how much in all. */
export const attentionListSchema = z
  .object({ year: z.number().int(), asOf: daySchema, items: z.array(attentionItemSchema), total: z.number().int() })
  .meta({ id: 'AttentionList' });
export type AttentionList = z.infer<typeof attentionListSchema>;

const percent = z.number().nullable();
/** Whether the target of newly recognised products will be met; the method by hand is docs/forecast.md. */
export const forecastSchema = z
  .object({
    year: z.number().int(),
    asOf: daySchema,
    value: z.number().int(),
    target: z.number().int(),
    /** Products still needed. */
    needed: z.number().int(),
    /** Whole percent with its 90 % interval; null = too little history. */
    probability: z.object({ percent: z.number(), low: z.number(), high: z.number() }).nullable(),
    why: z.enum(FORECAST_REASONS).nullable(),
    /** Of earlier years' first-time registrations that stood at the stage, how many their year recognised. */
    rates: z.array(z.object({ stage: z.enum(REGISTRATION_STAGES), reached: z.number().int(), recognised: z.number().int(), percent, low: percent, high: percent })),
    prospects: z.array(
      z.object({
        id: z.number().int(),
        productId: z.number().int(),
        productName: z.string(),
        unitName: z.string(),
        stage: z.enum(REGISTRATION_STAGES),
        canStill: z.boolean(),
        /** Last day in time; null = it can no longer. */
        lastDay: daySchema.nullable(),
        roundNo: z.number().int().nullable(),
        why: z.enum(CANNOT_REASONS).nullable(),
      }),
    ),
  })
  .meta({ id: 'Forecast' });
/** Null = the plan sets no target, or the viewer sees some communes only. */
export const forecastAnswerSchema = z.object({ forecast: forecastSchema.nullable() }).meta({ id: 'ForecastAnswer' });
export type ForecastAnswer = z.infer<typeof forecastAnswerSchema>;

/** The account's own calendar feed; its address is shown once. */
export const calendarFeedSchema = z.object({ madeAt: instantSchema.nullable() }).meta({ id: 'CalendarFeed' });
export type CalendarFeed = z.infer<typeof calendarFeedSchema>;
export const newCalendarFeedSchema = z.object({ path: z.string(), madeAt: instantSchema }).meta({ id: 'NewCalendarFeed' });
export type NewCalendarFeed = z.infer<typeof newCalendarFeedSchema>;
export const calendarPathSchema = z.strictObject({ token: z.string().max(200) });

import { FUNDING_SOURCE_KINDS, MOST_DONG, PERIOD_KINDS, parseDong, RECONCILIATION_STATES, REPORTED_MEASURES } from '@ocop/domain';
import { z } from 'zod';
import { daySchema, dongSchema, yearParamSchema } from './day.js';
import { instantSchema } from './instant.js';
import { listOf } from './list.js';
import { rules } from './messages/vi.js';
import { idSchema, paperSchema, reasonSchema, remarkSchema, versionSchema, wholeIn } from './written-text.js';

const periodSchema = z.enum(PERIOD_KINDS, { error: rules.periodKind });
export const reconciliationQuerySchema = z.strictObject({ year: yearParamSchema, period: periodSchema });
export type ReconciliationQuery = z.infer<typeof reconciliationQuerySchema>;

/** One figure of a commune beside the ledger's; null = not reported, no entry. */
export const reconciliationCellSchema = z
  .object({
    /** Code of the source. */
    source: z.string(),
    measure: z.enum(REPORTED_MEASURES),
    reported: dongSchema.nullable(),
    own: dongSchema.nullable(),
    /** reported − own; null = not reported. */
    difference: dongSchema.nullable(),
    state: z.enum(RECONCILIATION_STATES),
  })
  .meta({ id: 'ReconciliationCell' });
export type ReconciliationCell = z.infer<typeof reconciliationCellSchema>;

/** “Ký đối chiếu”: what somebody of the finance office saw and signed. */
export const reconciliationSignOffSchema = z
  .object({
    id: z.number().int(),
    signedBy: z.string().nullable(),
    signedAt: instantSchema,
    tolerance: dongSchema,
    note: z.string().nullable(),
    /** As they were when it was signed. */
    cells: z.array(reconciliationCellSchema),
    /** False = a figure has changed since. */
    matches: z.boolean(),
  })
  .meta({ id: 'ReconciliationSignOff' });
export type ReconciliationSignOff = z.infer<typeof reconciliationSignOffSchema>;

export const communeReconciliationSchema = z
  .object({
    unitId: z.number().int(),
    unitName: z.string(),
    /** Of the commune's figures; grows with each that is entered or taken back. */
    version: z.number().int(),
    /** The report the figures are from, and who entered the newest of them; null = none was entered. */
    reported: z.object({ paper: z.string().nullable(), by: z.string().nullable(), at: instantSchema }).nullable(),
    /** Only what was reported or is in the ledger, in the order of the plan. */
    cells: z.array(reconciliationCellSchema),
    /** What whoever signs has seen. */
    seen: z.string(),
    /** Newest first; the newest counts. */
    signOffs: z.array(reconciliationSignOffSchema),
  })
  .meta({ id: 'CommuneReconciliation' });
export type CommuneReconciliation = z.infer<typeof communeReconciliationSchema>;

/** The figures that communes reported for a period beside the ledger's up to its last day. */
export const reconciliationSchema = listOf(communeReconciliationSchema)
  .extend({
    year: z.number().int(),
    period: z.enum(PERIOD_KINDS),
    lastDay: daySchema,
    /** The most a figure may be apart, and the version of that setting. */
    tolerance: dongSchema,
    toleranceVersion: z.number().int(),
    sources: z.array(z.object({ code: z.string(), name: z.string(), kind: z.enum(FUNDING_SOURCE_KINDS) })),
  })
  .meta({ id: 'Reconciliation' });
export type Reconciliation = z.infer<typeof reconciliationSchema>;

/** Whole đồng as typed, digits alone; nothing at all is zero. */
const dongFromZeroSchema = z.string({ error: rules.dong }).superRefine((text, context) => {
  const amount = parseDong(text);
  if (amount === null) context.addIssue({ code: 'custom', message: rules.dong });
  else if (amount < 0n || amount > MOST_DONG) context.addIssue({ code: 'custom', message: rules.dongFromZero });
});

/** All figures of a commune for a period: what is left out stands no more. */
export const reportedMoneySchema = z
  .strictObject({
    year: wholeIn(rules.year, 2000, 2100),
    period: periodSchema,
    unitId: idSchema,
    paper: paperSchema,
    figures: z
      .array(
        z.strictObject({
          source: z.string({ error: rules.sourceCode }),
          measure: z.enum(REPORTED_MEASURES, { error: rules.oneOf(REPORTED_MEASURES) }),
          amount: dongFromZeroSchema,
        }),
        { error: rules.figures },
      )
      .max(200, { error: rules.figures }),
    version: versionSchema,
    /** Why figures that stood are changed; null when none is. */
    reason: reasonSchema.nullable(),
  })
  .meta({ id: 'ReportedMoney' });
export type ReportedMoney = z.infer<typeof reportedMoneySchema>;

export const newSignOffSchema = z
  .strictObject({
    year: wholeIn(rules.year, 2000, 2100),
    period: periodSchema,
    unitId: idSchema,
    /** `seen` of the figures the person looked at. */
    seen: z.string({ error: rules.seen }).regex(/^[0-9a-f]{64}$/, { error: rules.seen }),
    note: remarkSchema,
  })
  .meta({ id: 'NewSignOff' });
export type NewSignOff = z.infer<typeof newSignOffSchema>;

export const reconciliationToleranceSchema = z
  .strictObject({ year: wholeIn(rules.year, 2000, 2100), tolerance: dongFromZeroSchema, version: versionSchema })
  .meta({ id: 'ReconciliationTolerance' });
export type ReconciliationTolerance = z.infer<typeof reconciliationToleranceSchema>;

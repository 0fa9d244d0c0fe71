import { PERIOD_KINDS, REPORT_NUMBER, REPORT_STATES } from '@ocop/domain';
import { z } from 'zod';
import { daySchema } from './day.js';
import { instantSchema } from './instant.js';
import { listOf } from './list.js';
import { rules } from './messages/vi.js';
import { wholeNumber } from './whole-number.js';
import { lineSchema, reasonSchema, remarkSchema } from './written-text.js';

const signatureLinesSchema = z.array(lineSchema(rules.signatureLines, 100), { error: rules.signatureLines }).min(1, { error: rules.signatureLines }).max(4, { error: rules.signatureLines });

/** What the paper that left the office says, and the fingerprint of its file. */
export const reportIssueSchema = z
  .object({
    number: z.string(),
    issuedOn: daySchema,
    signatureLines: z.array(z.string()),
    signatoryName: z.string(),
    pdfSha256: z.string(),
  })
  .meta({ id: 'ReportIssue' });

/** A report as kept: its period, the day its figures are of, and the fingerprint of its snapshot. */
export const reportSchema = z
  .object({
    id: z.number().int(),
    year: z.number().int(),
    period: z.enum(PERIOD_KINDS),
    firstDay: daySchema,
    lastDay: daySchema,
    asOf: daySchema,
    createdAt: instantSchema,
    snapshotSha256: z.string(),
    demo: z.boolean(),
    state: z.enum(REPORT_STATES),
    /** Who moved it, oldest first; none = as it was made. */
    steps: z.array(z.object({ to: z.enum(REPORT_STATES), at: instantSchema, by: z.string().nullable(), note: z.string().nullable() })),
    /** Who signs by the plan: what is proposed when the report is issued. */
    signatureLines: z.array(z.string()),
    signatoryName: z.string().nullable(),
    issue: reportIssueSchema.nullable(),
    /** The issued report that this one takes the place of. */
    amends: z.object({ id: z.number().int(), number: z.string(), issuedOn: daySchema, reason: z.string() }).nullable(),
    /** The issued report that took the place of this one. */
    amendedBy: z.object({ id: z.number().int(), number: z.string(), issuedOn: daySchema }).nullable(),
    pdfUrl: z.string(),
  })
  .meta({ id: 'Report' });
export type Report = z.infer<typeof reportSchema>;
export const reportListSchema = listOf(reportSchema);

/** Reports whose number, days, year, period, plan, signatory or written parts hold every word, or the one that a code on paper names. */
export const reportQuerySchema = z.strictObject({
  search: z.string().max(200, { error: rules.searchLength }).optional(),
  state: z.enum(REPORT_STATES, { error: rules.oneOf(REPORT_STATES) }).optional(),
  page: wholeNumber(rules.page, 1).optional(),
  pageSize: wholeNumber(rules.pageSize, 1, 200).optional(),
});
export type ReportQuery = z.infer<typeof reportQuerySchema>;

export const createReportSchema = z
  .strictObject({
    year: z.number({ error: rules.year }).int({ error: rules.year }).min(1000, { error: rules.year }).max(9999, { error: rules.year }),
    period: z.enum(PERIOD_KINDS, { error: rules.periodKind }),
    asOf: daySchema.optional(),
  })
  .meta({ id: 'CreateReport' });
export type CreateReport = z.infer<typeof createReportSchema>;

export const idPathSchema = z.strictObject({
  id: z.string().regex(/^[1-9]\d{0,8}$/, { error: rules.id }).transform(Number).pipe(z.number().int()),
});

/** Hands a report on; a remark for who reads it next. */
export const reportStepSchema = z.strictObject({ note: remarkSchema }).meta({ id: 'ReportStep' });
export type ReportStep = z.infer<typeof reportStepSchema>;
export const reportReturnSchema = z.strictObject({ reason: reasonSchema }).meta({ id: 'ReportReturn' });
export type ReportReturn = z.infer<typeof reportReturnSchema>;

/** Why an issued report needs another in its place. */
export const reportAmendmentSchema = z.strictObject({ reason: reasonSchema }).meta({ id: 'ReportAmendment' });
export type ReportAmendment = z.infer<typeof reportAmendmentSchema>;

/** What the signed paper carries. */
export const issueReportSchema = z
  .strictObject({
    number: lineSchema(rules.reportNumber, 50).regex(REPORT_NUMBER, { error: rules.reportNumber }),
    issuedOn: daySchema,
    signatureLines: signatureLinesSchema,
    signatoryName: lineSchema(rules.signatoryName, 100),
  })
  .meta({ id: 'IssueReport' });
export type IssueReport = z.infer<typeof issueReportSchema>;

import { z } from 'zod';
import { daySchema } from './day.js';
import { exportFields } from './exports.js';
import { instantSchema } from './instant.js';
import { listOf } from './list.js';
import { rules } from './messages/vi.js';
import { wholeNumber } from './whole-number.js';

/** Everything that is written down; messages/audit.vi.ts and the dashboard's English catalogue have words for each. */
export const AUDIT_ACTIONS = [
  'signed-in',
  'sign-in-failed',
  'sign-in-blocked',
  'second-factor-failed',
  'signed-out',
  'session-ended',
  'password-changed',
  'second-factor-on',
  'second-factor-off',
  'recovery-codes-made',
  'recovery-code-used',
  'first-administrator-made',
  'account-invited',
  'account-changed',
  'account-link-made',
  'account-link-used',
  'openid-connect-linked',
  'access-refused',
  'plan-loaded',
  'plan-entered',
  'plan-changed',
  'producer-added',
  'producer-changed',
  'product-added',
  'product-changed',
  'registration-added',
  'registration-changed',
  'step-entered',
  'step-annulled',
  'evaluation-entered',
  'evaluation-corrected',
  'evaluation-annulled',
  'recognition-entered',
  'recognition-revoked',
  'recognition-annulled',
  'revocation-annulled',
  'inspection-entered',
  'inspection-annulled',
  'commune-report-entered',
  'commune-report-annulled',
  'activity-entered',
  'activity-annulled',
  'council-rule-set',
  'law-rule-added',
  'law-rule-annulled',
  'funding-posted',
  'funding-reversed',
  'funding-warning-resolved',
  'funding-source-added',
  'funding-source-changed',
  'funding-closed',
  'funding-reopened',
  'funding-loaded',
  'funding-checked',
  'money-reported',
  'reconciliation-signed',
  'reconciliation-tolerance-set',
  'calendar-feed-made',
  'calendar-feed-ended',
  'report-created',
  'report-retried',
  'report-schedule-changed',
  'report-text-written',
  'report-amendment-made',
  'report-submitted',
  'report-returned',
  'report-approved',
  'report-issued',
  'report-downloaded',
  'report-recipient-added',
  'report-recipient-removed',
  'report-mail-requested',
  'report-mail-sent',
  'report-mail-failed',
  'audit-exported',
  'table-exported',
  'backup-made',
  'backup-restored',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export const AUDIT_SUBJECTS = ['account', 'session', 'plan', 'producer', 'product', 'registration', 'commune-report', 'activity', 'council', 'law', 'funding', 'report', 'audit', 'table', 'backup', 'route'] as const;
export type AuditSubject = (typeof AUDIT_SUBJECTS)[number];

/** Where a change came from: a person's browser, a command on the server, or the program itself. */
export const AUDIT_ORIGINS = ['http', 'command', 'system'] as const;

const factsSchema = z.record(z.string(), z.json());

/** One line of the audit trail. `hash` covers the line and the hash before it. */
export const auditEntrySchema = z
  .object({
    no: z.number().int(),
    happenedAt: instantSchema,
    accountId: z.number().int().nullable(),
    /** Name used at the time; of a failed sign-in, null. */
    accountName: z.string().nullable(),
    origin: z.enum(AUDIT_ORIGINS),
    address: z.string().nullable(),
    requestId: z.string().nullable(),
    action: z.enum(AUDIT_ACTIONS),
    subject: z.enum(AUDIT_SUBJECTS),
    subjectId: z.string().nullable(),
    subjectName: z.string().nullable(),
    before: factsSchema.nullable(),
    after: factsSchema.nullable(),
    reason: z.string().nullable(),
    hash: z.string(),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.infer<typeof auditEntrySchema>;
export const auditListSchema = listOf(auditEntrySchema);

const filterFields = {
  from: daySchema.optional(),
  to: daySchema.optional(),
  account: wholeNumber(rules.id, 1).optional(),
  action: z.enum(AUDIT_ACTIONS, { error: rules.oneOf(AUDIT_ACTIONS) }).optional(),
  subject: z.enum(AUDIT_SUBJECTS, { error: rules.oneOf(AUDIT_SUBJECTS) }).optional(),
  subjectId: z.string().max(100, { error: rules.id }).optional(),
  search: z.string().max(200, { error: rules.searchLength }).optional(),
};
export const auditExportQuerySchema = z.strictObject({ ...filterFields, ...exportFields });
export type AuditExportQuery = z.infer<typeof auditExportQuerySchema>;
export type AuditFilters = Omit<AuditExportQuery, 'format'>;
export const auditQuerySchema = z.strictObject({
  ...filterFields,
  page: wholeNumber(rules.page, 1).optional(),
  pageSize: wholeNumber(rules.pageSize, 1, 200).optional(),
});
export type AuditQuery = z.infer<typeof auditQuerySchema>;

/** `altered`: the line does not match its hash; `missing`: a number is skipped; `cut`: lines once sealed are gone from the end; `rewritten`: a sealed line has another hash now. */
export const AUDIT_FAULTS = ['altered', 'missing', 'cut', 'rewritten'] as const;

/** What re-reading the whole trail found. `head`: the newest line, worth noting elsewhere. */
export const auditCheckSchema = z
  .object({
    entries: z.number().int(),
    head: z.object({ no: z.number().int(), hash: z.string() }).nullable(),
    faults: z.array(z.object({ no: z.number().int(), fault: z.enum(AUDIT_FAULTS) })),
    checkedAt: instantSchema,
  })
  .meta({ id: 'AuditCheck' });
export type AuditCheck = z.infer<typeof auditCheckSchema>;

import { FUNDING_DOUBTS, FUNDING_STAGES, MOST_DONG, parseDong } from '@ocop/domain';
import { z } from 'zod';
import { daySchema, dongSchema, yearParamSchema } from './day.js';
import { exportFields, NO_PAGE } from './exports.js';
import { fundingFilters } from './funding.js';
import { instantSchema } from './instant.js';
import { listOf } from './list.js';
import { rules } from './messages/vi.js';
import { wholeNumber } from './whole-number.js';
import { idSchema, lineSchema, paperSchema, reasonSchema, remarkSchema, wholeIn } from './written-text.js';

/** One line of the append-only ledger. */
export const ledgerEntrySchema = z
  .object({
    id: z.number().int(),
    /** The posting (bút toán) it was entered with; the parts of one activity share it. */
    posting: z.uuid(),
    year: z.number().int(),
    source: z.string(),
    sourceName: z.string(),
    stage: z.enum(FUNDING_STAGES),
    amount: dongSchema,
    occurredOn: daySchema,
    unitId: z.number().int().nullable(),
    unitName: z.string().nullable(),
    workArea: z.number().int().nullable(),
    productId: z.number().int().nullable(),
    productName: z.string().nullable(),
    producerId: z.number().int().nullable(),
    producerName: z.string().nullable(),
    activity: z.string().nullable(),
    paperNumber: z.string().nullable(),
    paperOn: daySchema.nullable(),
    note: z.string().nullable(),
    /** The entry that this one takes back, and the one that takes this back. */
    reverses: z.number().int().nullable(),
    reversedBy: z.number().int().nullable(),
    /** Warnings of the entry that nobody has resolved yet. */
    openWarnings: z.number().int(),
    enteredBy: z.string().nullable(),
    enteredAt: instantSchema,
  })
  .meta({ id: 'LedgerEntry' });
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;

export const LEDGER_SORTS = ['occurredOn', 'amount', 'source', 'stage', 'unit', 'enteredAt'] as const;
const ledgerFilters = {
  year: yearParamSchema,
  fromYear: yearParamSchema.optional(),
  asOf: daySchema.optional(),
  ...fundingFilters,
  /** In paper number, activity, note, product, producer; with or without diacritics. */
  search: z.string().max(200, { error: rules.searchLength }).optional(),
  posting: z.uuid({ error: rules.id }).optional(),
  /** An entry, with the one that reverses it or that it reverses. */
  entry: wholeNumber(rules.id, 1).optional(),
  warned: z.enum(['open'], { error: rules.oneOf(['open']) }).optional(),
  sort: z.enum(LEDGER_SORTS, { error: rules.oneOf(LEDGER_SORTS) }).optional(),
  order: z.enum(['asc', 'desc'], { error: rules.oneOf(['asc', 'desc']) }).optional(),
};
export const ledgerQuerySchema = z.strictObject({
  ...ledgerFilters,
  page: wholeNumber(rules.page, 1).optional(),
  pageSize: wholeNumber(rules.pageSize, 1, 200).optional(),
});
export type LedgerQuery = z.infer<typeof ledgerQuerySchema>;

export const ledgerExportQuerySchema = z.strictObject({ ...ledgerFilters, ...exportFields });
export type LedgerExportQuery = z.infer<typeof ledgerExportQuerySchema>;

/** A page of the ledger; `amount` is the sum of all that match, null = none does. */
export const ledgerPageSchema = listOf(ledgerEntrySchema).extend({ amount: dongSchema.nullable() }).meta({ id: 'LedgerPage' });
export type LedgerPage = z.infer<typeof ledgerPageSchema>;

const dongFrom = (least: bigint) =>
  z.string({ error: rules.dong }).superRefine((text, context) => {
    const amount = parseDong(text);
    if (amount === null) context.addIssue({ code: 'custom', message: rules.dong });
    else if (amount === 0n || amount < least || amount > MOST_DONG) context.addIssue({ code: 'custom', message: least > 0n ? rules.dongAboveZero : rules.dongRange });
  });
/** Whole đồng as typed: digits alone; only an adjustment may go down. */
const amountSchema = dongFrom(-MOST_DONG);
/** The same, never down. */
export const dongAboveZeroSchema = dongFrom(1n);
const keySchema = z.uuid({ error: rules.key });
const acceptedSchema = z.array(z.enum(FUNDING_DOUBTS, { error: rules.someOf(FUNDING_DOUBTS) }), { error: rules.someOf(FUNDING_DOUBTS) });

/** What is doubtful is written only when the person has seen it (`accepted`) and says why (`reason`). */
const confirmation = { accepted: acceptedSchema, reason: reasonSchema.nullable() };

/** “Bút toán”: one payment, allocation or contribution, in as many parts as sources it draws on. */
export const newPostingSchema = z
  .strictObject({
    /** Made by who sends it: the same posting sent twice is written once. */
    key: keySchema,
    year: wholeIn(rules.year, 2000, 2100),
    occurredOn: daySchema,
    unitId: idSchema.nullable(),
    workArea: wholeIn(rules.workAreaOrNone, 1, 99).nullable(),
    productId: idSchema.nullable(),
    producerId: idSchema.nullable(),
    activity: lineSchema(rules.activity, 300).nullable(),
    paperNumber: paperSchema,
    paperOn: daySchema.nullable(),
    note: remarkSchema,
    parts: z
      .array(z.strictObject({ source: z.string({ error: rules.sourceCode }), stage: z.enum(FUNDING_STAGES, { error: rules.oneOf(FUNDING_STAGES) }), amount: amountSchema }), { error: rules.parts })
      .min(1, { error: rules.parts })
      .max(20, { error: rules.parts }),
    /** What the paper says in all; must be the sum of the parts. Null = of one part only. */
    total: amountSchema.nullable(),
    ...confirmation,
  })
  .meta({ id: 'NewPosting' });
export type NewPosting = z.infer<typeof newPostingSchema>;

/** “Bút toán đảo”: takes one entry back; the entry stays. */
export const newReversalSchema = z
  .strictObject({ key: keySchema, occurredOn: daySchema, reason: reasonSchema, paperNumber: paperSchema, paperOn: daySchema.nullable() })
  .meta({ id: 'NewReversal' });
export type NewReversal = z.infer<typeof newReversalSchema>;

export const postingReceiptSchema = z.object({ posting: z.uuid(), entries: z.array(z.number().int()), warnings: z.array(z.number().int()) }).meta({ id: 'PostingReceipt' });
export type PostingReceipt = z.infer<typeof postingReceiptSchema>;

/** Something doubtful about an entry, with the reason it was entered all the same; open until somebody resolves it. */
export const fundingWarningSchema = z
  .object({
    id: z.number().int(),
    doubt: z.enum(FUNDING_DOUBTS),
    sentence: z.string(),
    reason: z.string(),
    raisedBy: z.string().nullable(),
    raisedAt: instantSchema,
    entry: ledgerEntrySchema,
    /** Null = open. */
    resolved: z.object({ by: z.string().nullable(), at: instantSchema, note: z.string() }).nullable(),
  })
  .meta({ id: 'FundingWarning' });
export type FundingWarning = z.infer<typeof fundingWarningSchema>;
export const fundingWarningListSchema = listOf(fundingWarningSchema);
export const fundingWarningQuerySchema = z.strictObject({
  year: yearParamSchema,
  state: z.enum(['open', 'resolved'], { error: rules.oneOf(['open', 'resolved']) }).optional(),
  page: wholeNumber(rules.page, 1).optional(),
  pageSize: wholeNumber(rules.pageSize, 1, 200).optional(),
});
export type FundingWarningQuery = z.infer<typeof fundingWarningQuerySchema>;
export const fundingWarningExportQuerySchema = fundingWarningQuerySchema.omit(NO_PAGE).extend(exportFields);
export type FundingWarningExportQuery = z.infer<typeof fundingWarningExportQuerySchema>;
export const warningResolutionSchema = z.strictObject({ note: reasonSchema }).meta({ id: 'WarningResolution' });
export type WarningResolution = z.infer<typeof warningResolutionSchema>;

/** “Khóa sổ”: a year whose ledger takes no more entries; reopened with a reason. */
export const ledgerClosingSchema = z
  .object({
    year: z.number().int(),
    closedBy: z.string().nullable(),
    closedAt: instantSchema,
    paper: z.string().nullable(),
    reopened: z.object({ by: z.string().nullable(), at: instantSchema, reason: z.string() }).nullable(),
  })
  .meta({ id: 'LedgerClosing' });
export type LedgerClosing = z.infer<typeof ledgerClosingSchema>;
export const ledgerClosingListSchema = listOf(ledgerClosingSchema);
export const newClosingSchema = z.strictObject({ year: wholeIn(rules.year, 2000, 2100), paper: paperSchema }).meta({ id: 'NewClosing' });
export type NewClosing = z.infer<typeof newClosingSchema>;
export const reopeningSchema = z.strictObject({ year: wholeIn(rules.year, 2000, 2100), reason: reasonSchema }).meta({ id: 'Reopening' });
export type Reopening = z.infer<typeof reopeningSchema>;

/** What a comparison of the kept sums with the ledger found. */
export const ledgerCheckSchema = z
  .object({
    checkedAt: instantSchema,
    /** Null = the program itself, once a day. */
    checkedBy: z.string().nullable(),
    /** Lines of the ledger that were recounted, as decimal digits. */
    entries: z.string(),
    /** Sums that are not what the lines say; 0 = all agree to the đồng. */
    differences: z.number().int(),
    told: z.array(z.string()),
  })
  .meta({ id: 'LedgerCheck' });
export type LedgerCheck = z.infer<typeof ledgerCheckSchema>;
export const newestLedgerCheckSchema = z.object({ newest: ledgerCheckSchema.nullable() }).meta({ id: 'NewestLedgerCheck' });

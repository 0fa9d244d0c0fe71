import { FUNDING_SOURCE_KINDS } from '@ocop/domain';
import { z } from 'zod';
import { daySchema, dongSchema, yearParamSchema } from './day.js';
import { dongAboveZeroSchema } from './ledger.js';
import { listOf } from './list.js';
import { rules } from './messages/vi.js';
import { lineSchema, reasonSchema, remarkSchema, versionSchema, wholeIn } from './written-text.js';

/** A source of money of a plan year (part IV), with what the office knows of it; null = not known. */
export const fundingSourceSchema = z
  .object({
    id: z.number().int(),
    year: z.number().int(),
    position: z.number().int(),
    code: z.string(),
    name: z.string(),
    kind: z.enum(FUNDING_SOURCE_KINDS),
    /** Clause of the plan. */
    clause: z.string(),
    principal: z.boolean(),
    /** Resolution or decision with its article. */
    legalBasis: z.string().nullable(),
    validFrom: daySchema.nullable(),
    validTo: daySchema.nullable(),
    /** The most that may be allocated from it in the year, whole đồng. */
    ceiling: dongSchema.nullable(),
    /** What it may be spent on. */
    eligibility: z.string().nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'FundingSource' });
export type FundingSource = z.infer<typeof fundingSourceSchema>;
export const fundingSourceListSchema = listOf(fundingSourceSchema);
export const fundingSourceQuerySchema = z.strictObject({ year: yearParamSchema });
export type FundingSourceQuery = z.infer<typeof fundingSourceQuerySchema>;

const sourceFields = {
  position: wholeIn(rules.position, 1, 99),
  name: lineSchema(rules.name, 300),
  clause: lineSchema(rules.clause, 50),
  legalBasis: lineSchema(rules.legalBasis, 300).nullable(),
  validFrom: daySchema.nullable(),
  validTo: daySchema.nullable(),
  ceiling: dongAboveZeroSchema.nullable(),
  eligibility: remarkSchema,
};
const inOrder = ({ validFrom, validTo }: { validFrom: string | null; validTo: string | null }) => validFrom === null || validTo === null || validFrom <= validTo;
const order = { error: rules.validityOrder, path: ['validTo'] };

export const newFundingSourceSchema = z
  .strictObject({ year: wholeIn(rules.year, 2000, 2100), kind: z.enum(FUNDING_SOURCE_KINDS, { error: rules.oneOf(FUNDING_SOURCE_KINDS) }), ...sourceFields })
  .refine(inOrder, order)
  .meta({ id: 'NewFundingSource' });
export type NewFundingSource = z.infer<typeof newFundingSourceSchema>;
/** The kind stays: it decides which stages the source's money goes through. */
export const changeFundingSourceSchema = z
  .strictObject({ ...sourceFields, version: versionSchema, reason: reasonSchema.nullable() })
  .refine(inOrder, order)
  .meta({ id: 'ChangeFundingSource' });
export type ChangeFundingSource = z.infer<typeof changeFundingSourceSchema>;

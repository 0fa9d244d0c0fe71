import { FUNDING_STAGES } from '@ocop/domain';
import { z } from 'zod';
import { daySchema, dongSchema, yearParamSchema } from './day.js';
import { exportFields } from './exports.js';
import { rules } from './messages/vi.js';
import { wholeNumber } from './whole-number.js';

export const FUNDING_GROUPINGS = ['source', 'stage', 'unit', 'workArea', 'month', 'year', 'product'] as const;
export type FundingGrouping = (typeof FUNDING_GROUPINGS)[number];

const groupByRule = rules.groupBy(FUNDING_GROUPINGS);
const stageRule = rules.someOf(FUNDING_STAGES);

const listed = <T extends z.ZodType<unknown, string>>(error: string, item: T) =>
  z
    .string({ error })
    .transform((text) => text.split(','))
    .pipe(z.array(item).refine((names) => new Set(names).size === names.length, { error }));

/** Which entries: of a source (its code), of some stages, of a commune or a work area (`none` = of no one), of a month, of a product. */
export const fundingFilters = {
  source: z.string({ error: rules.sourceCode }).regex(/^[a-z0-9-]{1,60}$/, { error: rules.sourceCode }).optional(),
  stage: listed(stageRule, z.enum(FUNDING_STAGES, { error: stageRule })).optional(),
  unit: z.union([z.literal('none'), wholeNumber(rules.idOrNone, 1)], { error: rules.idOrNone }).optional(),
  workArea: z.union([z.literal('none'), wholeNumber(rules.workAreaOrNone, 1, 99)], { error: rules.workAreaOrNone }).optional(),
  month: z.string({ error: rules.month }).regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: rules.month }).optional(),
  product: z.union([z.literal('none'), wholeNumber(rules.idOrNone, 1)], { error: rules.idOrNone }).optional(),
};

export const fundingSummaryQuerySchema = z.strictObject({
  /** The plan year; with `fromYear`, the last of several. */
  year: yearParamSchema,
  fromYear: yearParamSchema.optional(),
  groupBy: listed(groupByRule, z.enum(FUNDING_GROUPINGS, { error: groupByRule })),
  asOf: daySchema.optional(),
  ...fundingFilters,
});
export type FundingSummaryQuery = z.infer<typeof fundingSummaryQuerySchema>;
export type FundingFilters = Pick<FundingSummaryQuery, keyof typeof fundingFilters>;

export const fundingSummaryExportQuerySchema = fundingSummaryQuerySchema.extend(exportFields);
export type FundingSummaryExportQuery = z.infer<typeof fundingSummaryExportQuerySchema>;

/** Sum of ledger entries of one group; only the keys asked for are present. `amount` in whole đồng. */
export const fundingSummaryRowSchema = z
  .object({
    /** Code of the source. */
    source: z.string().optional(),
    stage: z.enum(FUNDING_STAGES).optional(),
    unit: z.string().nullable().optional(),
    unitId: z.number().int().nullable().optional(),
    workArea: z.number().int().nullable().optional(),
    month: z.string().optional(),
    year: z.number().int().optional(),
    product: z.string().nullable().optional(),
    productId: z.number().int().nullable().optional(),
    amount: dongSchema,
    entries: z.number().int(),
  })
  .meta({ id: 'FundingSummaryRow' });
export type FundingSummaryRow = z.infer<typeof fundingSummaryRowSchema>;

export const fundingSummarySchema = z
  .object({ year: z.number().int(), asOf: daySchema, items: z.array(fundingSummaryRowSchema), total: z.number().int() })
  .meta({ id: 'FundingSummary' });
export type FundingSummary = z.infer<typeof fundingSummarySchema>;

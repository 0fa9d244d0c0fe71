import { FUNDING_STAGES } from '@ocop/domain';
import { z } from 'zod';
import { daySchema, dongSchema, yearParamSchema } from './day.js';
import { rules } from './messages/vi.js';

export const FUNDING_GROUPINGS = ['source', 'stage', 'unit', 'workArea', 'month'] as const;
export type FundingGrouping = (typeof FUNDING_GROUPINGS)[number];

const groupByRule = rules.groupBy(FUNDING_GROUPINGS);

export const fundingSummaryQuerySchema = z.strictObject({
  year: yearParamSchema,
  groupBy: z
    .string({ error: groupByRule })
    .transform((text) => text.split(','))
    .pipe(
      z
        .array(z.enum(FUNDING_GROUPINGS, { error: groupByRule }))
        .refine((names) => new Set(names).size === names.length, { error: groupByRule }),
    ),
  asOf: daySchema.optional(),
});
export type FundingSummaryQuery = z.infer<typeof fundingSummaryQuerySchema>;

/** Sum of ledger entries of one group; only the keys asked for are present. `amount` in whole đồng. */
export const fundingSummaryRowSchema = z
  .object({
    source: z.string().optional(),
    stage: z.enum(FUNDING_STAGES).optional(),
    unit: z.string().nullable().optional(),
    workArea: z.number().int().nullable().optional(),
    month: z.string().optional(),
    amount: dongSchema,
    entries: z.number().int(),
  })
  .meta({ id: 'FundingSummaryRow' });
export type FundingSummaryRow = z.infer<typeof fundingSummaryRowSchema>;

export const fundingSummarySchema = z
  .object({ year: z.number().int(), asOf: daySchema, items: z.array(fundingSummaryRowSchema), total: z.number().int() })
  .meta({ id: 'FundingSummary' });
export type FundingSummary = z.infer<typeof fundingSummarySchema>;

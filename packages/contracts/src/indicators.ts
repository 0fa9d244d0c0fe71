import { DIRECTIONS, INDICATOR_IDS, INDICATOR_STATUSES, INDICATOR_UNITS } from '@ocop/domain';
import { z } from 'zod';
import { daySchema } from './day.js';
import { exportFields } from './exports.js';
import { rules } from './messages/vi.js';
import { yearAsOfQuerySchema } from './plans.js';

const figureSchema = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .meta({ description: 'Exact decimal figure; money in whole đồng' });

/** One figure that leadership sees. Missing is null, never 0; `rowsUrl` lists the rows that add up to `value`. */
export const indicatorSchema = z
  .object({
    id: z.enum(INDICATOR_IDS),
    name: z.string(),
    value: figureSchema.nullable(),
    target: figureSchema.nullable(),
    unit: z.enum(INDICATOR_UNITS),
    direction: z.enum(DIRECTIONS),
    status: z.enum(INDICATOR_STATUSES),
    clause: z.string(),
    rowsUrl: z.string(),
    /** The same on the same day of the year before; null = nothing to compare with. */
    lastYear: z.object({ asOf: daySchema, value: figureSchema.nullable() }).nullable(),
  })
  .meta({ id: 'Indicator' });
export type Indicator = z.infer<typeof indicatorSchema>;

export const indicatorListSchema = z
  .object({
    year: z.number().int(),
    asOf: daySchema,
    planNumber: z.string(),
    demo: z.boolean(),
    items: z.array(indicatorSchema),
    total: z.number().int(),
  })
  .meta({ id: 'IndicatorList' });
export type IndicatorList = z.infer<typeof indicatorListSchema>;

/** A row behind a figure. The contributions with role `part` add up to the value (for a rate: parts ÷ wholes). */
export const indicatorRowSchema = z
  .object({
    key: z.string(),
    label: z.string(),
    detail: z.string().nullable(),
    unitName: z.string().nullable(),
    /** The product it is of; null = it is of none. */
    productId: z.number().int().nullable(),
    happenedOn: daySchema.nullable(),
    paper: z.string().nullable(),
    role: z.enum(['part', 'whole']),
    contribution: figureSchema,
  })
  .meta({ id: 'IndicatorRow' });
export type IndicatorRow = z.infer<typeof indicatorRowSchema>;

export const indicatorRowsSchema = z
  .object({
    id: z.enum(INDICATOR_IDS),
    year: z.number().int(),
    asOf: daySchema,
    value: figureSchema.nullable(),
    items: z.array(indicatorRowSchema),
    total: z.number().int(),
  })
  .meta({ id: 'IndicatorRows' });
export type IndicatorRows = z.infer<typeof indicatorRowsSchema>;

export const indicatorPathSchema = z.strictObject({
  id: z.enum(INDICATOR_IDS, { error: rules.oneOf(INDICATOR_IDS) }),
});

export const indicatorRowsExportQuerySchema = z.strictObject({ ...yearAsOfQuerySchema.shape, ...exportFields });
export type IndicatorRowsExportQuery = z.infer<typeof indicatorRowsExportQuerySchema>;

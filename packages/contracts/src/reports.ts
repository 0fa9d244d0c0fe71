import { PERIOD_KINDS } from '@ocop/domain';
import { z } from 'zod';
import { daySchema } from './day.js';
import { instantSchema } from './instant.js';
import { listOf } from './list.js';
import { rules } from './messages/vi.js';

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
    pdfUrl: z.string(),
  })
  .meta({ id: 'Report' });
export type Report = z.infer<typeof reportSchema>;
export const reportListSchema = listOf(reportSchema);

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

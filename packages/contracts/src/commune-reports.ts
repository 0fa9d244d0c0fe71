import { COMMUNE_REPORT_STATES, PERIOD_KINDS } from '@ocop/domain';
import { z } from 'zod';
import { daySchema } from './day.js';
import { instantSchema } from './instant.js';
import { rules } from './messages/vi.js';
import { communeReportingSchema } from './plans.js';
import { idSchema, paperSchema, wholeIn } from './written-text.js';

/** What a commune owes of a period, and what came of it by the day asked. */
const owedReportSchema = z.object({
  unitId: z.number().int(),
  unitName: z.string(),
  state: z.enum(COMMUNE_REPORT_STATES),
  /** Null = not received. */
  report: z
    .object({ id: z.number().int(), receivedOn: daySchema, paper: z.string().nullable(), enteredBy: z.string().nullable(), enteredAt: instantSchema })
    .nullable(),
});

/** The reports of a period, with a line of every commune that owes one (clause V.4). */
export const communeReportPeriodSchema = communeReportingSchema.extend({ communes: z.array(owedReportSchema) }).meta({ id: 'CommuneReportPeriod' });
export type CommuneReportPeriod = z.infer<typeof communeReportPeriodSchema>;
export type OwedReport = CommuneReportPeriod['communes'][number];

export const communeReportListSchema = z
  .object({ year: z.number().int(), asOf: daySchema, items: z.array(communeReportPeriodSchema), total: z.number().int() })
  .meta({ id: 'CommuneReportList' });
export type CommuneReportList = z.infer<typeof communeReportListSchema>;

/** A report that a commune handed in. */
export const newCommuneReportSchema = z
  .strictObject({
    year: wholeIn(rules.year, 2018, 2100),
    period: z.enum(PERIOD_KINDS, { error: rules.periodKind }),
    unitId: idSchema,
    receivedOn: daySchema,
    paper: paperSchema,
  })
  .meta({ id: 'NewCommuneReport' });
export type NewCommuneReport = z.infer<typeof newCommuneReportSchema>;

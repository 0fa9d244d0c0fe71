import { REPORT_SECTIONS } from '@ocop/domain';
import { z } from 'zod';
import { daySchema } from './day.js';
import { instantSchema } from './instant.js';
import { listOf } from './list.js';
import { rules } from './messages/vi.js';
import { idPathSchema } from './reports.js';
import { sectionTextSchema, wholeIn } from './written-text.js';

/** A part of a report that a person writes, and what the report's own facts suggest for it. */
export const reportTextSchema = z
  .object({
    section: z.enum(REPORT_SECTIONS),
    name: z.string(),
    /** Without it the report cannot be handed on. */
    required: z.boolean(),
    /** Null = nobody has written it; empty = there is nothing to add. */
    text: z.string().nullable(),
    /** 0 = not written yet. */
    version: z.number().int(),
    writtenAt: instantSchema.nullable(),
    writtenBy: z.string().nullable(),
    suggestions: z.array(z.string()),
  })
  .meta({ id: 'ReportText' });
export type ReportText = z.infer<typeof reportTextSchema>;
export const reportTextListSchema = listOf(reportTextSchema);

/** A part as it is to read now; `version` is the one the person looked at. */
export const writeReportTextSchema = z
  .strictObject({ text: sectionTextSchema, version: wholeIn(rules.id, 0, 999_999_999) })
  .meta({ id: 'WriteReportText' });
export type WriteReportText = z.infer<typeof writeReportTextSchema>;
export const reportSectionPathSchema = z.strictObject({
  id: idPathSchema.shape.id,
  section: z.enum(REPORT_SECTIONS, { error: rules.oneOf(REPORT_SECTIONS) }),
});

/** A figure of a report as frozen; value null = not on record. */
export const reportFigureListSchema = listOf(z.object({ name: z.string(), value: z.string().nullable() }).meta({ id: 'ReportFigure' }));

/** What a report would say otherwise if its figures were frozen now. */
export const reportComparisonSchema = z
  .object({
    /** The day the figures are of, in the report and now. */
    asOf: daySchema,
    /** Figures that differ; null = not on record, absent on one side = that side does not have it. */
    items: z.array(z.object({ name: z.string(), before: z.string().nullable().optional(), after: z.string().nullable().optional() })),
    total: z.number().int(),
    /** What was entered or taken back since and is dated up to that day, newest first. */
    entries: z.array(
      z.object({
        kind: z.enum(['step', 'evaluation', 'recognition', 'revocation', 'commune-report', 'funding-entry']),
        name: z.string(),
        on: daySchema,
        at: instantSchema,
        by: z.string().nullable(),
        annulled: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'ReportComparison' });
export type ReportComparison = z.infer<typeof reportComparisonSchema>;

import { LAW_TOPICS, REPORT_SECTIONS } from '@ocop/domain';
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

/** What a figure belongs to: the goals, the results, what was done in the work areas, reporting, or what an appendix lists. */
export const FIGURE_PARTS = ['goals', 'results', 'activities', 'reporting', 'products', 'certificates', 'funding'] as const;

/** A figure of a report as frozen; value null = not on record. */
export const reportFigureSchema = z
  .object({
    /** Names the figure within its report. */
    key: z.string(),
    name: z.string(),
    value: z.string().nullable(),
    part: z.enum(FIGURE_PARTS),
    /** Number of the appendix that lists it; null = none. */
    appendix: z.number().int().nullable(),
    /** How many rows were frozen with it; null = the report keeps the figure alone. */
    rows: z.number().int().nullable(),
  })
  .meta({ id: 'ReportFigure' });
export type ReportFigure = z.infer<typeof reportFigureSchema>;
export const reportFigureListSchema = listOf(reportFigureSchema).extend({
  /** By which law and formulas the figures were computed; null where the report does not say. */
  basis: z
    .object({
      law: z.array(z.object({ topic: z.enum(LAW_TOPICS), validFrom: daySchema.nullable(), legalBasis: z.string() })),
      formulas: z.number().int(),
    })
    .nullable(),
});
export type ReportFigureList = z.infer<typeof reportFigureListSchema>;

/** By the key of the list of figures. */
export const reportFigureQuerySchema = z.strictObject({ figure: z.string({ error: rules.figureKey }).min(1, { error: rules.figureKey }).max(1_000, { error: rules.figureKey }) });

/** The rows behind a figure of a report, as frozen: counted, added up, or the one it tells of. */
export const reportFigureRowsSchema = listOf(
  z
    .object({
      label: z.string(),
      detail: z.string().nullable(),
      /** A day; "2024-06" of all that a month holds. */
      on: z.string().nullable(),
      paper: z.string().nullable(),
      /** What it adds to a sum of money, whole đồng; null where rows are counted. */
      amount: z.string().nullable(),
      /** Key of the figure that the row is itself, when it has rows of its own. */
      figure: z.string().nullable(),
    })
    .meta({ id: 'ReportFigureRow' }),
)
  .extend({
    key: z.string(),
    name: z.string(),
    value: z.string().nullable(),
    measure: z.enum(['count', 'money', 'record']),
    /** The exact sum the rows come to: a number of rows, or whole đồng; null for a record and for what is not on record. */
    sum: z.string().nullable(),
    /** False = the report keeps the figure alone; there are no items then. */
    kept: z.boolean(),
  })
  .meta({ id: 'ReportFigureRows' });
export type ReportFigureRows = z.infer<typeof reportFigureRowsSchema>;

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
        kind: z.enum(['step', 'evaluation', 'recognition', 'revocation', 'commune-report', 'funding-entry', 'activity']),
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

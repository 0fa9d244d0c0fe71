import { z } from 'zod';
import { daySchema, yearParamSchema } from './day.js';
import { exportFields, NO_PAGE } from './exports.js';
import { instantSchema } from './instant.js';
import { listOf } from './list.js';
import { rules } from './messages/vi.js';
import { wholeNumber } from './whole-number.js';
import { idSchema, nameSchema, paperSchema, remarkSchema, wholeIn } from './written-text.js';

/** Something done in one of the plan's work areas (section III): a class, a fair, a visit, an inspection. */
export const activitySchema = z
  .object({
    id: z.number().int(),
    /** Number of the work area in the plan. */
    workArea: z.number().int(),
    workAreaName: z.string(),
    name: z.string(),
    heldOn: daySchema,
    /** Last day; null = it took one day. */
    endedOn: daySchema.nullable(),
    /** Null = of the whole town. */
    unitId: z.number().int().nullable(),
    unitName: z.string().nullable(),
    /** How many took part (lượt người); null = not counted. */
    participants: z.number().int().nullable(),
    paper: z.string().nullable(),
    note: z.string().nullable(),
    enteredBy: z.string().nullable(),
    enteredAt: instantSchema,
  })
  .meta({ id: 'Activity' });
export type Activity = z.infer<typeof activitySchema>;

export const activityQuerySchema = z.strictObject({
  year: yearParamSchema,
  asOf: daySchema.optional(),
  workArea: wholeNumber(rules.position, 1, 99).optional(),
  unit: z.union([z.literal('none'), wholeNumber(rules.idOrNone, 1)], { error: rules.idOrNone }).optional(),
  /** In name, paper and note; with or without diacritics. */
  search: z.string().max(200, { error: rules.searchLength }).optional(),
  page: wholeNumber(rules.page, 1).optional(),
  pageSize: wholeNumber(rules.pageSize, 1, 200).optional(),
});
export type ActivityQuery = z.infer<typeof activityQuerySchema>;
export const activityExportQuerySchema = activityQuerySchema.omit(NO_PAGE).extend(exportFields);
export type ActivityExportQuery = z.infer<typeof activityExportQuerySchema>;

/** A page of activities, newest first; the sums are of all that match. */
export const activityListSchema = listOf(activitySchema)
  .extend({
    year: z.number().int(),
    asOf: daySchema,
    /** Sum of those that were counted; null = none was. */
    participants: z.number().int().nullable(),
    /** How many of the year up to the day lie in each work area, whatever the filters; every area of the plan has a line. */
    areas: z.array(z.object({ workArea: z.number().int(), name: z.string(), count: z.number().int() })),
  })
  .meta({ id: 'ActivityList' });
export type ActivityList = z.infer<typeof activityListSchema>;

export const newActivitySchema = z
  .strictObject({
    year: wholeIn(rules.year, 2018, 2100),
    workArea: wholeIn(rules.position, 1, 99),
    name: nameSchema,
    heldOn: daySchema,
    endedOn: daySchema.nullable(),
    unitId: idSchema.nullable(),
    participants: wholeIn(rules.participants, 1, 1_000_000).nullable(),
    paper: paperSchema,
    note: remarkSchema,
  })
  .meta({ id: 'NewActivity' });
export type NewActivity = z.infer<typeof newActivitySchema>;

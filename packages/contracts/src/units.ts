import { UNIT_LEVELS } from '@ocop/domain';
import { z } from 'zod';
import { daySchema } from './day.js';
import { listOf } from './list.js';
import { rules } from './messages/vi.js';

/** An administrative unit with its validity; `validFrom` null = since before the records begin. */
export const unitSchema = z
  .object({
    id: z.number().int(),
    code: z.string(),
    type: z.string(),
    name: z.string(),
    fullName: z.string(),
    level: z.enum(UNIT_LEVELS),
    parentId: z.number().int().nullable(),
    validFrom: daySchema.nullable(),
    validTo: daySchema.nullable(),
    successor: z.string().nullable(),
    aliases: z.array(z.string()),
  })
  .meta({ id: 'Unit' });
export type Unit = z.infer<typeof unitSchema>;
export const unitListSchema = listOf(unitSchema);
/** `ever`: every unit on record, also those that ended; else the units valid on the day (default today). */
export const unitQuerySchema = z.strictObject({ asOf: daySchema.optional(), ever: z.literal('true', { error: rules.oneOf(['true']) }).optional() });
export type UnitQuery = z.infer<typeof unitQuerySchema>;

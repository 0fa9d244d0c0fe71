import { z } from 'zod';
import { instantSchema } from './instant.js';

/** Who entered a fact and when; null = it came with the plan. */
export const enteredFields = {
  enteredBy: z.string().nullable(),
  enteredAt: instantSchema,
  /** A fact entered by mistake stays and counts nowhere; null = it stands. */
  annulled: z.object({ at: instantSchema, by: z.string().nullable(), reason: z.string() }).nullable(),
};

/** What was written: its id, and its version from now on (of an annulled fact, that of the record it belongs to). */
export const receiptSchema = z.object({ id: z.number().int(), version: z.number().int() }).meta({ id: 'Receipt' });
export type Receipt = z.infer<typeof receiptSchema>;

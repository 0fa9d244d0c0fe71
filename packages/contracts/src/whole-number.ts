import { z } from 'zod';

/** A whole number in a query string. */
export const wholeNumber = (error: string, min: number, max = Number.MAX_SAFE_INTEGER) =>
  z
    .string({ error })
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .pipe(z.number().int({ error }).min(min, { error }).max(max, { error }));

import { isDay } from '@ocop/domain';
import { z } from 'zod';
import { rules } from './messages/vi.js';

/** A calendar day `YYYY-MM-DD` in Asia/Ho_Chi_Minh. */
export const daySchema = z
  .string({ error: rules.day })
  .refine(isDay, { error: rules.day })
  .meta({ format: 'date', examples: ['2024-04-09'] });

/** A programme year in a query string. */
export const yearParamSchema = z
  .string({ error: rules.year })
  .regex(/^\d{4}$/, { error: rules.year })
  .transform(Number)
  .pipe(z.number().int())
  .meta({ examples: ['2024'] });

/** Whole đồng as a decimal string. */
export const dongSchema = z.string().regex(/^-?\d+$/).meta({ examples: ['1081500000'] });

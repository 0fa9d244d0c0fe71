import { z } from 'zod';

/** Every list: the items of this page and the true total. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), total: z.number().int().nonnegative() });

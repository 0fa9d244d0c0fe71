import { AUTHORITIES, LAW_TOPICS } from '@ocop/domain';
import { z } from 'zod';
import { daySchema } from './day.js';
import { enteredFields } from './entered.js';
import { listOf } from './list.js';
import { rules } from './messages/vi.js';
import { nameSchema, wholeIn } from './written-text.js';

const authority = z.enum(AUTHORITIES, { error: rules.oneOf(AUTHORITIES) });
const authorities = z.strictObject({ 3: authority, 4: authority, 5: authority });
const months = wholeIn(rules.months, 1, 240);
const days = wholeIn(rules.days, 0, 3_650);
const window = z
  .strictObject({ fromDays: days, toDays: days })
  .refine(({ fromDays, toDays }) => fromDays >= toDays, { error: rules.windowOrder, path: ['toDays'] });

const of = { validFrom: daySchema, legalBasis: nameSchema };
/** A provision of the law, in force from its day until a later one of the same topic. */
export const newLawRuleSchema = z
  .discriminatedUnion('topic', [
    z.strictObject({ topic: z.literal('recognition-authority'), value: authorities, ...of }),
    z.strictObject({ topic: z.literal('certificate-months'), value: months, ...of }),
    z.strictObject({ topic: z.literal('re-evaluation-window'), value: window, ...of }),
  ], { error: rules.oneOf(LAW_TOPICS) })
  .meta({ id: 'NewLawRule' });
export type NewLawRule = z.infer<typeof newLawRuleSchema>;

export const lawRuleSchema = z
  .object({
    id: z.number().int(),
    topic: z.enum(LAW_TOPICS),
    /** Null = since before anything on record. */
    validFrom: daySchema.nullable(),
    legalBasis: z.string(),
    value: z.union([authorities, months, window]),
    ...enteredFields,
  })
  .meta({ id: 'LawRule' });
export type LawRuleOnRecord = z.infer<typeof lawRuleSchema>;
export const lawRuleListSchema = listOf(lawRuleSchema);

import { PRODUCER_KINDS, REGISTRATION_KINDS, REGISTRATION_STAGES } from '@ocop/domain';
import { z } from 'zod';
import { daySchema, yearParamSchema } from './day.js';
import { listOf } from './list.js';
import { rules } from './messages/vi.js';
import { wholeNumber } from './whole-number.js';

/** A product registered in a plan year, at its stage on the day asked. */
export const registrationSchema = z
  .object({
    id: z.number().int(),
    position: z.number().int(),
    productId: z.number().int(),
    productName: z.string(),
    producerName: z.string(),
    producerKind: z.enum(PRODUCER_KINDS),
    unitId: z.number().int(),
    unitName: z.string(),
    /** The producer's place as the plan writes it, kept for quoting. */
    addressAsWritten: z.string(),
    kind: z.enum(REGISTRATION_KINDS),
    stage: z.enum(REGISTRATION_STAGES),
    stageOn: daySchema,
    roundNo: z.number().int().nullable(),
    note: z.string().nullable(),
    /** Stars of the recognition this registration led to; null = not (yet) recognised. */
    stars: z.number().int().nullable(),
    /** Town council's points as a decimal string, e.g. "72.5"; null = not scored. */
    points: z.string().nullable(),
  })
  .meta({ id: 'Registration' });
export type Registration = z.infer<typeof registrationSchema>;
export const registrationListSchema = listOf(registrationSchema);

export const REGISTRATION_SORTS = ['position', 'productName', 'producerName', 'unitName', 'kind', 'stage', 'stageOn'] as const;

export const registrationQuerySchema = z.strictObject({
  year: yearParamSchema,
  asOf: daySchema.optional(),
  search: z.string().max(200, { error: rules.searchLength }).optional(),
  kind: z.enum(REGISTRATION_KINDS, { error: rules.oneOf(REGISTRATION_KINDS) }).optional(),
  stage: z.enum(REGISTRATION_STAGES, { error: rules.oneOf(REGISTRATION_STAGES) }).optional(),
  unit: wholeNumber(rules.id, 1).optional(),
  sort: z.enum(REGISTRATION_SORTS, { error: rules.oneOf(REGISTRATION_SORTS) }).optional(),
  order: z.enum(['asc', 'desc'], { error: rules.oneOf(['asc', 'desc']) }).optional(),
  page: wholeNumber(rules.page, 1).optional(),
  pageSize: wholeNumber(rules.pageSize, 1, 200).optional(),
});
export type RegistrationQuery = z.infer<typeof registrationQuerySchema>;

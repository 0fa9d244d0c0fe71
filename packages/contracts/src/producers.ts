import { PRODUCER_KINDS } from '@ocop/domain';
import { z } from 'zod';
import { exportFields, NO_PAGE } from './exports.js';
import { listOf } from './list.js';
import { rules } from './messages/vi.js';
import { wholeNumber } from './whole-number.js';
import { aliasesSchema, idSchema, nameSchema, reasonSchema, versionSchema } from './written-text.js';

/** “Chủ thể”: who makes products. */
export const producerSchema = z
  .object({
    id: z.number().int(),
    name: z.string(),
    aliases: z.array(z.string()),
    kind: z.enum(PRODUCER_KINDS),
    unitId: z.number().int(),
    unitName: z.string(),
    products: z.number().int(),
    version: z.number().int(),
  })
  .meta({ id: 'Producer' });
export type Producer = z.infer<typeof producerSchema>;
export const producerListSchema = listOf(producerSchema);

export const PRODUCER_SORTS = ['name', 'kind', 'unitName', 'products'] as const;
export const producerQuerySchema = z.strictObject({
  search: z.string().max(200, { error: rules.searchLength }).optional(),
  kind: z.enum(PRODUCER_KINDS, { error: rules.oneOf(PRODUCER_KINDS) }).optional(),
  unit: wholeNumber(rules.id, 1).optional(),
  sort: z.enum(PRODUCER_SORTS, { error: rules.oneOf(PRODUCER_SORTS) }).optional(),
  order: z.enum(['asc', 'desc'], { error: rules.oneOf(['asc', 'desc']) }).optional(),
  page: wholeNumber(rules.page, 1).optional(),
  pageSize: wholeNumber(rules.pageSize, 1, 200).optional(),
});
export type ProducerQuery = z.infer<typeof producerQuerySchema>;
export const producerExportQuerySchema = producerQuerySchema.omit(NO_PAGE).extend(exportFields);
export type ProducerExportQuery = z.infer<typeof producerExportQuerySchema>;

const producerFields = {
  name: nameSchema,
  aliases: aliasesSchema,
  kind: z.enum(PRODUCER_KINDS, { error: rules.oneOf(PRODUCER_KINDS) }),
  unitId: idSchema,
};
export const newProducerSchema = z.strictObject(producerFields).meta({ id: 'NewProducer' });
export type NewProducer = z.infer<typeof newProducerSchema>;
export const changeProducerSchema = z
  .strictObject({ ...producerFields, version: versionSchema, reason: reasonSchema.nullable() })
  .meta({ id: 'ChangeProducer' });
export type ChangeProducer = z.infer<typeof changeProducerSchema>;

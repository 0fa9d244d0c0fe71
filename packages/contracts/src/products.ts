import { CERTIFICATE_STATES, PRODUCER_KINDS } from '@ocop/domain';
import { z } from 'zod';
import { daySchema } from './day.js';
import { enteredFields } from './entered.js';
import { exportFields, NO_PAGE } from './exports.js';
import { listOf } from './list.js';
import { rules } from './messages/vi.js';
import { producerSchema } from './producers.js';
import { recognitionSchema } from './recognitions.js';
import { registrationDetailSchema } from './registrations.js';
import { wholeNumber } from './whole-number.js';
import { aliasesSchema, idSchema, nameSchema, paperSchema, reasonSchema, remarkSchema, versionSchema, wholeIn } from './written-text.js';

/** How a product's certificate stands on a day; 'none' = no recognition is in force. */
export const CERTIFICATE_STANDINGS = ['none', ...CERTIFICATE_STATES] as const;

/** A product of the register with its certificate on the day asked. */
export const productSchema = z
  .object({
    id: z.number().int(),
    name: z.string(),
    aliases: z.array(z.string()),
    producerId: z.number().int(),
    producerName: z.string(),
    producerKind: z.enum(PRODUCER_KINDS),
    unitId: z.number().int(),
    unitName: z.string(),
    /** One of the 26 sets; null = not confirmed yet. */
    productSetNo: z.number().int().nullable(),
    version: z.number().int(),
    certificate: z.enum(CERTIFICATE_STANDINGS),
    stars: z.number().int().nullable(),
    decidedOn: daySchema.nullable(),
    validTo: daySchema.nullable(),
  })
  .meta({ id: 'Product' });
export type Product = z.infer<typeof productSchema>;
export const productListSchema = listOf(productSchema);

export const PRODUCT_SORTS = ['name', 'producerName', 'unitName', 'stars', 'validTo'] as const;
export const productQuerySchema = z.strictObject({
  asOf: daySchema.optional(),
  search: z.string().max(200, { error: rules.searchLength }).optional(),
  unit: wholeNumber(rules.id, 1).optional(),
  producer: wholeNumber(rules.id, 1).optional(),
  productSet: wholeNumber(rules.productSet, 1, 26).optional(),
  certificate: z.enum(CERTIFICATE_STANDINGS, { error: rules.oneOf(CERTIFICATE_STANDINGS) }).optional(),
  sort: z.enum(PRODUCT_SORTS, { error: rules.oneOf(PRODUCT_SORTS) }).optional(),
  order: z.enum(['asc', 'desc'], { error: rules.oneOf(['asc', 'desc']) }).optional(),
  page: wholeNumber(rules.page, 1).optional(),
  pageSize: wholeNumber(rules.pageSize, 1, 200).optional(),
});
export type ProductQuery = z.infer<typeof productQuerySchema>;
export const productExportQuerySchema = productQuerySchema.omit(NO_PAGE).extend(exportFields);
export type ProductExportQuery = z.infer<typeof productExportQuerySchema>;

/** A product already there whose name reads alike, in the same commune or elsewhere. */
export const similarProductSchema = z
  .object({ id: z.number().int(), name: z.string(), producerName: z.string(), unitName: z.string(), sameUnit: z.boolean() })
  .meta({ id: 'SimilarProduct' });
export type SimilarProduct = z.infer<typeof similarProductSchema>;
export const similarProductListSchema = listOf(similarProductSchema);
export const similarProductQuerySchema = z.strictObject({
  name: z.string({ error: rules.name }).max(300, { error: rules.name }),
  unit: wholeNumber(rules.id, 1).optional(),
});
export type SimilarProductQuery = z.infer<typeof similarProductQuerySchema>;

const productFields = {
  name: nameSchema,
  aliases: aliasesSchema,
  producerId: idSchema,
  productSetNo: wholeIn(rules.productSet, 1, 26).nullable(),
};
export const newProductSchema = z.strictObject(productFields).meta({ id: 'NewProduct' });
export type NewProduct = z.infer<typeof newProductSchema>;
export const changeProductSchema = z
  .strictObject({ ...productFields, version: versionSchema, reason: reasonSchema.nullable() })
  .meta({ id: 'ChangeProduct' });
export type ChangeProduct = z.infer<typeof changeProductSchema>;

export const INSPECTION_OUTCOMES = ['met', 'not-met'] as const;
/** An inspection of a product after recognition (clause III.6). */
export const inspectionSchema = z
  .object({
    id: z.number().int(),
    inspectedOn: daySchema,
    outcome: z.enum(INSPECTION_OUTCOMES),
    findings: z.string().nullable(),
    paper: z.string().nullable(),
    ...enteredFields,
  })
  .meta({ id: 'Inspection' });
export type Inspection = z.infer<typeof inspectionSchema>;
export const newInspectionSchema = z
  .strictObject({
    inspectedOn: daySchema,
    outcome: z.enum(INSPECTION_OUTCOMES, { error: rules.oneOf(INSPECTION_OUTCOMES) }),
    findings: remarkSchema,
    paper: paperSchema,
  })
  .meta({ id: 'NewInspection' });
export type NewInspection = z.infer<typeof newInspectionSchema>;

/** Everything on record of a product. */
export const productStorySchema = z
  .object({
    product: productSchema,
    producer: producerSchema,
    registrations: z.array(registrationDetailSchema),
    recognitions: z.array(recognitionSchema),
    inspections: z.array(inspectionSchema),
  })
  .meta({ id: 'ProductStory' });
export type ProductStory = z.infer<typeof productStorySchema>;

/** One of the 26 product sets of QĐ 148/QĐ-TTg, annex I. */
export const productSetSchema = z
  .object({ no: z.number().int(), sector: z.string(), group: z.string().nullable(), name: z.string() })
  .meta({ id: 'ProductSet' });
export type ProductSet = z.infer<typeof productSetSchema>;
export const productSetListSchema = listOf(productSetSchema);

/** Why a fact entered by mistake no longer counts. */
export const annulmentSchema = z.strictObject({ reason: reasonSchema }).meta({ id: 'Annulment' });
export type Annulment = z.infer<typeof annulmentSchema>;

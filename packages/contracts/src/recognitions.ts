import { AUTHORITIES, RECOGNISED_STARS, REGISTRATION_KINDS } from '@ocop/domain';
import { z } from 'zod';
import { daySchema } from './day.js';
import { enteredFields } from './entered.js';
import { rules } from './messages/vi.js';
import { decisionNumberSchema, reasonSchema, versionSchema } from './written-text.js';

/** Ends a certificate before its time, from its day on. */
export const revocationSchema = z
  .object({ id: z.number().int(), revokedOn: daySchema, paper: z.string(), reason: z.string().nullable(), ...enteredFields })
  .meta({ id: 'Revocation' });
export type Revocation = z.infer<typeof revocationSchema>;

/** A decision that recognises a product at 3★ or more; `validTo` is computed by the law of its day. */
export const recognitionSchema = z
  .object({
    id: z.number().int(),
    productId: z.number().int(),
    registrationId: z.number().int().nullable(),
    kind: z.enum(REGISTRATION_KINDS),
    stars: z.number().int(),
    decidedOn: daySchema,
    decisionNumber: z.string(),
    authority: z.enum(AUTHORITIES),
    validTo: daySchema,
    /** Of the revocation that stands; null = in force until `validTo`. */
    revokedOn: daySchema.nullable(),
    /** Every one there was: those taken back too. */
    revocations: z.array(revocationSchema),
    ...enteredFields,
  })
  .meta({ id: 'Recognition' });
export type Recognition = z.infer<typeof recognitionSchema>;

const recognisedStars = z.union(RECOGNISED_STARS.map((stars) => z.literal(stars)), { error: rules.recognisedStars });
const decisionFields = {
  stars: recognisedStars,
  decidedOn: daySchema,
  decisionNumber: decisionNumberSchema,
  authority: z.enum(AUTHORITIES, { error: rules.oneOf(AUTHORITIES) }),
};

/** The decision a registration led to; its kind is the registration's. */
export const newRecognitionSchema = z
  .strictObject({ version: versionSchema, ...decisionFields, reason: reasonSchema.nullable() })
  .meta({ id: 'NewRecognition' });
export type NewRecognition = z.infer<typeof newRecognitionSchema>;

/** A decision of before the registrations on record. */
export const earlierRecognitionSchema = z
  .strictObject({ ...decisionFields, kind: z.enum(REGISTRATION_KINDS, { error: rules.oneOf(REGISTRATION_KINDS) }) })
  .meta({ id: 'EarlierRecognition' });
export type EarlierRecognition = z.infer<typeof earlierRecognitionSchema>;

export const newRevocationSchema = z
  .strictObject({ revokedOn: daySchema, paper: decisionNumberSchema, reason: reasonSchema })
  .meta({ id: 'NewRevocation' });
export type NewRevocation = z.infer<typeof newRevocationSchema>;

import { MOVE_KINDS, PRODUCER_KINDS, REGISTRATION_KINDS, REGISTRATION_STAGES, SUPPLEMENT_STATES } from '@ocop/domain';
import { z } from 'zod';
import { daySchema, yearParamSchema } from './day.js';
import { enteredFields } from './entered.js';
import { evaluationSchema } from './evaluations.js';
import { exportFields, NO_PAGE } from './exports.js';
import { listOf } from './list.js';
import { rules } from './messages/vi.js';
import { recognitionSchema } from './recognitions.js';
import { wholeNumber } from './whole-number.js';
import { idSchema, paperSchema, reasonSchema, remarkSchema, roundNoSchema, versionSchema, wholeIn } from './written-text.js';

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
    /** Stars of that result; null = not scored, or disqualified. */
    awardedStars: z.number().int().nullable(),
    resultOn: daySchema.nullable(),
    /** Of the plan's own list, or added by a commune in time or late (clause V.4). */
    supplement: z.enum(SUPPLEMENT_STATES),
    version: z.number().int(),
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
  round: wholeNumber(rules.roundNo, 1, 9).optional(),
  supplement: z.enum(SUPPLEMENT_STATES, { error: rules.oneOf(SUPPLEMENT_STATES) }).optional(),
  sort: z.enum(REGISTRATION_SORTS, { error: rules.oneOf(REGISTRATION_SORTS) }).optional(),
  order: z.enum(['asc', 'desc'], { error: rules.oneOf(['asc', 'desc']) }).optional(),
  page: wholeNumber(rules.page, 1).optional(),
  pageSize: wholeNumber(rules.pageSize, 1, 200).optional(),
});
export type RegistrationQuery = z.infer<typeof registrationQuerySchema>;
export const registrationExportQuerySchema = registrationQuerySchema.omit(NO_PAGE).extend(exportFields);
export type RegistrationExportQuery = z.infer<typeof registrationExportQuerySchema>;

/** A stage a registration reached on a day, with the paper behind it. */
export const registrationStepSchema = z
  .object({
    id: z.number().int(),
    stage: z.enum(REGISTRATION_STAGES),
    happenedOn: daySchema,
    roundNo: z.number().int().nullable(),
    paper: z.string().nullable(),
    /** Why a step was left out or gone back. */
    reason: z.string().nullable(),
    ...enteredFields,
  })
  .meta({ id: 'RegistrationStep' });
export type RegistrationStep = z.infer<typeof registrationStepSchema>;

/** A registration with its whole history, and where it may go from here. */
export const registrationDetailSchema = z
  .object({
    registration: registrationSchema,
    year: z.number().int(),
    steps: z.array(registrationStepSchema),
    evaluations: z.array(evaluationSchema),
    recognitions: z.array(recognitionSchema),
    moves: z.array(z.object({ stage: z.enum(REGISTRATION_STAGES), kind: z.enum(MOVE_KINDS) })),
  })
  .meta({ id: 'RegistrationDetail' });
export type RegistrationDetail = z.infer<typeof registrationDetailSchema>;

export const newRegistrationSchema = z
  .strictObject({
    year: wholeIn(rules.year, 2018, 2100),
    productId: idSchema,
    kind: z.enum(REGISTRATION_KINDS, { error: rules.oneOf(REGISTRATION_KINDS) }),
    registeredOn: daySchema,
    /** The round it is meant for; null = not said. */
    roundNo: roundNoSchema.nullable(),
    paper: paperSchema,
    note: remarkSchema,
  })
  .meta({ id: 'NewRegistration' });
export type NewRegistration = z.infer<typeof newRegistrationSchema>;

export const changeRegistrationSchema = z
  .strictObject({
    version: versionSchema,
    kind: z.enum(REGISTRATION_KINDS, { error: rules.oneOf(REGISTRATION_KINDS) }),
    note: remarkSchema,
    reason: reasonSchema,
  })
  .meta({ id: 'ChangeRegistration' });
export type ChangeRegistration = z.infer<typeof changeRegistrationSchema>;

/** A move to another stage. `reason` is needed to leave a step out or to go back. */
export const newStepSchema = z
  .strictObject({
    version: versionSchema,
    stage: z.enum(REGISTRATION_STAGES, { error: rules.oneOf(REGISTRATION_STAGES) }),
    happenedOn: daySchema,
    roundNo: roundNoSchema.nullable(),
    paper: paperSchema,
    reason: reasonSchema.nullable(),
  })
  .meta({ id: 'NewStep' });
export type NewStep = z.infer<typeof newStepSchema>;

/** Takes back the last step, entered by mistake, with the result or decision it came with. */
export const undoStepSchema = z.strictObject({ version: versionSchema, reason: reasonSchema }).meta({ id: 'UndoStep' });
export type UndoStep = z.infer<typeof undoStepSchema>;

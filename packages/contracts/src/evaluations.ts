import { EVALUATION_LEVELS, STARS } from '@ocop/domain';
import { z } from 'zod';
import { daySchema } from './day.js';
import { enteredFields } from './entered.js';
import { listOf } from './list.js';
import { rules } from './messages/vi.js';
import { idSchema, paperSchema, reasonSchema, roundNoSchema, versionSchema, wholeIn } from './written-text.js';

const pointsText = z.string().regex(/^\d{1,3}(\.\d{1,4})?$/).meta({ description: 'Points as a decimal string' });

/** What one member gave, or the mean of all: parts A, B, C (40/25/35) and their total. */
export const memberScoreSchema = z
  .object({ a: pointsText.nullable(), b: pointsText.nullable(), c: pointsText.nullable(), total: pointsText })
  .meta({ id: 'MemberScore' });
export type MemberScore = z.infer<typeof memberScoreSchema>;

/** A council's result. `stars` is computed: the band of the exact mean, capped by the minimums that are met. */
export const evaluationSchema = z
  .object({
    id: z.number().int(),
    level: z.enum(EVALUATION_LEVELS),
    evaluatedOn: daySchema,
    roundNo: z.number().int().nullable(),
    /** Null = only the mean is on record. */
    members: z.array(memberScoreSchema).nullable(),
    memberCount: z.number().int().nullable(),
    partA: z.string().nullable(),
    partB: z.string().nullable(),
    partC: z.string().nullable(),
    /** The mean, cut (never rounded) after four decimals. */
    points: z.string(),
    starCap: z.number().int(),
    band: z.number().int(),
    /** Null = disqualified. */
    stars: z.number().int().nullable(),
    disqualification: z.string().nullable(),
    paper: z.string().nullable(),
    /** The result this one corrects. */
    corrects: z.number().int().nullable(),
    ...enteredFields,
  })
  .meta({ id: 'Evaluation' });
export type Evaluation = z.infer<typeof evaluationSchema>;

/** Points as they are typed, with comma or dot; read and judged by the domain. */
const typedPoints = z.string({ error: rules.points }).trim().min(1, { error: rules.points }).max(20, { error: rules.points });
const writtenScoreSchema = z.strictObject({ a: typedPoints.nullable(), b: typedPoints.nullable(), c: typedPoints.nullable(), total: typedPoints });
const starsSchema = z.union(STARS.map((stars) => z.literal(stars)), { error: rules.oneOf(STARS.map(String)) });

export const newEvaluationSchema = z
  .strictObject({
    version: versionSchema,
    level: z.enum(EVALUATION_LEVELS, { error: rules.oneOf(EVALUATION_LEVELS) }),
    evaluatedOn: daySchema,
    roundNo: roundNoSchema.nullable(),
    /** 'members': one score a member; 'mean': one score, the mean of `memberCount` members. */
    scoring: z.enum(['members', 'mean'], { error: rules.oneOf(['members', 'mean']) }),
    scores: z.array(writtenScoreSchema, { error: rules.scores }).min(1, { error: rules.scores }).max(50, { error: rules.scores }),
    memberCount: wholeIn(rules.memberCount, 1, 50).nullable(),
    /** Highest star all of whose required minimums, and those below it, are met. */
    starCap: starsSchema,
    /** Why the product is disqualified, outside of the points; null = it is not. */
    disqualification: reasonSchema.nullable(),
    paper: paperSchema,
    /** Why a step of the registration is left out; else null. */
    reason: reasonSchema.nullable(),
    /** The result this one corrects, and why. */
    corrects: z.strictObject({ id: idSchema, reason: reasonSchema }).nullable(),
  })
  .refine(({ scoring, scores }) => scoring === 'members' || scores.length === 1, { error: rules.oneMean, path: ['scores'] })
  .meta({ id: 'NewEvaluation' });
export type NewEvaluation = z.infer<typeof newEvaluationSchema>;

/** What a council of the plan year decided for itself; null = it set no rule. */
export const councilRuleSchema = z
  .object({
    level: z.enum(EVALUATION_LEVELS),
    members: z.number().int().nullable(),
    quorum: z.object({ numerator: z.number().int(), denominator: z.number().int() }).nullable(),
    spreadLimit: z.string().nullable(),
    paper: z.string().nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'CouncilRule' });
export const councilRuleListSchema = listOf(councilRuleSchema);
export type CouncilRuleOfLevel = z.infer<typeof councilRuleSchema>;

export const setCouncilRuleSchema = z
  .strictObject({
    year: wholeIn(rules.year, 2018, 2100),
    level: z.enum(EVALUATION_LEVELS, { error: rules.oneOf(EVALUATION_LEVELS) }),
    members: wholeIn(rules.memberCount, 1, 50).nullable(),
    quorum: z
      .strictObject({ numerator: wholeIn(rules.quorum, 1, 50), denominator: wholeIn(rules.quorum, 1, 50) })
      .refine(({ numerator, denominator }) => numerator <= denominator, { error: rules.quorum, path: ['numerator'] })
      .nullable(),
    spreadLimit: typedPoints.nullable(),
    paper: paperSchema,
    /** The version the person looked at; 0 = the council had set no rule. */
    version: wholeIn(rules.id, 0, 999_999_999),
  })
  .meta({ id: 'SetCouncilRule' });
export type SetCouncilRule = z.infer<typeof setCouncilRuleSchema>;

import { FUNDING_DOUBTS } from '@ocop/domain';
import { z } from 'zod';

/** Closed list of error codes; each has one HTTP status and one Vietnamese sentence. */
export const PROBLEM_CODES = [
  'invalid-input',
  'unknown-year',
  'locality-needed',
  'unknown-locality',
  'as-of-before-plan',
  'as-of-after-today',
  'period-not-started',
  'sign-in-needed',
  'second-factor-needed',
  'wrong-credentials',
  'wrong-code',
  'link-not-valid',
  'forbidden',
  'cross-site',
  'too-many-attempts',
  'too-many-requests',
  'already-there',
  'changed-meanwhile',
  'doubtful',
  'last-administrator',
  'own-account',
  'not-found',
  'method-not-allowed',
  'body-too-large',
  'headers-too-large',
  'request-too-slow',
  'unsupported-media-type',
  'not-ready',
  'internal',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** RFC 9457 problem details; `errors[]` names every field at fault at once. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(PROBLEM_CODES),
    detail: z.string(),
    instance: z.string().optional(),
    requestId: z.string().optional(),
    /** The record as it stands now, when somebody else changed it meanwhile. */
    current: z.json().optional(),
    /** What is doubtful in what was sent: written when sent again with these accepted and a reason. */
    doubts: z.array(z.enum(FUNDING_DOUBTS)).optional(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problemSchema>;

import { z } from 'zod';
import { instantSchema } from './instant.js';
import { rules } from './messages/vi.js';
import { PERMISSIONS, ROLES } from './permissions.js';

/** Longest text a sign-in field takes; a longer password would only cost the hash time. */
export const PASSWORD_MAX = 200;
/** Shortest password a person may choose (OWASP ASVS 5, 6.2.1 asks for 8 at least). */
export const PASSWORD_MIN = 12;

export const usernameSchema = z
  .string({ error: rules.username })
  .regex(/^[a-z0-9](?:[a-z0-9._-]{1,38})[a-z0-9]$/, { error: rules.username })
  .meta({ examples: ['lanhdao'] });

/** A password as it was typed; every character counts, nothing is trimmed. */
export const typedPasswordSchema = z
  .string({ error: rules.passwordTyped })
  .min(1, { error: rules.passwordTyped })
  .max(PASSWORD_MAX, { error: rules.passwordMax(PASSWORD_MAX) });

export const newPasswordSchema = z
  .string({ error: rules.passwordMin(PASSWORD_MIN) })
  .min(PASSWORD_MIN, { error: rules.passwordMin(PASSWORD_MIN) })
  .max(PASSWORD_MAX, { error: rules.passwordMax(PASSWORD_MAX) });

export const signInSchema = z
  .strictObject({
    username: z.string({ error: rules.usernameTyped }).min(1, { error: rules.usernameTyped }).max(200, { error: rules.usernameTyped }),
    password: typedPasswordSchema,
  })
  .meta({ id: 'SignIn' });
export type SignIn = z.infer<typeof signInSchema>;

/** Six digits of the authenticator, or a recovery code such as `k7mq-2xwp-94tn`. */
export const secondFactorCodeSchema = z
  .string({ error: rules.secondFactorCode })
  .regex(/^(?:\d{6}|[a-z2-9]{4}(?:-[a-z2-9]{4}){2})$/, { error: rules.secondFactorCode })
  .meta({ examples: ['123456'] });
export const secondFactorSchema = z.strictObject({ code: secondFactorCodeSchema }).meta({ id: 'SecondFactor' });
export type SecondFactor = z.infer<typeof secondFactorSchema>;

export const namedUnitSchema = z.object({ id: z.number().int(), fullName: z.string() }).meta({ id: 'NamedUnit' });
export type NamedUnit = z.infer<typeof namedUnitSchema>;

export const SECOND_FACTOR_STATES = ['off', 'to-set-up', 'pending', 'passed'] as const;
export type SecondFactorState = (typeof SECOND_FACTOR_STATES)[number];
/** The password was right, but the second factor is still missing: a code, or (where it is required) all of it. */
export type HalfSignedInState = Extract<SecondFactorState, 'pending' | 'to-set-up'>;
export const isHalfSignedIn = (state: SecondFactorState): state is HalfSignedInState => state === 'pending' || state === 'to-set-up';

/** Who is signed in. While signed in by half there are no permissions yet. */
export const sessionSchema = z
  .object({
    accountId: z.number().int(),
    username: z.string(),
    displayName: z.string(),
    roles: z.array(z.enum(ROLES)),
    permissions: z.array(z.enum(PERMISSIONS)),
    /** The units whose rows are seen, each with what lies below it; null = every unit. */
    units: z.array(namedUnitSchema).nullable(),
    secondFactor: z.enum(SECOND_FACTOR_STATES),
    /** At the latest; sooner when nothing is done for `idleMinutes`. */
    expiresAt: instantSchema,
    idleMinutes: z.number().int(),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof sessionSchema>;

/** How one can sign in here, asked before anybody is signed in. */
export const signInWaysSchema = z
  .object({ openIdConnect: z.object({ name: z.string(), startUrl: z.string() }).nullable() })
  .meta({ id: 'SignInWays' });
export type SignInWays = z.infer<typeof signInWaysSchema>;

/** Where to go on after signing in elsewhere: an address within the dashboard, else its first page. */
export const startOpenIdConnectSchema = z.object({ tiep: z.string().max(2_000).optional().catch(undefined) });
export type StartOpenIdConnect = z.infer<typeof startOpenIdConnectSchema>;

/** One of the account's own sessions. */
export const ownSessionSchema = z
  .object({
    id: z.string(),
    current: z.boolean(),
    signedInAt: instantSchema,
    lastSeenAt: instantSchema,
    expiresAt: instantSchema,
    address: z.string(),
    device: z.string(),
    via: z.enum(['password', 'openid-connect']),
  })
  .meta({ id: 'OwnSession' });
export type OwnSession = z.infer<typeof ownSessionSchema>;

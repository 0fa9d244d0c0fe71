import { z } from 'zod';
import { instantSchema } from './instant.js';
import { listOf } from './list.js';
import { rules } from './messages/vi.js';
import { ROLES } from './permissions.js';
import { namedUnitSchema, newPasswordSchema, ownSessionSchema, secondFactorCodeSchema, typedPasswordSchema, usernameSchema } from './session.js';
import { reasonSchema } from './written-text.js';

export const ACCOUNT_STATUSES = ['invited', 'active', 'disabled'] as const;
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];

export const accountSchema = z
  .object({
    id: z.number().int(),
    username: z.string(),
    displayName: z.string(),
    email: z.string().nullable(),
    roles: z.array(z.enum(ROLES)),
    units: z.array(namedUnitSchema).nullable(),
    status: z.enum(ACCOUNT_STATUSES),
    secondFactor: z.boolean(),
    openIdConnect: z.boolean(),
    createdAt: instantSchema,
    lastSignInAt: instantSchema.nullable(),
    /** When the link not used yet ends; null = none is waiting. */
    linkExpiresAt: instantSchema.nullable(),
  })
  .meta({ id: 'Account' });
export type Account = z.infer<typeof accountSchema>;
export const accountListSchema = listOf(accountSchema);

const displayNameSchema = z
  .string({ error: rules.displayName })
  .trim()
  .min(1, { error: rules.displayName })
  .max(100, { error: rules.displayName })
  .regex(/^[^\p{Cc}]*$/u, { error: rules.displayName })
  .normalize('NFC');
export const emailSchema = z.email({ error: rules.email }).max(200, { error: rules.email });
const rolesSchema = z
  .array(z.enum(ROLES, { error: rules.roles }), { error: rules.roles })
  .min(1, { error: rules.roles })
  .max(ROLES.length, { error: rules.roles })
  .refine((roles) => new Set(roles).size === roles.length, { error: rules.roles });
const unitIdsSchema = z
  .array(z.number({ error: rules.id }).int({ error: rules.id }).min(1, { error: rules.id }).max(999_999_999, { error: rules.id }), { error: rules.units })
  .min(1, { error: rules.units })
  .max(500, { error: rules.units })
  .nullable();

/** A commune officer sees named communes only; the other roles may see everything (`unitIds` null). */
const communeOfficerHasUnits = { error: rules.communeOfficerUnits, path: ['unitIds'] };

export const inviteAccountSchema = z
  .strictObject({
    username: usernameSchema,
    displayName: displayNameSchema,
    email: emailSchema.nullable(),
    roles: rolesSchema,
    unitIds: unitIdsSchema,
  })
  .refine(({ roles, unitIds }) => !roles.includes('commune-officer') || unitIds !== null, communeOfficerHasUnits)
  .meta({ id: 'InviteAccount' });
export type InviteAccount = z.infer<typeof inviteAccountSchema>;

/** The whole of what an administrator decides of an account, with why it changes. */
export const changeAccountSchema = z
  .strictObject({
    displayName: displayNameSchema,
    email: emailSchema.nullable(),
    roles: rolesSchema,
    unitIds: unitIdsSchema,
    disabled: z.boolean({ error: rules.yesOrNo }),
    reason: reasonSchema,
  })
  .refine(({ roles, unitIds }) => !roles.includes('commune-officer') || unitIds !== null, communeOfficerHasUnits)
  .meta({ id: 'ChangeAccount' });
export type ChangeAccount = z.infer<typeof changeAccountSchema>;

/** A one-time link to choose a password, shown once: `url` is a path of the dashboard, the secret is in its fragment. */
export const accountLinkSchema = z
  .object({ account: accountSchema, url: z.string(), expiresAt: instantSchema })
  .meta({ id: 'AccountLink' });
export type AccountLink = z.infer<typeof accountLinkSchema>;

/** A new link for somebody who lost the password, or with it the authenticator. */
export const makeLinkSchema = z
  .strictObject({ resetSecondFactor: z.boolean({ error: rules.yesOrNo }), reason: reasonSchema })
  .meta({ id: 'MakeLink' });
export type MakeLink = z.infer<typeof makeLinkSchema>;

const linkTokenSchema = z.string({ error: rules.linkToken }).regex(/^[\w-]{43}$/, { error: rules.linkToken });
export const openLinkSchema = z.strictObject({ token: linkTokenSchema }).meta({ id: 'OpenLink' });
export type OpenLink = z.infer<typeof openLinkSchema>;
export const linkOwnerSchema = z
  .object({ username: z.string(), displayName: z.string(), expiresAt: instantSchema })
  .meta({ id: 'LinkOwner' });
export type LinkOwner = z.infer<typeof linkOwnerSchema>;
export const useLinkSchema = z.strictObject({ token: linkTokenSchema, password: newPasswordSchema }).meta({ id: 'UseLink' });
export type UseLink = z.infer<typeof useLinkSchema>;

/** What a person sees of the own account. */
export const ownAccountSchema = z
  .object({
    username: z.string(),
    displayName: z.string(),
    email: z.string().nullable(),
    hasPassword: z.boolean(),
    passwordChangedAt: instantSchema.nullable(),
    secondFactor: z.boolean(),
    /** The installation requires it of who signs in by password: it cannot be turned off. */
    secondFactorRequired: z.boolean(),
    recoveryCodesLeft: z.number().int(),
    openIdConnect: z.boolean(),
    sessions: z.array(ownSessionSchema),
  })
  .meta({ id: 'OwnAccount' });
export type OwnAccount = z.infer<typeof ownAccountSchema>;

export const changePasswordSchema = z
  .strictObject({ currentPassword: typedPasswordSchema, newPassword: newPasswordSchema })
  .meta({ id: 'ChangePassword' });
export type ChangePassword = z.infer<typeof changePasswordSchema>;

/** What needs the password once more: turning the second factor on or off, new recovery codes. */
export const confirmPasswordSchema = z.strictObject({ password: typedPasswordSchema }).meta({ id: 'ConfirmPassword' });
export type ConfirmPassword = z.infer<typeof confirmPasswordSchema>;
/** A key for the authenticator, as text and as the address of its QR picture; it counts once a code of it is confirmed. */
export const secondFactorSetupSchema = z.object({ secret: z.string(), uri: z.string() }).meta({ id: 'SecondFactorSetup' });
export type SecondFactorSetup = z.infer<typeof secondFactorSetupSchema>;
export const confirmSecondFactorSchema = z
  .strictObject({ code: secondFactorCodeSchema })
  .meta({ id: 'ConfirmSecondFactor' });
/** Shown once. */
export const recoveryCodesSchema = z.object({ codes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' });
export type RecoveryCodes = z.infer<typeof recoveryCodesSchema>;

/** What ends sessions needs the password once more; null = the account has none and must have signed in a moment ago. */
export const endSessionsSchema = z.strictObject({ password: typedPasswordSchema.nullable() }).meta({ id: 'EndSessions' });
export type EndSessions = z.infer<typeof endSessionsSchema>;
export const sessionPathSchema = z.strictObject({ id: z.uuid({ error: rules.id }) });

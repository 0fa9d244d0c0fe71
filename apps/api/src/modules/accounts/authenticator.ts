import { randomInt, randomBytes } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { Secret, TOTP } from 'otpauth';
import { messages } from '../../platform/errors/messages.js';

// What every authenticator application understands (RFC 6238).
const FORM = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** Steps before and after that still count: clocks differ. */
const WINDOW = 1;
const SECRET_BYTES = 20;

/** A new key in base32. */
export const newAuthenticatorSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** The address an authenticator reads from the QR picture. */
export const authenticatorUri = (username: string, secret: string): string =>
  new TOTP({ ...FORM, issuer: messages.authenticatorIssuer, label: username, secret }).toString();

/** The time step whose code this is, near `now`; null = none. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = TOTP.validate({ ...FORM, token: code, secret: Secret.fromBase32(secret), timestamp, window: WINDOW });
  return delta === null ? null : TOTP.counter({ period: FORM.period, timestamp }) + delta;
}

const RECOVERY_CODES = 10;
/** Without letters that look alike. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const group = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');

export const newRecoveryCodes = (): string[] => Array.from({ length: RECOVERY_CODES }, () => `${group()}-${group()}-${group()}`);
export const newRecoverySalt = (): string => randomBytes(16).toString('base64url');

/** About 59 random bits, so a hash that costs: Argon2id, 19 MiB, 2 passes, with the account's salt (ASVS 5, 6.5.2). */
export const hashRecoveryCode = async (code: string, salt: string): Promise<string> =>
  (await hashRaw(code, { memoryCost: 19_456, timeCost: 2, parallelism: 1, salt: Buffer.from(salt, 'base64url') })).toString('base64url');

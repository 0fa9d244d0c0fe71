import { resolve } from 'node:path';
import { emailSchema, PASSWORD_MAX } from '@ocop/contracts';
import { SetupError } from './platform/errors/setup-error.js';
import { messages } from './platform/errors/messages.js';
import type { MailSettings, OpenIdConnectSettings } from './platform/installation.js';

/** What the environment decides; the only place that reads it. */
export interface Settings {
  /** 0 = any free port. */
  port: number;
  host: string;
  /** Absolute. */
  dataDir: string;
  /** null = the embedded PostgreSQL in `dataDir`. */
  databaseUrl: string | null;
  log: 'file' | 'stdout';
  /** Address under which people open it, without a path; null = not told. */
  publicUrl: URL | null;
  /** Password of the first administrator; null = one is made. */
  adminPassword: string | null;
  /** Key of what is kept encrypted, 32 bytes; null = the one in `dataDir`. */
  secretKey: Buffer | null;
  /** Reverse proxies in front of the program. */
  proxies: number;
  /** Requests of one session a minute; null = no limit. */
  requestsPerMinute: number | null;
  /** null = sign-in by password alone. */
  openIdConnect: OpenIdConnectSettings | null;
  /** Whether who signs in by password must have a second factor. */
  secondFactorRequired: boolean;
  /** File of passwords that leaked, absolute; null = none. */
  breachedPasswords: string | null;
  /** null = no mail is sent. */
  mail: MailSettings | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

const given = (environment: Environment, name: string): string | null => {
  const value = environment[name];
  if (value === undefined) return null;
  if (value.trim() === '') throw new SetupError(messages.settings.empty(name));
  return value.trim();
};

function readPort(environment: Environment): number {
  const text = given(environment, 'PORT') ?? '3000';
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65535)) throw new SetupError(messages.settings.port(text));
  return port;
}

function readDatabaseUrl(environment: Environment): string | null {
  const text = given(environment, 'DATABASE_URL');
  if (text === null) return null;
  const url = URL.parse(text);
  if (!url || !/^postgres(ql)?:$/.test(url.protocol) || url.pathname.length < 2) {
    throw new SetupError(messages.settings.databaseUrl);
  }
  return text;
}

function readPublicUrl(environment: Environment): URL | null {
  const text = given(environment, 'OCOP_PUBLIC_URL');
  if (text === null) return null;
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '') {
    throw new SetupError(messages.settings.publicUrl(text));
  }
  return url;
}

// Whoever sets it may choose what people may not (accounts ask for 12 characters and more).
const ADMIN_PASSWORD_MIN = 8;

function readAdminPassword(environment: Environment): string | null {
  const password = environment['OCOP_ADMIN_PASSWORD'];
  if (password === undefined) return null;
  if (password.length < ADMIN_PASSWORD_MIN || password.length > PASSWORD_MAX) {
    throw new SetupError(messages.settings.adminPassword(ADMIN_PASSWORD_MIN, PASSWORD_MAX));
  }
  return password;
}

function readCount(environment: Environment, name: string, standard: number, most: number): number {
  const text = given(environment, name);
  if (text === null) return standard;
  if (!/^\d{1,7}$/.test(text) || Number(text) > most) throw new SetupError(messages.settings.count(name, most, text));
  return Number(text);
}

function readSecretKey(environment: Environment): Buffer | null {
  const text = given(environment, 'OCOP_SECRET_KEY');
  if (text !== null && !/^[0-9a-f]{64}$/i.test(text)) throw new SetupError(messages.settings.secretKey);
  return text === null ? null : Buffer.from(text, 'hex');
}

function readSecondFactor(environment: Environment): 'optional' | 'required' {
  const text = given(environment, 'OCOP_SECOND_FACTOR') ?? 'optional';
  if (text !== 'optional' && text !== 'required') throw new SetupError(messages.settings.secondFactor(text));
  return text;
}

const OPENID_CONNECT = ['OCOP_OIDC_ISSUER', 'OCOP_OIDC_CLIENT_ID', 'OCOP_OIDC_CLIENT_SECRET', 'OCOP_OIDC_NAME'] as const;
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

function readIssuer(text: string): URL {
  const url = URL.parse(text);
  // Without TLS anybody on the way could say who signs in.
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.test(url.hostname));
  if (!url || !safe || url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '') {
    throw new SetupError(messages.settings.issuer);
  }
  return url;
}

/** All four variables or none, and with them the address to come back to. */
function readOpenIdConnect(environment: Environment, publicUrl: URL | null): OpenIdConnectSettings | null {
  if (OPENID_CONNECT.every((name) => environment[name] === undefined)) return null;
  const needed = <T>(name: string, value: T | null): T => {
    if (value === null) throw new SetupError(messages.settings.openIdConnectMissing(name, OPENID_CONNECT));
    return value;
  };
  const text = (name: (typeof OPENID_CONNECT)[number]): string => needed(name, given(environment, name));
  return {
    issuer: readIssuer(text('OCOP_OIDC_ISSUER')),
    clientId: text('OCOP_OIDC_CLIENT_ID'),
    clientSecret: text('OCOP_OIDC_CLIENT_SECRET'),
    name: text('OCOP_OIDC_NAME').normalize('NFC'),
    redirectUrl: new URL('/api/v1/session/openid-connect/callback', needed('OCOP_PUBLIC_URL', publicUrl)),
  };
}

const SMTP_PORT = 587;
const SMTPS_PORT = 465;

function readSmtpUrl(text: string): Omit<MailSettings, 'from'> {
  const url = URL.parse(text);
  // Never quoted in a message: it holds a password.
  const refuse = (): never => {
    throw new SetupError(messages.settings.smtpUrl);
  };
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === '' || url.pathname.length > 1 || url.search !== '' || url.hash !== '' || (url.username === '') !== (url.password === '')) return refuse();
  const secure = url.protocol === 'smtps:';
  const decoded = (part: string): string => {
    try {
      return decodeURIComponent(part);
    } catch {
      return refuse();
    }
  };
  const auth = url.username === '' ? null : { user: decoded(url.username), pass: decoded(url.password) };
  // A password goes over the network encrypted, or not at all.
  const encryptedOnly = auth !== null && !LOOPBACK.test(url.hostname);
  return { host: url.hostname, port: url.port === '' ? (secure ? SMTPS_PORT : SMTP_PORT) : Number(url.port), secure, encryptedOnly, auth };
}

/** "Tên <địa chỉ>", or the address alone. */
function readMailFrom(text: string): MailSettings['from'] {
  const [, name = '', within] = /^([^<>\p{Cc}]*)<([^<>\s]+)>$/u.exec(text) ?? [];
  const address = emailSchema.safeParse(within ?? text);
  if (!address.success) throw new SetupError(messages.settings.mailFrom(text));
  return { name: name.normalize('NFC').trim() || null, address: address.data };
}

/** Both variables or none. */
function readMail(environment: Environment): MailSettings | null {
  const [url, from] = [given(environment, 'OCOP_SMTP_URL'), given(environment, 'OCOP_MAIL_FROM')];
  if (url === null && from === null) return null;
  if (url === null || from === null) throw new SetupError(messages.settings.mailMissing(url === null ? 'OCOP_SMTP_URL' : 'OCOP_MAIL_FROM'));
  return { ...readSmtpUrl(url), from: readMailFrom(from) };
}

/**
 * Reads and checks the environment (docs/operations.md lists every variable).
 * @throws SetupError with one line naming the variable and what it allows
 */
export function readSettings(environment: Environment, root: string): Settings {
  const log = given(environment, 'OCOP_LOG') ?? 'file';
  if (log !== 'file' && log !== 'stdout') throw new SetupError(messages.settings.log(log));
  const publicUrl = readPublicUrl(environment);
  const breachedPasswords = given(environment, 'OCOP_BREACHED_PASSWORDS');
  return {
    port: readPort(environment),
    host: given(environment, 'HOST') ?? '127.0.0.1',
    dataDir: resolve(root, given(environment, 'OCOP_DATA_DIR') ?? '.data'),
    databaseUrl: readDatabaseUrl(environment),
    log,
    publicUrl,
    adminPassword: readAdminPassword(environment),
    secretKey: readSecretKey(environment),
    proxies: readCount(environment, 'OCOP_PROXIES', 0, 10),
    requestsPerMinute: readCount(environment, 'OCOP_RATE_PER_MINUTE', 600, 1_000_000) || null,
    openIdConnect: readOpenIdConnect(environment, publicUrl),
    secondFactorRequired: readSecondFactor(environment) === 'required',
    breachedPasswords: breachedPasswords === null ? null : resolve(root, breachedPasswords),
    mail: readMail(environment),
  };
}

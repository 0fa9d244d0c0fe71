import type { BreachedPasswords } from './breached-passwords.js';

/** The provider through which people may sign in besides, and who this program is to it. */
export interface OpenIdConnectSettings {
  issuer: URL;
  clientId: string;
  clientSecret: string;
  /** On the button. */
  name: string;
  /** Where the provider sends people back; registered there. */
  redirectUrl: URL;
}

/** The mail server that takes letters, and who they are from. */
export interface MailSettings {
  host: string;
  port: number;
  /** TLS from the first byte (smtps). */
  secure: boolean;
  /** Nothing is sent before the connection is encrypted. */
  encryptedOnly: boolean;
  auth: { user: string; pass: string } | null;
  from: { name: string | null; address: string };
}

/** What this installation was told from outside (settings.ts reads it). */
export abstract class Installation {
  /** Address under which people open it; null = not told, plain HTTP on this machine. */
  abstract readonly publicUrl: URL | null;
  /** Key of what is kept encrypted; 32 bytes. */
  abstract readonly secretKey: Buffer;
  /** Reverse proxies in front, whose word on the caller's address is taken. */
  abstract readonly proxies: number;
  /** Requests of one session a minute; null = no limit. */
  abstract readonly requestsPerMinute: number | null;
  /** Folder for files of the running program; null = keep none. */
  abstract readonly dataDir: string | null;
  /** Null = sign-in by password alone. */
  abstract readonly openIdConnect: OpenIdConnectSettings | null;
  /** Whether who signs in by password must have a second factor; at a provider that is the provider's matter. */
  abstract readonly secondFactorRequired: boolean;
  /** Null = only the common passwords that come with the program are known. */
  abstract readonly breachedPasswords: BreachedPasswords | null;
  /** Null = this installation sends no mail. */
  abstract readonly mail: MailSettings | null;
}

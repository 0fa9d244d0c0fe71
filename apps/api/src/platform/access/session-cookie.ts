import { hash, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Injectable } from '@nestjs/common';
import { Installation } from '../installation.js';

/** 256 random bits; only its SHA-256 is kept, so the database alone opens no session. */
export const newToken = (): string => randomBytes(32).toString('base64url');
export const sha256 = (text: string): string => hash('sha256', text);

const DEVICE_DAYS = 365;

/** The cookies: who is signed in, that this device signed in before, and a sign-in under way elsewhere. No script of a page can read them. */
@Injectable()
export class SessionCookie {
  private readonly secure: boolean;
  private readonly sessionName: string;
  private readonly deviceName: string;
  private readonly flowName: string;

  constructor(installation: Installation) {
    this.secure = installation.publicUrl?.protocol === 'https:';
    // The prefix makes the browser refuse a cookie that another host or a plain connection set.
    this.sessionName = this.secure ? '__Host-ocop' : 'ocop';
    this.deviceName = this.secure ? '__Host-ocop-device' : 'ocop-device';
    this.flowName = this.secure ? '__Host-ocop-flow' : 'ocop-flow';
  }

  token = (request: FastifyRequest): string | null => plain(request.cookies[this.sessionName]);
  device = (request: FastifyRequest): string | null => plain(request.cookies[this.deviceName]);
  flow = (request: FastifyRequest): string | null => request.cookies[this.flowName] ?? null;

  set(reply: FastifyReply, token: string, expiresAt: Date): void {
    void reply.setCookie(this.sessionName, token, { ...this.attributes(), expires: expiresAt });
  }

  setDevice(reply: FastifyReply, token: string): void {
    void reply.setCookie(this.deviceName, token, { ...this.attributes(), maxAge: DEVICE_DAYS * 86_400 });
  }

  /** What the browser keeps while its owner signs in elsewhere; the caller encrypts it. */
  setFlow(reply: FastifyReply, text: string, seconds: number): void {
    void reply.setCookie(this.flowName, text, { ...this.attributes(), maxAge: seconds });
  }

  clearFlow(reply: FastifyReply): void {
    void reply.clearCookie(this.flowName, this.attributes());
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.sessionName, this.attributes());
  }

  private attributes() {
    // Lax: a link in a mail opens signed in; what changes anything is guarded besides (cross-site.ts).
    return { path: '/', httpOnly: true, secure: this.secure, sameSite: 'lax' } as const;
  }
}

const plain = (token: string | undefined): string | null => (token !== undefined && /^[\w-]{43}$/.test(token) ? token : null);

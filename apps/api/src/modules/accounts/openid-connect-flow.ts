import { z } from 'zod';
import { decrypt, encrypt } from '../../platform/encryption.js';

/** How long a person may take at the provider. */
export const FLOW_SECONDS = 600;
const CONTEXT = 'openid-connect flow';
/** A cookie holds 4 KiB, encrypted and encoded. */
const PATH_MAX = 1_500;

const flowSchema = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), back: z.string(), endsAt: z.number() });

/** What ties the answer of the provider to the browser that asked; `back` is where to go on, `endsAt` in milliseconds. */
export type Flow = z.infer<typeof flowSchema>;

export const sealFlow = (key: Buffer, flow: Flow): string => encrypt(key, JSON.stringify(flow), CONTEXT);

/** The flow of a cookie; null = none, not ours, or too old. */
export function openFlow(key: Buffer, sealed: string | null, now: Date): Flow | null {
  const text = sealed === null ? null : decrypt(key, sealed, CONTEXT);
  if (text === null) return null;
  const flow = flowSchema.parse(JSON.parse(text));
  return flow.endsAt > now.getTime() ? flow : null;
}

/** The address as a path of this site, percent-encoded; `/` when it would lead elsewhere (ASVS 5, 3.7.2). */
export function ownPath(address: string | undefined): string {
  const here = 'http://here.invalid';
  // A browser reads \ as / and leaves out control characters, so that /\x.vn and /<tab>/x.vn are other hosts.
  if (address === undefined || !/^\/[^\\\p{Cc}]*$/u.test(address)) return '/';
  const url = URL.parse(address, here);
  if (url?.origin !== here) return '/';
  const path = `${url.pathname}${url.search}`;
  // /.//x.vn becomes //x.vn: another host.
  return path.startsWith('//') || path.length > PATH_MAX ? '/' : path;
}

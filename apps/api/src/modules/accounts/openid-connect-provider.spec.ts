import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { createApp } from '../../create-app.js';
import { createLog } from '../../platform/http/request-log.js';
import { Browser } from '../../testing/browser.js';
import { readLog } from '../../testing/log-file.js';
import { startOpenIdProvider, type OpenIdProvider } from '../../testing/openid-provider.js';
import { addPerson } from '../../testing/people.js';
import { TestApp } from '../../testing/test-app.js';
import { testInstallation } from '../../testing/test-database.js';

const PUBLIC_URL = new URL('https://ocop.example');
const START = '/api/v1/session/openid-connect';
const redirectUrl = new URL(`${START}/callback`, PUBLIC_URL);

let database: TestApp;
let provider: OpenIdProvider;
let program: NestFastifyApplication;
let browser: Browser;
let folder: string;
let log: Logger;
let email: string;
beforeAll(async () => {
  database = await TestApp.start({ today: '2024-04-09' });
});
afterAll(() => database.close());

/** A program that has not asked the provider anything yet. */
beforeEach(async () => {
  provider = await startOpenIdProvider(redirectUrl);
  const { accountId, username } = await addPerson(database.db, database.clock.now(), ['finance']);
  email = `${username}@huongtra.example`;
  await database.db.query('update account set email = $2 where id = $1', [accountId, email]);
  provider.person = { subject: 'person-1', email, email_verified: true };
  folder = await mkdtemp(join(tmpdir(), 'ocop-log-'));
  log = createLog(join(folder, 'api.log'));
  program = await createApp({
    dataSource: database.appData,
    clock: database.clock,
    installation: { ...testInstallation, publicUrl: PUBLIC_URL, openIdConnect: { ...provider, name: 'Hệ thống chung', redirectUrl } },
    log,
    dashboard: null,
  });
  await program.listen(0, '127.0.0.1');
  browser = new Browser(PUBLIC_URL, await program.getUrl());
});
afterEach(async () => {
  await program.close();
  await provider.close();
  await rm(folder, { recursive: true, force: true });
});

const FAILED = '/dang-nhap?loi=that-bai';

/** The log so far. */
async function logged(): Promise<{ text: string; reasons: string[] }> {
  const text = await readLog(log, join(folder, 'api.log'));
  const lines = text.trim().split('\n').map((line) => JSON.parse(line) as { reason?: string });
  return { text, reasons: lines.flatMap(({ reason }) => reason ?? []) };
}

describe('the provider', () => {
  it('is asked what it is at the first sign-in, and not again', async () => {
    expect(provider.requests).toEqual([]);
    for (const _ of [1, 2]) expect(await browser.signIn(START)).toBe('/');
    expect(provider.requests.filter((path) => path === '/.well-known/openid-configuration')).toHaveLength(1);
  });

  it('while it is down leads back to the sign-in page, and is asked again afterwards', async () => {
    provider.instead = () => ({ error: 'temporarily_unavailable' });
    expect(await browser.next(START)).toBe(FAILED);
    expect(browser.own.size).toBe(0);
    provider.instead = null;
    expect(await browser.signIn(START)).toBe('/');
  });

  it('gone altogether before or after the start is no 5xx either', async () => {
    const back = await browser.throughProvider(START);
    await provider.close();
    expect(await browser.next(back)).toBe(FAILED);
    expect((await logged()).reasons).toEqual([expect.stringContaining('ECONNREFUSED')]);
  });

  it.each<[string, (path: string) => unknown]>([
    ['an ID token signed with another key (ASVS 6.8.2, 9.1.1)', (path) => (path === '/jwks' ? { keys: [otherKey()] } : undefined)],
    ['no ID token', (path) => (path === '/token' ? { access_token: 'x', token_type: 'bearer' } : undefined)],
    ['an ID token without a signature', (path) => (path === '/token' ? { access_token: 'x', token_type: 'bearer', id_token: unsigned() } : undefined)],
    ['something else than JSON would be', (path) => (path === '/token' ? null : undefined)],
    ['the address of somebody with another subject', (path) => (path === '/me' ? { sub: 'person-2', email, email_verified: true } : undefined)],
    ['to be another one than configured (ASVS 10.5.3)', (path) => (path.startsWith('/.well-known') ? { issuer: 'https://noi-khac.example' } : undefined)],
  ])('that gives %s lets nobody in', async (_, instead) => {
    provider.instead = instead;
    const back = await browser.throughProvider(START);
    expect(back === FAILED ? back : await browser.next(back)).toBe(FAILED);
    expect(browser.own.has('__Host-ocop')).toBe(false);
    expect((await logged()).reasons).toHaveLength(1);
  });

  it('is known to the log by what went wrong, without codes, states, secrets or persons (ASVS 16.2.5)', async () => {
    const back = new URL(await browser.throughProvider(START));
    const { code = '', state = '' } = Object.fromEntries(back.searchParams);
    expect(await browser.next(back.href)).toBe('/');
    await browser.throughProvider(START);
    expect(await browser.next(back.href)).toBe(FAILED);
    const { text, reasons } = await logged();
    expect(reasons).toEqual([expect.stringContaining('state')]);
    for (const secret of [code, state, email, 'person-1', provider.clientSecret, browser.own.get('__Host-ocop') ?? '?']) expect(text).not.toContain(secret);
  });
});

describe('an ID token', () => {
  /** Goes through the provider, whose answer holds the token that `make` gives; where the browser is led in the end. */
  async function signInWith(make: (claims: Claims) => string): Promise<string> {
    const asked = await browser.next(START);
    const now = Math.floor(Date.now() / 1_000);
    const claims = {
      iss: provider.issuer.origin, sub: 'person-1', aud: provider.clientId, iat: now, exp: now + 60, nonce: new URL(asked).searchParams.get('nonce'), email, email_verified: true,
    };
    provider.instead = (path) => (path === '/token' ? { access_token: ACCESS_TOKEN, token_type: 'bearer', id_token: make(claims) } : undefined);
    return browser.next(await browser.throughProvider(asked));
  }
  const signed = (claims: Claims) => jwt(RS256, claims, provider.sign);

  it('lets nobody in that has one fault; without it, it does (ASVS 9.1.1–9.2.3, 10.5.4)', async () => {
    const own = generateKeyPairSync('rsa', { modulusLength: 2_048 });
    const minutesAgo = (minutes: number) => Math.floor(Date.now() / 1_000) - 60 * minutes;
    /** What the refusal names. */
    const faults: Record<string, [named: string, make: (claims: Claims) => string]> = {
      'by no key': ['"alg"', (claims) => jwt({ alg: 'none' }, claims, () => Buffer.alloc(0))],
      'by the secret of the client': ['"alg"', (claims) => jwt({ alg: 'HS256' }, claims, (text) => createHmac('sha256', provider.clientSecret).update(text).digest())],
      'by a key that it brings along': ['signature', (claims) => jwt({ ...RS256, jwk: own.publicKey.export({ format: 'jwk' }) }, claims, (text) => sign('sha256', Buffer.from(text), own.privateKey))],
      'changed after it was signed': ['signature', (claims) => signed(claims).replace(/[^.]+(?=\.[^.]*$)/, encoded({ ...claims, sub: 'person-2' }))],
      'over': ['"exp"', (claims) => signed({ ...claims, exp: minutesAgo(2) })],
      'without an end': ['"exp"', ({ exp: _, ...claims }) => signed(claims)],
      'not valid yet': ['"nbf"', (claims) => signed({ ...claims, nbf: minutesAgo(-2) })],
      'for another client': ['"aud"', (claims) => signed({ ...claims, aud: 'another' })],
      'for several, given to another': ['"azp"', (claims) => signed({ ...claims, aud: [provider.clientId, 'another'], azp: 'another' })],
      'of another issuer': ['"iss"', (claims) => signed({ ...claims, iss: 'https://noi-khac.example' })],
      'of another sign-in': ['"nonce"', (claims) => signed({ ...claims, nonce: 'x'.repeat(43) })],
      'an access token': ['"nonce"', ({ nonce: _, ...claims }) => jwt({ ...RS256, typ: 'at+jwt' }, { ...claims, scope: 'openid email' }, provider.sign)],
      'of nobody': ['"sub"', ({ sub: _, ...claims }) => signed(claims)],
    };
    const led: Record<string, string> = {};
    for (const [name, [, make]] of Object.entries(faults)) led[name] = await signInWith(make);
    expect(led).toEqual(Object.fromEntries(Object.keys(faults).map((name) => [name, FAILED])));
    expect((await logged()).reasons).toEqual(Object.values(faults).map(([named]) => expect.stringContaining(named)));
    expect(browser.own.has('__Host-ocop')).toBe(false);
    expect(await signInWith(signed)).toBe('/');
  });

  it('and the access token beside it stay in the server: they are in no answer, no table and no line of the log (ASVS 10.1.1)', async () => {
    let idToken = '';
    expect(await signInWith((claims) => (idToken = signed(claims)))).toBe('/');
    const answered = [...(browser.last?.headers ?? [])].flat().join(' ') + (await browser.last?.text());
    expect(answered).toContain('__Host-ocop=');
    const [kept] = await database.db.query<{ text: string }[]>(`select database_to_xml(true, true, '')::text as text`);
    expect(kept?.text).toContain('person-1');
    for (const token of [ACCESS_TOKEN, idToken]) expect(answered + kept?.text + (await logged()).text).not.toContain(token);
  });

  it('is not fetched from where an answer of the provider would send on to (ASVS 15.3.2)', async () => {
    const back = await browser.throughProvider(START);
    provider.instead = (path) => (path === '/token' ? new URL('/elsewhere', provider.issuer) : undefined);
    expect(await browser.next(back)).toBe(FAILED);
    expect(provider.requests.filter((path) => ['/token', '/elsewhere'].includes(path))).toEqual(['/token']);
  });
});

type Claims = Readonly<Record<string, unknown>>;
const ACCESS_TOKEN = 'ma-truy-cap-chi-de-kiem-thu';
const RS256 = { alg: 'RS256', kid: 'one' };
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token with that signature over its first two parts. */
function jwt(header: object, claims: Claims, signature: (text: string) => Buffer): string {
  const text = `${encoded(header)}.${encoded(claims)}`;
  return `${text}.${signature(text).toString('base64url')}`;
}

const otherKey = () => ({ ...generateKeyPairSync('rsa', { modulusLength: 2_048 }).publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' });

function unsigned(): string {
  const now = Math.floor(Date.now() / 1_000);
  return jwt({ alg: 'none' }, { iss: provider.issuer.origin, sub: 'person-1', aud: provider.clientId, iat: now, exp: now + 60 }, () => Buffer.alloc(0));
}

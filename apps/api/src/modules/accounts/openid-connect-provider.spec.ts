import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../create-app.js';
import { createLog } from '../../platform/http/request-log.js';
import { Browser } from '../../testing/browser.js';
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
  program = await createApp({
    dataSource: database.appData,
    clock: database.clock,
    installation: { ...testInstallation, publicUrl: PUBLIC_URL, openIdConnect: { ...provider, name: 'Hệ thống chung', redirectUrl } },
    log: createLog(join(folder, 'api.log')),
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
  await sleep(200);
  const text = await readFile(join(folder, 'api.log'), 'utf8');
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

const otherKey = () => ({ ...generateKeyPairSync('rsa', { modulusLength: 2_048 }).publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' });

function unsigned(): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1_000);
  return `${part({ alg: 'none' })}.${part({ iss: provider.issuer.origin, sub: 'person-1', aud: provider.clientId, iat: now, exp: now + 60 })}.`;
}

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { signInWaysSchema } from '@ocop/contracts';
import { Browser } from '../../testing/browser.js';
import { startOpenIdProvider, type OpenIdProvider } from '../../testing/openid-provider.js';
import { addPerson, type Person } from '../../testing/people.js';
import { TestApp } from '../../testing/test-app.js';

const PUBLIC_URL = new URL('https://ocop.example');
const START = '/api/v1/session/openid-connect';
const CALLBACK = `${START}/callback`;

let provider: OpenIdProvider;
let app: TestApp;
beforeAll(async () => {
  const redirectUrl = new URL(CALLBACK, PUBLIC_URL);
  provider = await startOpenIdProvider(redirectUrl);
  const openIdConnect = { ...provider, name: 'Hệ thống chung', redirectUrl };
  app = await TestApp.start({ today: '2024-04-09', installation: { publicUrl: PUBLIC_URL, openIdConnect } });
});
beforeEach(() => void (app.clock.seconds = 0));
afterAll(() => Promise.all([app.close(), provider.close()]));

const newBrowser = (own: Record<string, string> = {}) => new Browser(PUBLIC_URL, app.origin, own);
const sessionOf = ({ own }: Browser) => app.as({ cookie: `__Host-ocop=${own.get('__Host-ocop') ?? ''}` }).get('/api/v1/session');

let made = 0;
/** An account that an administrator invited by this address. */
async function invite(email: string): Promise<Person> {
  const one = await addPerson(app.db, app.clock.now(), ['finance']);
  await app.db.query('update account set email = $2 where id = $1', [one.accountId, email]);
  return one;
}
const newAddress = () => `nguoi${(made += 1)}@huongtra.example`;
async function account({ accountId }: Person) {
  const [row] = await app.db.query<{ issuer: string | null; subject: string | null; sessions: number }[]>(
    `select oidc_issuer as issuer, oidc_subject as subject,
       (select count(*)::int from session s where s.account_id = a.id and via = 'openid-connect') as sessions from account a where id = $1`,
    [accountId],
  );
  return row;
}
const lines = ({ accountId }: Person) =>
  app.db.query<{ action: string; after: object | null }[]>(`select action, after from audit_entry where subject_id = $1 and subject = 'account' order by no`, [String(accountId)]);
const disable = ({ accountId }: Person) => app.db.query('update account set disabled_at = now() where id = $1', [accountId]);

/** An invited person who signed in once: the account is theirs by subject now. */
async function linkedPerson() {
  const email = newAddress();
  const person = await invite(email);
  const subject = `sub-${email}`;
  provider.person = { subject, email, email_verified: true };
  expect(await newBrowser().signIn(START)).toBe('/');
  return { ...person, email, subject };
}

describe('sign-in through the provider', () => {
  it('is offered by its name', async () => {
    expect(await app.as(null).read(signInWaysSchema, '/api/v1/sign-in-ways')).toEqual({ openIdConnect: { name: 'Hệ thống chung', startUrl: START } });
  });

  it('lets in whom an administrator invited by the address that the provider verified, and links the account (ASVS 6.8.1)', async () => {
    const email = newAddress();
    const person = await invite(email.toUpperCase());
    provider.person = { subject: 'person-1', email, email_verified: true };
    const browser = newBrowser();
    expect(await browser.signIn(START)).toBe('/');
    const session = await sessionOf(browser);
    expect([session.status, session.body]).toEqual([200, expect.objectContaining({ username: person.username, secondFactor: 'off', roles: ['finance'] })]);
    expect(await account(person)).toEqual({ issuer: provider.issuer.origin, subject: 'person-1', sessions: 1 });
    expect(await lines(person)).toEqual([{ action: 'openid-connect-linked', after: { oidcIssuer: provider.issuer.origin, oidcSubject: 'person-1' } }]);
  });
});

describe('sign-in through the provider, once more', () => {
  it('goes by the subject, whatever address it has by now (ASVS 10.5.2)', async () => {
    const person = await linkedPerson();
    provider.person = { subject: person.subject, email: 'khac@noi-khac.example', email_verified: false };
    expect(await newBrowser().signIn(START)).toBe('/');
    expect((await account(person))?.sessions).toBe(2);
    expect((await lines(person)).filter(({ action }) => action === 'openid-connect-linked')).toHaveLength(1);
  });

  it('links once what comes back twice at the same moment', async () => {
    const email = newAddress();
    const person = await invite(email);
    provider.person = { subject: `sub-${email}`, email, email_verified: true };
    expect(await Promise.all([1, 2, 3].map(() => newBrowser().signIn(START)))).toEqual(['/', '/', '/']);
    expect([(await account(person))?.sessions, (await lines(person)).length]).toEqual([3, 1]);
  });

  it('gives a new token each time, and knows the device again (ASVS 7.2.4)', async () => {
    const person = await linkedPerson();
    provider.person = { subject: person.subject };
    const browser = newBrowser();
    const seen: (string | undefined)[][] = [];
    for (const _ of [1, 2]) {
      expect(await browser.signIn(START)).toBe('/');
      seen.push([browser.own.get('__Host-ocop'), browser.own.get('__Host-ocop-device')]);
    }
    expect(seen[0]?.[0]).not.toBe(seen[1]?.[0]);
    expect(seen[0]?.[1]).toBe(seen[1]?.[1]);
  });

  it('sends the state, nonce and S256 challenge anew, and keeps them encrypted in one cookie that no script reads (ASVS 10.1.2)', async () => {
    const browser = newBrowser();
    const asked = [new URL(await browser.next(START)).searchParams, new URL(await browser.next(START)).searchParams];
    expect(Object.fromEntries(asked[0] ?? [])).toEqual({
      client_id: 'ocop', response_type: 'code', redirect_uri: `${PUBLIC_URL.origin}${CALLBACK}`, scope: 'openid email', code_challenge_method: 'S256',
      state: expect.any(String), nonce: expect.any(String), code_challenge: expect.any(String),
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked[0]?.get(name)).not.toBe(asked[1]?.get(name));
    const [cookie = ''] = browser.last?.headers.getSetCookie() ?? [];
    expect(cookie).toMatch(/^__Host-ocop-flow=[\w-]{200,}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(Buffer.from(browser.own.get('__Host-ocop-flow') ?? '', 'base64url').toString('latin1')).not.toContain(asked[1]?.get('state'));
  });
});

describe('nobody comes in', () => {
  const expectRefused = async (code: string, browser = newBrowser()) => {
    expect(await browser.signIn(START)).toBe(`/dang-nhap?loi=${code}`);
    expect((await sessionOf(browser)).status).toBe(401);
    expect([...browser.own.keys()]).toEqual([]);
  };

  it('whom no administrator invited: no account is made by itself', async () => {
    const count = async () => (await app.db.query<{ count: string }[]>('select count(*) from account'))[0]?.count;
    const before = await count();
    provider.person = { subject: 'stranger', email: newAddress(), email_verified: true };
    await expectRefused('chua-moi');
    expect(await count()).toBe(before);
    const [line] = await app.db.query<object[]>('select action, subject_id, account_name, after from audit_entry order by no desc limit 1');
    expect(line).toEqual({ action: 'sign-in-failed', subject_id: null, account_name: null, after: { via: 'openid-connect' } });
  });

  it.each<[string, (email: string) => { email?: string; email_verified?: boolean }]>([
    ['not verified', (email) => ({ email, email_verified: false })],
    ['not said to be verified', (email) => ({ email })],
    ['of look-alike letters, which lower case makes plain', (email) => ({ email: email.replace('k', '\u212a'), email_verified: true })],
    ['not given', () => ({})],
  ])('by an address that is %s', async (_, claims) => {
    const email = `k${newAddress()}`;
    const person = await invite(email);
    provider.person = { subject: `taker-${email}`, ...claims(email) };
    await expectRefused('chua-moi');
    expect(await account(person)).toMatchObject({ subject: null, sessions: 0 });
  });

  it("by the address of an account that is another person's at the provider", async () => {
    const person = await linkedPerson();
    provider.person = { subject: 'heir-of-the-address', email: person.email, email_verified: true };
    await expectRefused('chua-moi');
    expect(await account(person)).toMatchObject({ subject: person.subject, sessions: 1 });
  });

  it('whose account is disabled, linked or not; it is not linked then either', async () => {
    const [linked, email] = [await linkedPerson(), newAddress()];
    const invited = await invite(email);
    await disable(linked);
    await disable(invited);
    provider.person = { subject: linked.subject };
    await expectRefused('khoa');
    provider.person = { subject: `sub-${email}`, email, email_verified: true };
    await expectRefused('khoa');
    expect(await account(invited)).toMatchObject({ subject: null, sessions: 0 });
    expect((await lines(linked)).at(-1)).toEqual({ action: 'sign-in-failed', after: { via: 'openid-connect' } });
  });

  it('who refuses at the provider', async () => {
    provider.person = null;
    await expectRefused('tu-choi');
  });
});

describe('an answer that does not belong to what this browser began comes to nothing (ASVS 10.1.2, 10.2.1, 10.5.1)', () => {
  /** Just before the way back, with the right answer in hand. */
  async function before(): Promise<{ browser: Browser; back: string; person: Person }> {
    const person = await linkedPerson();
    provider.person = { subject: person.subject };
    const browser = newBrowser();
    return { browser, back: await browser.throughProvider(START), person };
  }
  async function expectNothing(browser: Browser, address: string, person: Person): Promise<void> {
    const { sessions = 0 } = (await account(person)) ?? {};
    expect(await browser.next(address)).toBe('/dang-nhap?loi=that-bai');
    expect((await account(person))?.sessions).toBe(sessions);
  }
  const changed = (address: string, parameters: Record<string, string>): string => {
    const url = new URL(address);
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    return url.href;
  };

  it('the same answer twice, also with the cookie kept', async () => {
    const { browser, back, person } = await before();
    const flow = browser.own.get('__Host-ocop-flow') ?? '';
    expect(await browser.next(back)).toBe('/');
    expect(browser.own.has('__Host-ocop-flow')).toBe(false);
    await expectNothing(browser, back, person);
    browser.own.set('__Host-ocop-flow', flow);
    await expectNothing(browser, back, person);
  });

  it.each<[string, Record<string, string>]>([
    ['another state', { state: 'x' }],
    ['no state', { state: '' }],
    ['another code', { code: 'x' }],
    ['no code', { code: '' }],
    ['another issuer', { iss: 'https://noi-khac.example' }],
    ['a refusal with another state', { error: 'access_denied', state: 'x' }],
    ['an error of the provider', { error: 'server_error' }],
  ])('%s', async (_, parameters) => {
    const { browser, back, person } = await before();
    await expectNothing(browser, changed(back, parameters), person);
  });

  it.each(['nonce', 'code_challenge', 'state'])('an answer to another %s than this browser asked with', async (name) => {
    const { browser, person } = await before();
    await expectNothing(browser, await browser.throughProvider(changed(await browser.next(START), { [name]: 'x'.repeat(43) })), person);
  });

  it("somebody else's answer: their code with the own state, or their whole address (login CSRF)", async () => {
    const [mine, theirs] = [await before(), await before()];
    const code = new URL(theirs.back).searchParams.get('code');
    await expectNothing(mine.browser, changed(mine.back, { code: code ?? '' }), theirs.person);
    const again = await before();
    await expectNothing(again.browser, theirs.back, theirs.person);
  });

  it('no cookie, one that was changed, or one of an earlier time', async () => {
    const { browser, back, person } = await before();
    await expectNothing(newBrowser(), back, person);
    const flow = browser.own.get('__Host-ocop-flow') ?? '';
    for (const other of ['x', `${flow.slice(0, -4)}AAAA`, `A${flow.slice(1)}`, flow.slice(0, 40)]) await expectNothing(newBrowser({ '__Host-ocop-flow': other }), back, person);
    app.clock.seconds = 600;
    await expectNothing(browser, back, person);
  });
});

describe('where one goes on', () => {
  it.each([
    ['tiep=%2Fsan-pham%3Fq%3DH%C6%B0%C6%A1ng', '/san-pham?q=H%C6%B0%C6%A1ng'],
    ['tiep=/.//noi-khac.example', '/'],
    ['tiep=/a&tiep=/b', '/'],
  ])('after %s is %s: never another site (ASVS 3.7.2)', async (query, expected) => {
    const { subject } = await linkedPerson();
    provider.person = { subject };
    expect(await newBrowser().signIn(`${START}?${query}`)).toBe(expected);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { signInWaysSchema } from '@ocop/contracts';
import { startOpenIdProvider, type OpenIdProvider } from '../../testing/openid-provider.js';
import { addPerson, type Person } from '../../testing/people.js';
import { TestApp, type Answer } from '../../testing/test-app.js';

const PUBLIC_URL = new URL('https://ocop.example');
const START = '/api/v1/session/openid-connect';
const CALLBACK = `${START}/callback`;

let provider: OpenIdProvider;
let app: TestApp;
beforeAll(async () => {
  const redirectUrl = new URL(CALLBACK, PUBLIC_URL);
  provider = await startOpenIdProvider(redirectUrl);
  const { issuer, clientId, clientSecret } = provider;
  app = await TestApp.start({
    today: '2024-04-09', installation: { publicUrl: PUBLIC_URL, openIdConnect: { issuer, clientId, clientSecret, name: 'Hệ thống chung', redirectUrl } },
  });
});
beforeEach(() => {
  app.clock.seconds = 0;
});
afterAll(async () => {
  await app.close();
  await provider.close();
});

/** A browser: it keeps cookies and follows addresses; the public address leads to the test's own port. */
class Browser {
  readonly cookies = new Map<string, Map<string, string>>();
  last: Answer | null = null;

  async visit(address: string): Promise<Answer> {
    const { origin, pathname, search } = new URL(address, PUBLIC_URL);
    const jar = this.cookies.get(origin) ?? new Map<string, string>();
    this.cookies.set(origin, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const target = `${origin === PUBLIC_URL.origin ? app.origin : origin}${pathname}${search}`;
    const response = await fetch(target, { redirect: 'manual', headers: { cookie } });
    for (const text of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(text) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    const text = await response.text();
    this.last = { status: response.status, headers: response.headers, bytes: Buffer.from(text), text, body: undefined };
    return this.last;
  }

  /** Goes on until it would come back to the program; gives that address. */
  async throughProvider(start = START): Promise<string> {
    let next = await this.next(start);
    while (new URL(next).origin === provider.issuer.origin) next = new URL(await this.next(next), provider.issuer).href;
    return next;
  }

  /** The whole sign-in; gives where the program sends the browser at the end. */
  async signIn(start = START): Promise<string> {
    return this.next(await this.throughProvider(start));
  }

  /** Where the visited address leads. */
  async next(address: string): Promise<string> {
    const { status, headers, text } = await this.visit(address);
    expect({ address, found: status === 302 || status === 303, text: status >= 400 ? text : '' }).toEqual({ address, found: true, text: '' });
    return headers.get('location') ?? '';
  }

  get own(): Map<string, string> {
    return this.cookies.get(PUBLIC_URL.origin) ?? new Map<string, string>();
  }

  session = () => app.as({ cookie: `__Host-ocop=${this.own.get('__Host-ocop') ?? ''}` }).get('/api/v1/session');
}

let made = 0;
/** An account that an administrator invited by this address. */
async function invite(email: string): Promise<Person> {
  const one = await addPerson(app.db, app.clock.now(), ['finance']);
  await app.db.query('update account set email = $2 where id = $1', [one.accountId, email]);
  return one;
}
function newAddress(): string {
  made += 1;
  return `nguoi${made}@huongtra.example`;
}
const account = async ({ accountId }: Person) =>
  (await app.db.query<{ issuer: string | null; subject: string | null; sessions: number }[]>(
    `select oidc_issuer as issuer, oidc_subject as subject,
       (select count(*)::int from session s where s.account_id = a.id and via = 'openid-connect') as sessions from account a where id = $1`,
    [accountId],
  ))[0];
const lines = ({ accountId }: Person) =>
  app.db.query<{ action: string; after: object | null }[]>(`select action, after from audit_entry where subject_id = $1 and subject = 'account' order by no`, [String(accountId)]);
const disable = ({ accountId }: Person) => app.db.query('update account set disabled_at = now() where id = $1', [accountId]);

/** An invited person who signed in once: the account is theirs by subject now. */
async function linkedPerson() {
  const email = newAddress();
  const person = await invite(email);
  const subject = `sub-${email}`;
  provider.person = { subject, email, email_verified: true };
  expect(await new Browser().signIn()).toBe('/');
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
    const browser = new Browser();
    expect(await browser.signIn()).toBe('/');
    const session = await browser.session();
    expect([session.status, session.body]).toEqual([200, expect.objectContaining({ username: person.username, secondFactor: 'off', roles: ['finance'] })]);
    expect(await account(person)).toEqual({ issuer: provider.issuer.origin, subject: 'person-1', sessions: 1 });
    expect(await lines(person)).toEqual([{ action: 'openid-connect-linked', after: { oidcIssuer: provider.issuer.origin, oidcSubject: 'person-1' } }]);
  });
});

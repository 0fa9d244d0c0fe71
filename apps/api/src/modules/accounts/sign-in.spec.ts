import { argon2Sync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ownAccountSchema, recoveryCodesSchema, secondFactorSetupSchema, sessionSchema } from '@ocop/contracts';
import { Secret, TOTP } from 'otpauth';
import { addPerson, type Person } from '../../testing/people.js';
import { TestApp, type Answer } from '../../testing/test-app.js';
import { hashPassword } from './passwords.js';

const PASSWORD = 'chiec non bai tho ben song';

let app: TestApp;
let passwordHash: string;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-04-09' });
  passwordHash = await hashPassword(PASSWORD);
});
afterAll(() => app.close());
// Every test comes from the same address, and the clock stands still.
beforeEach(() => app.db.query('delete from wrong_guess'));

async function person(): Promise<Person> {
  const one = await addPerson(app.db, app.clock.now(), ['finance']);
  await app.db.query('update account set password_hash = $2 where id = $1', [one.accountId, passwordHash]);
  return one;
}

const cookieOf = (answer: Answer, name = 'ocop'): string =>
  answer.headers.getSetCookie().find((text) => text.startsWith(`${name}=`))?.split(';')[0] ?? '';
const allCookies = (answer: Answer) => answer.headers.getSetCookie().map((text) => text.split(';')[0]).join('; ');
const json = (value: unknown, method = 'POST', headers: Record<string, string> = {}) => ({
  method, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value),
});
const signIn = (username: string, password = PASSWORD, headers: Record<string, string> = {}) =>
  app.as(null).request('/api/v1/session', json({ username, password }, 'POST', headers));

describe('signing in', () => {
  it('gives a cookie that no script reads and no other site sends (ASVS 3.3.1–3.3.4)', async () => {
    const { username } = await person();
    const answer = await signIn(username);
    expect(answer.status).toBe(201);
    expect(sessionSchema.parse(answer.body)).toMatchObject({ username, roles: ['finance'], units: null, secondFactor: 'off', idleMinutes: 30 });
    for (const cookie of answer.headers.getSetCookie()) expect(cookie).toMatch(/HttpOnly; SameSite=Lax$/);
    expect((await app.as({ cookie: cookieOf(answer) }).get('/api/v1/session')).body).toEqual(answer.body);
  });

  it('keeps of the token only its SHA-256, and gives a new one each time (ASVS 7.2.4)', async () => {
    const { username } = await person();
    const tokens = [await signIn(username), await signIn(username)].map((answer) => cookieOf(answer).slice('ocop='.length));
    expect(tokens[0]).not.toBe(tokens[1]);
    const [kept] = await app.db.query<{ text: string }[]>(`select string_agg(s::text, ' ') as text from session s`);
    for (const token of tokens) expect(kept?.text).not.toContain(token);
  });

  it('answers a wrong name like a wrong password (ASVS 6.3.8)', async () => {
    const { username } = await person();
    const [name, password] = await Promise.all([signIn('khong-ai-ca'), signIn(username, 'sai hoan toan roi')]);
    const told = ({ body }: Answer) => ({ ...(body as object), requestId: '' });
    expect([name.status, told(name)]).toEqual([401, told(password)]);
  });

  it.each(['\0', 'a\0b', '\ud800', 'Có dấu', "' or 1=1 --", 'a'.repeat(200)])('takes the name %j for a wrong one, whatever stands in it', async (username) => {
    expect((await signIn(username)).status).toBe(401);
  });

  it('ends with the sign-out, whose token is worth nothing afterwards (ASVS 7.4.1)', async () => {
    const { username } = await person();
    const mine = app.as({ cookie: cookieOf(await signIn(username)) });
    expect((await mine.request('/api/v1/session', { method: 'DELETE' })).status).toBe(204);
    expect((await mine.get('/api/v1/session')).status).toBe(401);
    expect((await app.as(null).request('/api/v1/session', { method: 'DELETE' })).status).toBe(204);
  });

  it.each([
    ['30 minutes without a request', 30 * 60, 0],
    ['12 hours in any case', 12 * 3_600, 25 * 60],
  ])('ends after %s (ASVS 7.3.1, 7.3.2)', async (_, after, every) => {
    const { username } = await person();
    const mine = app.as({ cookie: cookieOf(await signIn(username)) });
    for (let seconds = every; every > 0 && seconds < after; seconds += every) {
      app.clock.seconds = seconds;
      expect({ seconds, status: (await mine.get('/api/v1/session')).status }).toEqual({ seconds, status: 200 });
    }
    app.clock.seconds = after;
    expect((await mine.get('/api/v1/session')).status).toBe(401);
    app.clock.seconds = 0;
  });

  it.each(['ocop=', 'ocop=x', `ocop=${'a'.repeat(43)}`, `ocop=${'a'.repeat(5_000)}`, 'ocop=%00', 'ocop=a; ocop=b', '__proto__=1'])(
    'is not had by the cookie %j',
    async (cookie) => {
      expect((await app.as({ cookie }).get('/api/v1/session')).status).toBe(401);
    },
  );
});

describe('wrong passwords at speed', () => {
  it('have to wait longer and longer, told in words and seconds (ASVS 6.3.1)', async () => {
    const { username } = await person();
    for (let guess = 0; guess < 5; guess += 1) expect((await signIn(username, `sai lan thu ${guess}`)).status).toBe(401);
    const refused = await signIn(username);
    expect([refused.status, refused.headers.get('retry-after'), (refused.body as { detail: string }).detail]).toEqual([
      429, '1', 'Đã thử sai nhiều lần. Hãy đợi 1 giây.',
    ]);
    app.clock.seconds = 1;
    expect((await signIn(username)).status).toBe(201);
    app.clock.seconds = 0;
  });

  it('do not slip by when they come all at once: no more are judged than one after the other', async () => {
    const { username } = await person();
    const answers = await Promise.all(Array.from({ length: 25 }, (_, no) => signIn(username, `sai cung luc ${no}`)));
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(5);
    expect(answers.every(({ status }) => status === 401 || status === 429)).toBe(true);
  });

  it('of others at the same address are not counted for who then signs in rightly, however often', async () => {
    const { username } = await person();
    for (let time = 0; time < 8; time += 1) expect((await signIn(username)).status).toBe(201);
    const [kept] = await app.db.query<{ n: number }[]>('select count(*)::int as n from wrong_guess where counted_under = any($1)', [
      [`name ${username}`, `name and address ${username} 127.0.0.1`],
    ]);
    expect(kept?.n).toBe(0);
  });

  it('of a stranger do not keep out who signed in from this device before', async () => {
    const { username } = await person();
    const mine = { cookie: allCookies(await signIn(username)) };
    await app.db.query(
      `insert into wrong_guess (counted_under, count, last_at) values ($1, 100000, $3), ($2, 100000, $3)`,
      [`name ${username}`, `name and address ${username} 127.0.0.1`, app.clock.now()],
    );
    expect((await signIn(username)).status).toBe(429);
    expect((await signIn(username, PASSWORD, mine)).status).toBe(201);
  });
});

describe('the second factor', () => {
  const code = (secret: string, seconds = app.clock.seconds) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: app.clock.now().getTime() + (seconds - app.clock.seconds) * 1_000 });

  async function withSecondFactor() {
    const one = await person();
    const mine = app.as(one);
    const begun = await mine.post('/api/v1/account/second-factor', { password: PASSWORD });
    const { secret, uri } = secondFactorSetupSchema.parse(begun.body);
    expect(uri).toContain(`secret=${secret}`);
    app.clock.seconds = 0;
    const on = await mine.request('/api/v1/account/second-factor', json({ code: code(secret) }, 'PUT'));
    expect(on.status).toBe(200);
    app.clock.seconds = 60;
    return { ...one, secret, codes: recoveryCodesSchema.parse(on.body).codes, cookie: cookieOf(on), old: mine };
  }
  const pass = (cookie: string, typed: string) => app.as({ cookie }).post('/api/v1/session/second-factor', { code: typed });
  afterAll(() => {
    app.clock.seconds = 0;
  });

  it('turned on: the old token of the session ends, the key is kept encrypted, sign-in is half until a code is given', async () => {
    const { username, secret, cookie, old } = await withSecondFactor();
    expect((await old.get('/api/v1/session')).status).toBe(401);
    expect((await app.as({ cookie }).get('/api/v1/session')).body).toMatchObject({ secondFactor: 'passed' });
    const [row] = await app.db.query<{ text: string }[]>('select a::text as text from account a where username = $1', [username]);
    expect(row?.text).not.toContain(secret);

    const half = await signIn(username);
    expect(half.body).toMatchObject({ secondFactor: 'pending', permissions: [] });
    expect(half.headers.getSetCookie()).toHaveLength(1);
    expect((await app.as({ cookie: cookieOf(half) }).refused(401, '/api/v1/plans')).code).toBe('second-factor-needed');
    const whole = await pass(cookieOf(half), code(secret));
    expect([whole.status, (whole.body as { secondFactor: string }).secondFactor]).toEqual([201, 'passed']);
    expect((await app.as({ cookie: cookieOf(half) }).get('/api/v1/session')).status).toBe(401);
    expect((await app.as({ cookie: cookieOf(whole) }).get('/api/v1/plans')).status).toBe(200);
  });

  it('takes each code once, also when it comes twice at the same moment (ASVS 6.5.1)', async () => {
    const { username, secret } = await withSecondFactor();
    const halves = [cookieOf(await signIn(username)), cookieOf(await signIn(username))];
    const typed = code(secret);
    const answers = await Promise.all(halves.map((cookie) => pass(cookie, typed)));
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 401]);
  });

  it('takes a recovery code once, and keeps of it and of the password only the Argon2id (ASVS 6.5.2, 11.4.2)', async () => {
    const { accountId, username, codes } = await withSecondFactor();
    expect(codes).toHaveLength(10);
    const [kept] = await app.db.query<{ password: string; salt: string; codes: string[] }[]>(
      `select password_hash as password, recovery_salt as salt, array(select code_hash from recovery_code where account_id = id) as codes from account where id = $1`,
      [accountId],
    );
    expect(kept?.password).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    const nonce = Buffer.from(kept?.salt ?? '', 'base64url');
    const hashes = codes.map((message) => argon2Sync('argon2id', { message, nonce, memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }).toString('base64url'));
    expect(kept?.codes.sort()).toEqual(hashes.sort());
    const typed = codes[3] ?? '';
    expect((await pass(cookieOf(await signIn(username)), typed)).status).toBe(201);
    const again = await pass(cookieOf(await signIn(username)), typed);
    expect([again.status, (again.body as { code: string }).code]).toEqual([401, 'wrong-code']);
  });

  it('of ten minutes ago no longer counts, and codes guessed at speed have to wait', async () => {
    const { username, secret } = await withSecondFactor();
    const half = cookieOf(await signIn(username));
    for (let guess = 0; guess < 5; guess += 1) expect((await pass(half, code(secret, -600 - 30 * guess))).status).toBe(401);
    expect((await pass(half, code(secret))).status).toBe(429);
  });

  it('writes every attempt down: wrong, made to wait, half right, wrong code, right code, and the sign-out (ASVS 16.3.1)', async () => {
    const { accountId, username, secret } = await withSecondFactor();
    for (let guess = 0; guess < 5; guess += 1) await signIn(username, `sai lan thu ${guess}`);
    await signIn(username);
    app.clock.seconds += 1;
    const half = cookieOf(await signIn(username));
    await pass(half, code(secret, -600));
    const whole = await pass(half, code(secret));
    await app.as({ cookie: cookieOf(whole) }).request('/api/v1/session', { method: 'DELETE' });
    const lines = await app.db.query<{ action: string; name: string | null; factor: string | null }[]>(
      `select action, coalesce(account_name, subject_name) as name, after ->> 'secondFactor' as factor from audit_entry
       where (account_id = $1 or (subject = 'account' and subject_id = $1::text))
         and no > (select no from audit_entry where account_id = $1 and action = 'second-factor-on') order by no`,
      [accountId],
    );
    const line = (action: string, factor: string | null = null) => ({ action, name: username, factor });
    expect(lines).toEqual([
      ...Array.from({ length: 5 }, () => line('sign-in-failed')), line('sign-in-blocked'),
      line('signed-in', 'pending'), line('second-factor-failed'), line('signed-in', 'passed'), line('signed-out'),
    ]);
  });

  it('is turned off by the password alone, not by the session alone (ASVS 7.5.1)', async () => {
    const { username, cookie } = await withSecondFactor();
    const mine = app.as({ cookie });
    expect((await mine.post('/api/v1/account/second-factor/off', { password: 'sai roi day nhe' })).status).toBe(401);
    expect((await mine.post('/api/v1/account/second-factor/off', { password: PASSWORD })).status).toBe(204);
    expect((await signIn(username)).body).toMatchObject({ secondFactor: 'off' });
  });
});

describe('the own account', () => {
  const own = async (cookie: string) => app.as({ cookie }).read(ownAccountSchema, '/api/v1/account');

  it('lists its sessions and ends one, or all others', async () => {
    const { username } = await person();
    const [first = '', second = '', third = ''] = [await signIn(username), await signIn(username), await signIn(username)].map((answer) => cookieOf(answer));
    const { sessions } = await own(first);
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);
    const other = (await own(second)).sessions.find(({ current }) => current);
    expect((await app.as({ cookie: first }).request(`/api/v1/account/sessions/${other?.id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await app.as({ cookie: second }).get('/api/v1/account')).status).toBe(401);
    expect((await app.as({ cookie: first }).request('/api/v1/account/sessions', { method: 'DELETE' })).status).toBe(204);
    expect((await app.as({ cookie: third }).get('/api/v1/account')).status).toBe(401);
    expect((await own(first)).sessions).toHaveLength(1);
  });

  it("does not end somebody else's session", async () => {
    const [a, b] = [await person(), await person()];
    const [session] = await app.db.query<{ id: string }[]>('select id from session where account_id = $1', [b.accountId]);
    expect((await app.as(a).request(`/api/v1/account/sessions/${session?.id}`, { method: 'DELETE' })).status).toBe(404);
    expect((await app.as(b).get('/api/v1/account')).status).toBe(200);
  });

  it('changes its password only with the present one; every other session ends (ASVS 6.2.3, 7.4.3)', async () => {
    const one = await person();
    const here = cookieOf(await signIn(one.username));
    const change = (currentPassword: string, newPassword: string) =>
      app.as({ cookie: here }).request('/api/v1/account/password', json({ currentPassword, newPassword }, 'PUT'));
    expect((await change('sai roi day nhe ban', 'con do qua song huong')).status).toBe(401);
    expect((await change(PASSWORD, PASSWORD)).status).toBe(400);
    expect((await change(PASSWORD, 'matkhau123456')).status).toBe(400);
    const done = await change(PASSWORD, 'con do qua song huong');
    expect(done.status).toBe(204);
    expect((await app.as(one).get('/api/v1/account')).status).toBe(401);
    expect((await app.as({ cookie: here }).get('/api/v1/account')).status).toBe(401);
    expect((await app.as({ cookie: cookieOf(done) }).get('/api/v1/account')).status).toBe(200);
    expect((await signIn(one.username, 'con do qua song huong')).status).toBe(201);
  });
});

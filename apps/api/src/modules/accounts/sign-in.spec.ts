import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ownAccountSchema, sessionSchema } from '@ocop/contracts';
import { newToken } from '../../platform/access/session-cookie.js';
import { SessionsService } from '../../platform/access/sessions.service.js';
import { visitor } from '../../platform/access/viewer.js';
import { withRowScope } from '../../platform/database/row-scope.js';
import { allCookies, cookieOf, json, PASSWORD, SigningIn } from '../../testing/signing-in.js';
import { addPerson } from '../../testing/people.js';
import { TestApp, type Answer } from '../../testing/test-app.js';

let app: TestApp;
let by: SigningIn;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-04-09' });
  by = new SigningIn(app);
});
afterAll(() => app.close());
// Every test comes from the same address, and the clock stands still.
beforeEach(() => app.db.query('delete from wrong_guess'));

describe('signing in', () => {
  it('gives a cookie that no script reads and no other site sends (ASVS 3.3.1–3.3.4)', async () => {
    const { username } = await by.person();
    const answer = await by.signIn(username);
    expect(answer.status).toBe(201);
    expect(sessionSchema.parse(answer.body)).toMatchObject({ username, roles: ['finance'], units: null, secondFactor: 'off', idleMinutes: 30 });
    for (const cookie of answer.headers.getSetCookie()) expect(cookie).toMatch(/HttpOnly; SameSite=Lax$/);
    expect((await app.as({ cookie: cookieOf(answer) }).get('/api/v1/session')).body).toEqual(answer.body);
  });

  it('keeps of the token only its SHA-256, and gives a new one each time (ASVS 7.2.4)', async () => {
    const { username } = await by.person();
    const tokens = [await by.signIn(username), await by.signIn(username)].map((answer) => cookieOf(answer).slice('ocop='.length));
    expect(tokens[0]).not.toBe(tokens[1]);
    const [kept] = await app.db.query<{ text: string }[]>(`select string_agg(s::text, ' ') as text from session s`);
    for (const token of tokens) expect(kept?.text).not.toContain(token);
  });

  it('answers a wrong name like a wrong password (ASVS 6.3.8)', async () => {
    const { username } = await by.person();
    const [name, password] = await Promise.all([by.signIn('khong-ai-ca'), by.signIn(username, 'sai hoan toan roi')]);
    const told = ({ body }: Answer) => ({ ...(body as object), requestId: '' });
    expect([name.status, told(name)]).toEqual([401, told(password)]);
  });

  it.each(['\0', 'a\0b', '\ud800', 'Có dấu', "' or 1=1 --", 'a'.repeat(200)])('takes the name %j for a wrong one, whatever stands in it', async (username) => {
    expect((await by.signIn(username)).status).toBe(401);
  });

  it('opens nothing and writes nothing down when the account was disabled while its password was being judged', async () => {
    const { accountId, username } = await by.person();
    const session = { accountId, via: 'password', secondFactor: 'off', address: '127.0.0.1', device: '' } as const;
    const viewer = { ...visitor('127.0.0.1', 'test'), accountId, username };
    const open = () => withRowScope(null, () => app.app.get(SessionsService).open(app.appData, viewer, session, newToken()));
    const written = async () =>
      Promise.all(['session', 'known_device', 'audit_entry'].map((table) => app.db.query<unknown[]>(`select from ${table} where account_id = $1`, [accountId]).then(({ length }) => length)));
    const before = await written();
    await open();
    const opened = await written();
    expect(opened).toEqual(before.map((count) => count + 1));
    await app.db.query('update account set disabled_at = now() where id = $1', [accountId]);
    await expect(open()).rejects.toThrow('No such account');
    expect(await written()).toEqual(opened);
  });

  it('ends with the sign-out, whose token is worth nothing afterwards (ASVS 7.4.1)', async () => {
    const { username } = await by.person();
    const mine = app.as({ cookie: cookieOf(await by.signIn(username)) });
    expect((await mine.request('/api/v1/session', { method: 'DELETE' })).status).toBe(204);
    expect((await mine.get('/api/v1/session')).status).toBe(401);
    expect((await app.as(null).request('/api/v1/session', { method: 'DELETE' })).status).toBe(204);
  });

  it.each([
    ['30 minutes without a request', 30 * 60, 0],
    ['12 hours in any case', 12 * 3_600, 25 * 60],
  ])('ends after %s (ASVS 7.3.1, 7.3.2)', async (_, after, every) => {
    const { username } = await by.person();
    const mine = app.as({ cookie: cookieOf(await by.signIn(username)) });
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
    const { username } = await by.person();
    for (let guess = 0; guess < 5; guess += 1) expect((await by.signIn(username, `sai lan thu ${guess}`)).status).toBe(401);
    const refused = await by.signIn(username);
    expect([refused.status, refused.headers.get('retry-after'), (refused.body as { detail: string }).detail]).toEqual([
      429, '1', 'Đã thử sai nhiều lần. Hãy đợi 1 giây.',
    ]);
    app.clock.seconds = 1;
    expect((await by.signIn(username)).status).toBe(201);
    app.clock.seconds = 0;
  });

  it('do not slip by when they come all at once: no more are judged than one after the other', async () => {
    const { username } = await by.person();
    const answers = await Promise.all(Array.from({ length: 25 }, (_, no) => by.signIn(username, `sai cung luc ${no}`)));
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(5);
    expect(answers.every(({ status }) => status === 401 || status === 429)).toBe(true);
  });

  it('of others at the same address are not counted for who then signs in rightly, however often', async () => {
    const { username } = await by.person();
    for (let time = 0; time < 8; time += 1) expect((await by.signIn(username)).status).toBe(201);
    const [kept] = await app.db.query<{ n: number }[]>('select count(*)::int as n from wrong_guess where counted_under = any($1) and count > 0', [
      [`name ${username}`, `name and address ${username} 127.0.0.1`],
    ]);
    expect(kept?.n).toBe(0);
  });

  it('of a stranger do not keep out who signed in from this device before', async () => {
    const { username } = await by.person();
    const mine = { cookie: allCookies(await by.signIn(username)) };
    await app.db.query(
      `insert into wrong_guess (counted_under, count, last_at) values ($1, 100000, $3), ($2, 100000, $3)
       on conflict (counted_under) do update set count = excluded.count`,
      [`name ${username}`, `name and address ${username} 127.0.0.1`, app.clock.now()],
    );
    expect((await by.signIn(username)).status).toBe(429);
    expect((await by.signIn(username, PASSWORD, mine)).status).toBe(201);
  });
});

describe('the own account', () => {
  const own = async (cookie: string) => app.as({ cookie }).read(ownAccountSchema, '/api/v1/account');

  const end = (cookie: string, which: string, password: string | null) => app.as({ cookie }).post(`/api/v1/account/sessions/${which}end`, { password });

  it('lists its sessions and ends one, or all others, only with the password (ASVS 7.5.2)', async () => {
    const { username } = await by.person();
    const [first = '', second = '', third = ''] = [await by.signIn(username), await by.signIn(username), await by.signIn(username)].map((answer) => cookieOf(answer));
    const { sessions } = await own(first);
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);
    const other = (await own(second)).sessions.find(({ current }) => current);
    for (const wrong of ['sai roi day nhe ban', null]) {
      expect((await end(first, `${other?.id}/`, wrong)).status).toBe(401);
      expect((await end(first, '', wrong)).status).toBe(401);
    }
    expect((await own(second)).sessions).toHaveLength(4);
    expect((await end(first, `${other?.id}/`, PASSWORD)).status).toBe(204);
    expect((await app.as({ cookie: second }).get('/api/v1/account')).status).toBe(401);
    expect((await end(first, '', PASSWORD)).status).toBe(204);
    expect((await app.as({ cookie: third }).get('/api/v1/account')).status).toBe(401);
    expect((await own(first)).sessions).toHaveLength(1);
  });

  it('takes a password as it was typed, to its 200th letter, capital or small (ASVS 6.2.8), and for as many years as one likes (ASVS 6.2.10)', async () => {
    const { username, cookie } = await by.person();
    const long = `${'Chiếc nón bài thơ bên sông Hương '.repeat(7).slice(0, 199)}x`;
    expect((await app.as({ cookie }).request('/api/v1/account/password', json({ currentPassword: PASSWORD, newPassword: long }, 'PUT'))).status).toBe(204);
    for (const other of [`${long.slice(0, -1)}y`, long.slice(0, -1), long.toLowerCase(), long.replace('C', 'c')]) expect((await by.signIn(username, other)).status).toBe(401);
    app.clock.seconds = 10 * 365 * 86_400;
    expect((await by.signIn(username, long)).status).toBe(201);
    app.clock.seconds = 0;
  });

  it("does not end somebody else's session", async () => {
    const [a, b] = [await by.person(), await by.person()];
    const [session] = await app.db.query<{ id: string }[]>('select id from session where account_id = $1', [b.accountId]);
    expect((await end(a.cookie, `${session?.id}/`, PASSWORD)).status).toBe(404);
    expect((await app.as(b).get('/api/v1/account')).status).toBe(200);
  });

  it('without a password here ends sessions within ten minutes of its sign-in, later only after another (ASVS 7.5.2)', async () => {
    const one = await addPerson(app.db, app.clock.now(), ['finance']);
    app.clock.seconds = 10 * 60;
    expect((await end(one.cookie, '', null)).status).toBe(204);
    app.clock.seconds += 1;
    const refused = await app.as(one).refused(403, '/api/v1/account/sessions/end', json({ password: null }));
    expect(refused.detail).toBe('Đã đăng nhập quá 10 phút. Hãy đăng xuất, đăng nhập lại qua hệ thống chung rồi kết thúc phiên kia.');
    app.clock.seconds = 0;
  });

  it('changes its password only with the present one; every other session ends (ASVS 6.2.3, 7.4.3)', async () => {
    const one = await by.person();
    const here = cookieOf(await by.signIn(one.username));
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
    expect((await by.signIn(one.username, 'con do qua song huong')).status).toBe(201);
  });
});

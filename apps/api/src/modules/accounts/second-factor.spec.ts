import { argon2Sync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { recoveryCodesSchema, secondFactorSetupSchema } from '@ocop/contracts';
import { Secret, TOTP } from 'otpauth';
import { cookieOf, json, PASSWORD, SigningIn } from '../../testing/signing-in.js';
import { TestApp } from '../../testing/test-app.js';

let app: TestApp;
let by: SigningIn;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-04-09' });
  by = new SigningIn(app);
});
afterAll(() => app.close());
// Every test comes from the same address, and the clock stands still.
beforeEach(() => app.db.query('delete from wrong_guess'));

describe('the second factor', () => {
  const code = (secret: string, seconds = app.clock.seconds) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: app.clock.now().getTime() + (seconds - app.clock.seconds) * 1_000 });

  async function withSecondFactor() {
    const one = await by.person();
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

    const half = await by.signIn(username);
    expect(half.body).toMatchObject({ secondFactor: 'pending', permissions: [] });
    expect(half.headers.getSetCookie()).toHaveLength(1);
    expect((await app.as({ cookie: cookieOf(half) }).refused(401, '/api/v1/plans')).code).toBe('second-factor-needed');
    const whole = await pass(cookieOf(half), code(secret));
    expect([whole.status, (whole.body as { secondFactor: string }).secondFactor]).toEqual([201, 'passed']);
    expect((await app.as({ cookie: cookieOf(half) }).get('/api/v1/session')).status).toBe(401);
    expect((await app.as({ cookie: cookieOf(whole) }).get('/api/v1/plans')).status).toBe(200);
  });

  it('whose encrypted key is put into the row of another account is not had there by any code (ASVS 11.3.3)', async () => {
    const [mine, other] = [await by.person(), await by.person()];
    const secrets: string[] = [];
    for (const one of [mine, other]) secrets.push(secondFactorSetupSchema.parse((await app.as(one).post('/api/v1/account/second-factor', { password: PASSWORD })).body).secret);
    const put = (from: number, into: number) => app.db.query('update account set totp_secret = (select totp_secret from account where id = $1) where id = $2', [from, into]);
    await put(other.accountId, mine.accountId);
    for (const secret of secrets) expect((await app.as(mine).request('/api/v1/account/second-factor', json({ code: code(secret) }, 'PUT'))).status).toBe(401);
    expect((await app.as(other).request('/api/v1/account/second-factor', json({ code: code(secrets[1] ?? '') }, 'PUT'))).status).toBe(200);
  });

  it('takes each code once, also when it comes twice at the same moment (ASVS 6.5.1)', async () => {
    const { username, secret } = await withSecondFactor();
    const halves = [cookieOf(await by.signIn(username)), cookieOf(await by.signIn(username))];
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
    expect((await pass(cookieOf(await by.signIn(username)), typed)).status).toBe(201);
    const again = await pass(cookieOf(await by.signIn(username)), typed);
    expect([again.status, (again.body as { code: string }).code]).toEqual([401, 'wrong-code']);
  });

  it('of ten minutes ago no longer counts, and codes guessed at speed have to wait', async () => {
    const { username, secret } = await withSecondFactor();
    const half = cookieOf(await by.signIn(username));
    for (let guess = 0; guess < 5; guess += 1) expect((await pass(half, code(secret, -600 - 30 * guess))).status).toBe(401);
    expect((await pass(half, code(secret))).status).toBe(429);
  });

  it('writes every attempt down: wrong, made to wait, half right, wrong code, right code, and the sign-out (ASVS 16.3.1)', async () => {
    const { accountId, username, secret } = await withSecondFactor();
    for (let guess = 0; guess < 5; guess += 1) await by.signIn(username, `sai lan thu ${guess}`);
    await by.signIn(username);
    app.clock.seconds += 1;
    const half = cookieOf(await by.signIn(username));
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
    expect((await by.signIn(username)).body).toMatchObject({ secondFactor: 'off' });
  });
});

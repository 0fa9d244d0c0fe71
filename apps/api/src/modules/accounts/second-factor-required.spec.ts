import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ownAccountSchema, recoveryCodesSchema, secondFactorSetupSchema, sessionSchema } from '@ocop/contracts';
import { Secret, TOTP } from 'otpauth';
import { allCookies, cookieOf, json, PASSWORD, SigningIn } from '../../testing/signing-in.js';
import { TestApp, type Answer } from '../../testing/test-app.js';

let app: TestApp;
let by: SigningIn;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-04-09', installation: { secondFactorRequired: true } });
  by = new SigningIn(app);
});
afterAll(() => app.close());
beforeEach(() => app.db.query('delete from wrong_guess'));

const session = ({ body }: Answer) => sessionSchema.parse(body);
const code = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: app.clock.now().getTime() });

async function setUp(cookie: string): Promise<{ secret: string; on: Answer }> {
  const mine = app.as({ cookie });
  const { secret } = secondFactorSetupSchema.parse((await mine.post('/api/v1/account/second-factor', { password: PASSWORD })).body);
  return { secret, on: await mine.request('/api/v1/account/second-factor', json({ code: code(secret) }, 'PUT')) };
}

describe('where the second factor is required', () => {
  it('is all that who has none can set about; with a code of it the session is whole (ASVS 6.3.3)', async () => {
    const { username } = await by.person();
    const answer = await by.signIn(username);
    expect(session(answer)).toMatchObject({ secondFactor: 'to-set-up', permissions: [] });
    expect(answer.headers.getSetCookie()).toHaveLength(1);
    const half = app.as({ cookie: cookieOf(answer) });
    const refused = await half.refused(401, '/api/v1/plans');
    expect([refused.code, refused.detail]).toEqual(['second-factor-needed', 'Nơi này bắt buộc xác thực hai bước; hãy bật trước đã.']);
    expect((await half.post('/api/v1/session/second-factor', { code: '000000' })).body).toMatchObject({ code: 'second-factor-needed' });

    const { on } = await setUp(cookieOf(answer));
    expect(recoveryCodesSchema.parse(on.body).codes).toHaveLength(10);
    expect((await half.get('/api/v1/session')).status).toBe(401);
    const whole = app.as({ cookie: cookieOf(on) });
    const now = session(await whole.get('/api/v1/session'));
    expect(now).toMatchObject({ secondFactor: 'passed', expiresAt: new Date(app.clock.now().getTime() + 12 * 3_600_000).toISOString() });
    expect(now.permissions).not.toEqual([]);
    expect((await whole.get('/api/v1/plans')).status).toBe(200);
  });

  it('is asked at the next sign-in, from a device that is known since the set-up', async () => {
    const { accountId, username } = await by.person();
    const { on } = await setUp(cookieOf(await by.signIn(username)));
    await app.db.query(
      'insert into wrong_guess (counted_under, count, last_at) values ($1, 100000, $2) on conflict (counted_under) do update set count = excluded.count',
      [`name ${username}`, app.clock.now()],
    );
    expect((await by.signIn(username)).status).toBe(429);
    expect(session(await by.signIn(username, PASSWORD, { cookie: allCookies(on) }))).toMatchObject({ secondFactor: 'pending' });
    const [account] = await app.db.query<{ at: Date | null }[]>('select last_sign_in_at as at from account where id = $1', [accountId]);
    expect(account?.at).toEqual(app.clock.now());
  });

  it('may take half an hour to set up, not longer', async () => {
    const { username } = await by.person();
    const half = app.as({ cookie: cookieOf(await by.signIn(username)) });
    app.clock.seconds = 29 * 60;
    expect((await half.get('/api/v1/session')).status).toBe(200);
    app.clock.seconds = 30 * 60;
    expect((await half.get('/api/v1/session')).status).toBe(401);
    app.clock.seconds = 0;
  });

  it('cannot be turned off again, and the account says so beforehand (ASVS 6.3.3)', async () => {
    const { username } = await by.person();
    const { on } = await setUp(cookieOf(await by.signIn(username)));
    const whole = app.as({ cookie: cookieOf(on) });
    expect(await whole.read(ownAccountSchema, '/api/v1/account')).toMatchObject({ secondFactor: true, secondFactorRequired: true });
    const refused = await whole.refused(403, '/api/v1/account/second-factor/off', json({ password: PASSWORD }));
    expect(refused.detail).toContain('bắt buộc xác thực hai bước');
    expect(session(await by.signIn(username))).toMatchObject({ secondFactor: 'pending' });
  });
});

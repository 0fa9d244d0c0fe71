import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountLinkSchema, accountListSchema, accountSchema, auditListSchema, linkOwnerSchema, type AccountLink } from '@ocop/contracts';
import { unitId } from '../../testing/facts.js';
import { addPerson } from '../../testing/people.js';
import { TestApp } from '../../testing/test-app.js';

const PASSWORD = 'chiec non bai tho ben song';

let app: TestApp;
let admin: TestApp;
let nobody: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-04-09' });
  admin = await app.asRole('administrator');
  nobody = app.as(null);
});
afterAll(() => app.close());

const invitation = (username: string, more: object = {}) => ({
  username, displayName: 'Phòng Kinh tế', email: null, roles: ['economic-office'], unitIds: null, ...more,
});
async function invite(username: string, more: object = {}): Promise<AccountLink> {
  const answer = await admin.post('/api/v1/accounts', invitation(username, more));
  expect({ status: answer.status, text: answer.status === 201 ? '' : answer.text }).toEqual({ status: 201, text: '' });
  return accountLinkSchema.parse(answer.body);
}
const tokenOf = (link: AccountLink) => link.url.slice('/loi-moi#'.length);
const useLink = (link: AccountLink, password = PASSWORD) => nobody.post('/api/v1/account-links/use', { token: tokenOf(link), password });
const signIn = (username: string, password = PASSWORD) => nobody.post('/api/v1/session', { username, password });
const body = (value: unknown, method = 'POST') => ({ method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) });
const put = (by: TestApp, id: number, value: object) => by.request(`/api/v1/accounts/${id}`, body(value, 'PUT'));
const change = (more: object = {}) => ({
  displayName: 'Phòng Kinh tế', email: null, roles: ['economic-office'], unitIds: null, disabled: false, reason: 'phân công lại', ...more,
});
const lines = async (id: number) => (await app.read(auditListSchema, `/api/v1/audit?subject=account&subjectId=${id}`)).items;

describe('an invitation', () => {
  it('gives a link that is used once: it names its owner, sets the password, and is over', async () => {
    const link = await invite('moi-mot');
    expect(link.account).toMatchObject({ username: 'moi-mot', status: 'invited', linkExpiresAt: link.expiresAt });
    const opened = await nobody.post('/api/v1/account-links/open', { token: tokenOf(link) });
    expect(linkOwnerSchema.parse(opened.body)).toEqual({ username: 'moi-mot', displayName: 'Phòng Kinh tế', expiresAt: link.expiresAt });
    expect((await useLink(link)).status).toBe(204);
    expect((await signIn('moi-mot')).status).toBe(201);
    expect((await useLink(link, 'mot mat khau khac han nua')).status).toBe(404);
    expect((await lines(link.account.id)).map(({ action }) => action)).toEqual(['account-link-used', 'account-invited']);
  });

  it('used twice at the same moment works once', async () => {
    const link = await invite('cung-luc');
    const answers = await Promise.all([useLink(link), useLink(link), useLink(link)]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([204, 404, 404]);
  });

  it('ends after 72 hours, and when a new one is made', async () => {
    const link = await invite('het-han');
    const again = accountLinkSchema.parse((await admin.post(`/api/v1/accounts/${link.account.id}/link`, { resetSecondFactor: false, reason: 'mất thư' })).body);
    expect((await useLink(link)).status).toBe(404);
    app.clock.seconds = 72 * 3_600;
    expect((await useLink(again)).status).toBe(404);
    app.clock.seconds = 0;
    expect((await useLink(again)).status).toBe(204);
  });

  it.each([
    ['Ocop123456789', 'dễ đoán'],
    ['matkhau123456', 'dễ đoán'],
    ['yeumatkhau2024', 'dễ đoán'],
    ['qwertyuiop[]', 'dễ đoán'],
    ['ngan', 'dài từ 12 ký tự'],
    ['a'.repeat(201), 'dài không quá 200'],
  ])('does not take the password %s, and stays usable (ASVS 6.2.1, 6.2.4, 6.2.11)', async (password, said) => {
    const link = await invite(`yeu-${Math.abs(hash(password))}`, { displayName: 'Yêu Mật Khẩu' });
    const refused = await nobody.refused(400, '/api/v1/account-links/use', body({ token: tokenOf(link), password }));
    expect(refused.errors).toEqual([{ path: 'password', message: expect.stringContaining(said) }]);
    expect((await useLink(link)).status).toBe(204);
  });

  it('names every field at fault at once', async () => {
    const refused = await admin.refused(400, '/api/v1/accounts', body({ username: 'Có Dấu', displayName: '', email: 'x', roles: [], unitIds: [] }));
    expect(refused.errors?.map(({ path }) => path).sort()).toEqual(['displayName', 'email', 'roles', 'unitIds', 'username']);
  });

  it.each([
    [{ roles: ['commune-officer'], unitIds: null }, 400, 'unitIds'],
    [{ unitIds: [999999] }, 400, 'unitIds'],
    [{ roles: ['commune-officer'], unitIds: [2] }, 400, 'unitIds'],
    [{ username: 'moi-mot' }, 409, 'username'],
    [{ isAdmin: true }, 400, ''],
    [{ passwordHash: 'x' }, 400, ''],
    [{ roles: ['administrator', 'administrator'] }, 400, 'roles'],
    [{ roles: ['owner'] }, 400, 'roles.0'],
  ])('with %j is refused: %d at %s', async (more, status, path) => {
    const refused = await admin.refused(status, '/api/v1/accounts', body(invitation(`sai-${Math.abs(hash(JSON.stringify(more)))}`, more)));
    expect(refused.errors?.[0]?.path).toBe(path);
  });
});

describe('a change of an account', () => {
  it('takes rights away at the next request, ends the sessions, and is a line with what differs and why', async () => {
    const person = await addPerson(app.db, app.clock.now(), ['finance']);
    const reader = app.as(person);
    expect((await reader.get('/api/v1/plans')).status).toBe(200);
    const answer = await put(admin, person.accountId, change({ displayName: 'Người thử', roles: ['administrator'] }));
    expect(accountSchema.parse(answer.body)).toMatchObject({ roles: ['administrator'] });
    expect((await reader.get('/api/v1/plans')).status).toBe(401);
    expect((await lines(person.accountId))[0]).toMatchObject({
      action: 'account-changed', before: { roles: ['finance'] }, after: { roles: ['administrator'] }, reason: 'phân công lại',
    });
  });

  it('locks: no session, no sign-in, no link', async () => {
    const link = await invite('bi-khoa');
    await useLink(link);
    const again = accountLinkSchema.parse((await admin.post(`/api/v1/accounts/${link.account.id}/link`, { resetSecondFactor: true, reason: 'mất máy' })).body);
    await put(admin, link.account.id, change({ disabled: true }));
    expect((await signIn('bi-khoa')).status).toBe(401);
    expect((await useLink(again)).status).toBe(404);
    await put(admin, link.account.id, change({ disabled: false }));
    expect((await signIn('bi-khoa')).status).toBe(201);
  });

  it('by a link keeps the second factor unless the administrator means to take it away, with a reason that stays (ASVS 6.4.3, 6.4.4)', async () => {
    const { account } = await invite('hai-buoc');
    await app.db.query(`update account set totp_on = true, totp_secret = 'x' where id = $1`, [account.id]);
    for (const [resetSecondFactor, secondFactor] of [[false, 'pending'], [true, 'off']] as const) {
      const link = accountLinkSchema.parse((await admin.post(`/api/v1/accounts/${account.id}/link`, { resetSecondFactor, reason: 'mất máy, đã gặp tận mặt' })).body);
      expect((await useLink(link)).status).toBe(204);
      expect((await signIn('hai-buoc')).body).toMatchObject({ secondFactor });
    }
    await admin.refused(400, `/api/v1/accounts/${account.id}/link`, body({ resetSecondFactor: true, reason: '' }));
    expect((await lines(account.id)).filter(({ action }) => action === 'account-link-made').map(({ after, reason }) => ({ ...after, reason }))).toEqual(
      [true, false].map((resetSecondFactor) => ({ resetSecondFactor, reason: 'mất máy, đã gặp tận mặt' })),
    );
  });

  it('of the own rights is refused, of the own name is not', async () => {
    const person = await addPerson(app.db, app.clock.now(), ['administrator']);
    const own = app.as(person);
    const mine = { displayName: 'Tên mới', roles: ['administrator'] };
    expect((await put(own, person.accountId, change(mine))).status).toBe(200);
    for (const more of [{ roles: ['auditor'] }, { unitIds: [await unitId(app.db, 'Phường Tứ Hạ')] }, { disabled: true }]) {
      expect((await put(own, person.accountId, change({ ...mine, ...more }))).body).toMatchObject({ code: 'own-account' });
    }
  });

  it('never removes the last administrator, also when two demote each other at the same moment', async () => {
    const alone = await TestApp.start({ today: '2024-04-09' });
    await alone.db.query(`update account set roles = array['auditor'], password_hash = '$argon2id$x' where true`);
    const [a, b] = await Promise.all([1, 2].map(() => addPerson(alone.db, alone.clock.now(), ['administrator'])));
    await alone.db.query(`update account set password_hash = '$argon2id$x' where password_hash is null`);
    const answers = await Promise.all([
      put(alone.as(a ?? null), b?.accountId ?? 0, change({ roles: ['auditor'] })),
      put(alone.as(b ?? null), a?.accountId ?? 0, change({ roles: ['auditor'] })),
    ]);
    // The slower one finds the own session ended, or, when it was let in before, nobody left to administer.
    const [good, refused] = answers.map(({ status }) => status).sort((a, b) => a - b);
    expect([good, [401, 409].includes(refused ?? 0)]).toEqual([200, true]);
    const [left] = await alone.db.query<{ count: number }[]>(`select count(*)::int as count from account where roles @> array['administrator']`);
    expect(left?.count).toBe(1);
    await alone.close();
  });

  it('by an administrator of some units reaches no further', async () => {
    const limited = await app.asRole('administrator', ['Phường Tứ Hạ']);
    const { items } = await limited.read(accountListSchema, '/api/v1/accounts');
    expect(items.every(({ units }) => units?.every(({ fullName }) => fullName === 'Phường Tứ Hạ') ?? false)).toBe(true);
    const refused = await limited.refused(400, '/api/v1/accounts', body(invitation('ngoai-tam')));
    expect(refused.errors).toEqual([{ path: 'unitIds', message: 'Chỉ được giao những địa phương trong phạm vi của chính mình.' }]);
    const [other] = await app.db.query<{ id: number }[]>('select id from account where all_units limit 1');
    await limited.refused(404, `/api/v1/accounts/${other?.id}`);
    await limited.refused(404, `/api/v1/accounts/${other?.id}`, body(change(), 'PUT'));
  });
});

describe('what is secret', () => {
  it('is in no answer and no line of the audit trail', async () => {
    const link = await invite('kin-dao');
    await useLink(link);
    await signIn('kin-dao', 'sai hoan toan roi day');
    const [kept] = await app.db.query<{ text: string }[]>(`select string_agg(e::text, ' ') as text from audit_entry e`);
    const shown = (await admin.get('/api/v1/accounts')).text + (kept?.text ?? '');
    for (const secret of [PASSWORD, tokenOf(link), 'sai hoan toan roi day', '$argon2id$']) expect(shown).not.toContain(secret);
  });
});

/** A short number of a text, for names that do not repeat. */
function hash(text: string): number {
  return [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) | 0, 7);
}

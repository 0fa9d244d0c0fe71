import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { accountLinkSchema } from '@ocop/contracts';
import { BreachedPasswords } from '../../platform/breached-passwords.js';
import { json, PASSWORD, SigningIn } from '../../testing/signing-in.js';
import { TestApp } from '../../testing/test-app.js';

const LEAKED = 'con đò qua sông Hương';
const said = 'đã bị lộ ở nơi khác';
let app: TestApp;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ocop-breached-'));
  const path = join(folder, 'sha1.txt');
  const lines = [LEAKED, 'khác', 'khác nữa'].map((password) => `${createHash('sha1').update(password).digest('hex').toUpperCase()}:3`);
  await writeFile(path, lines.sort().join('\r\n'));
  app = await TestApp.start({ today: '2024-04-09', installation: { breachedPasswords: await BreachedPasswords.at(path) } });
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

it('a leaked password is refused when it is changed to, however it was typed (ASVS 6.2.12)', async () => {
  const mine = app.as(await new SigningIn(app).person());
  const change = (newPassword: string) => json({ currentPassword: PASSWORD, newPassword }, 'PUT');
  for (const typed of [LEAKED, LEAKED.normalize('NFD')]) {
    const refused = await mine.refused(400, '/api/v1/account/password', change(typed));
    expect(refused.errors).toEqual([{ path: 'newPassword', message: expect.stringContaining(said) }]);
  }
  expect((await mine.request('/api/v1/account/password', change(`${LEAKED} xanh`))).status).toBe(204);
});

it('and when it is chosen by a link, which stays usable (ASVS 6.2.12)', async () => {
  const invited = await app.post('/api/v1/accounts', { username: 'moi-vao', displayName: 'Mới Vào', email: null, roles: ['finance'], unitIds: null });
  const token = accountLinkSchema.parse(invited.body).url.split('#')[1];
  const refused = await app.as(null).refused(400, '/api/v1/account-links/use', json({ token, password: LEAKED }));
  expect(refused.errors).toEqual([{ path: 'password', message: expect.stringContaining(said) }]);
  expect((await app.as(null).post('/api/v1/account-links/use', { token, password: `${LEAKED} xanh` })).status).toBe(204);
});

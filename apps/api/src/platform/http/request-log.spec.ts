import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createApp } from '../../create-app.js';
import { FixedClock } from '../../testing/fixed-clock.js';
import { readLog } from '../../testing/log-file.js';
import { addPerson } from '../../testing/people.js';
import { TestApp } from '../../testing/test-app.js';
import { testInstallation } from '../../testing/test-database.js';
import { createLog, nestLog } from './request-log.js';

let app: TestApp;
let folder: string;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-04-09' });
  folder = await mkdtemp(join(tmpdir(), 'ocop-log-'));
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the log', () => {
  it('tells route, status and request id, and nothing of the person: no address, cookie, password, token or search word (ASVS 16.2.5)', async () => {
    const file = join(folder, 'api.log');
    const log = createLog(file);
    const logged = await createApp({ dataSource: app.appData, clock: new FixedClock('2024-04-09'), installation: testInstallation, log, dashboard: null });
    const { cookie } = await addPerson(app.db, new Date('2024-04-09T00:00:00Z'), ['finance']);
    await logged.inject({ url: '/api/v1/registrations?year=2024&search=tim-kin-dao', headers: { cookie, 'x-request-id': 'ma-yeu-cau-1' } });
    await logged.inject({ method: 'POST', url: '/api/v1/session', payload: { username: 'ten-kin-dao', password: 'mat-khau-kin-dao' } });
    await logged.inject({ url: `/api/v1/calendar/${'k'.repeat(43)}.ics` });
    await logged.inject({ method: 'POST', url: '/api/v1/account-links/open', payload: { token: 'k'.repeat(43) } });
    await logged.inject({ method: 'POST', url: '/api/v1/reports', headers: { cookie, 'content-type': 'application/json' }, payload: '{"kin-dao' });
    await logged.close();
    const text = await readLog(log, file);
    expect(text).toContain('/api/v1/registrations');
    expect(text).toContain('/api/v1/calendar/');
    expect(text).toContain('ma-yeu-cau-1');
    expect(text).toContain('"statusCode":401');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    for (const secret of ['kin-dao', cookie.slice(5), 'kkkk', '127.0.0.1']) expect(text).not.toContain(secret);
  });

  it('tells what nobody expected with the request id and where it happened, without what the statement was about (ASVS 16.2.5, 16.3.4)', async () => {
    const file = join(folder, 'error.log');
    const log = createLog(file);
    const logged = await createApp({ dataSource: app.appData, clock: new FixedClock('2024-04-09'), installation: testInstallation, log, dashboard: null });
    await app.db.query('alter table account rename to gone');
    const answer = await logged.inject({ method: 'POST', url: '/api/v1/session', headers: { 'x-request-id': 'ma-yeu-cau-2' }, payload: { username: 'ten-kin-dao', password: 'mat-khau-kin-dao' } });
    await app.db.query('alter table gone rename to account');
    await logged.close();
    const text = await readLog(log, file);
    const error = text.trim().split('\n').map((line) => JSON.parse(line) as { reqId?: string; err?: Record<string, string> }).find(({ err }) => err !== undefined);
    expect([answer.statusCode, error?.reqId, error?.err?.['message']]).toEqual([500, 'ma-yeu-cau-2', 'relation "account" does not exist']);
    expect(error?.err?.['stack']).toContain('sign-in.service');
    expect(text).not.toContain('kin-dao');
  });

  it('writes a text from outside as it is: one line, no pattern filled in, no line of its own (ASVS 1.3.10, 16.4.1)', async () => {
    const file = join(folder, 'nest.log');
    const text = '%s %d %j %o\r\n{"level":60,"msg":"giả"}';
    const log = createLog(file);
    const nest = nestLog(log);
    nest.warn(text, 'nơi');
    nest.error(text, 'nơi', 'x');
    const lines = (await readLog(log, file)).trim().split('\n').map((line) => JSON.parse(line) as { msg: string });
    expect(lines.map(({ msg }) => msg)).toEqual([text, text]);
  });
});

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createApp } from '../../create-app.js';
import { FixedClock } from '../../testing/fixed-clock.js';
import { addPerson } from '../../testing/people.js';
import { TestApp } from '../../testing/test-app.js';
import { testInstallation } from '../../testing/test-database.js';
import { createLog } from './request-log.js';

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
    const logged = await createApp({
      dataSource: app.appData, clock: new FixedClock('2024-04-09'), installation: testInstallation, log: createLog(file), dashboard: null,
    });
    const { cookie } = await addPerson(app.db, new Date('2024-04-09T00:00:00Z'), ['finance']);
    await logged.inject({ url: '/api/v1/registrations?year=2024&search=tim-kin-dao', headers: { cookie, 'x-request-id': 'ma-yeu-cau-1' } });
    await logged.inject({ method: 'POST', url: '/api/v1/session', payload: { username: 'ten-kin-dao', password: 'mat-khau-kin-dao' } });
    await logged.inject({ method: 'POST', url: '/api/v1/account-links/open', payload: { token: 'k'.repeat(43) } });
    await logged.inject({ method: 'POST', url: '/api/v1/reports', headers: { cookie, 'content-type': 'application/json' }, payload: '{"kin-dao' });
    await logged.close();
    await sleep(200);
    const text = await readFile(file, 'utf8');
    expect(text).toContain('/api/v1/registrations');
    expect(text).toContain('ma-yeu-cau-1');
    expect(text).toContain('"statusCode":401');
    for (const secret of ['kin-dao', cookie.slice(5), 'kkkk', '127.0.0.1']) expect(text).not.toContain(secret);
  });
});

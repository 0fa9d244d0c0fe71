import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Pool } from 'pg';
import { newPosting, part } from '../../testing/funding.js';
import { TestApp } from '../../testing/test-app.js';
import { CONNECTION_WAIT_MS } from './connection-wait.js';
import { withRowScope } from './row-scope.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-07-12' });
});
afterAll(() => app.close());

describe('while every connection is taken', () => {
  it('a question waits only so long, is then told that the system is busy, and is answered again once one is free', async () => {
    const { options } = (app.appData.driver as unknown as { master: Pool }).master;
    expect(options).toMatchObject({ max: 10, connectionTimeoutMillis: CONNECTION_WAIT_MS });
    options.connectionTimeoutMillis = 50;
    // From here on the session is known without a question.
    expect((await app.get('/api/v1/plans')).status).toBe(200);
    const runners = Array.from({ length: options.max }, () => app.appData.createQueryRunner());
    await withRowScope('all', () => Promise.all(runners.map((runner) => runner.connect())));
    const busy = { code: 'not-ready', detail: 'Hệ thống đang bận nên chưa xử lý được yêu cầu này. Hãy thử lại sau ít phút.' };
    expect(await app.refused(503, '/api/v1/plans')).toMatchObject(busy);
    expect((await app.get('/api/v1/plans')).headers.get('retry-after')).toBe('30');
    const postings = await Promise.all(Array.from({ length: 12 }, () => app.post('/api/v1/funding/postings', newPosting([part('planned', 1_000_000n)]))));
    expect(postings.map(({ body }) => body)).toEqual(postings.map(() => expect.objectContaining(busy)));
    await Promise.all(runners.map((runner) => runner.release()));
    expect((await app.get('/api/v1/plans')).status).toBe(200);
  });
});

describe('a transaction', () => {
  it('never asks for a second connection, for enough of them at once would wait for each other: no test lets one', async () => {
    await expect(app.appData.transaction(() => app.appData.query('select 1'))).rejects.toThrow('a second connection');
    await expect(app.appData.transaction(() => app.appData.manager.query('select 1'))).rejects.toThrow('a second connection');
    expect(await app.appData.transaction((manager) => manager.query('select 1 as one'))).toEqual([{ one: 1 }]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asAdmin } from '../../testing/test-database.js';
import { TestApp } from '../../testing/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-04-09' });
});
afterAll(() => app.close());

describe('health', () => {
  it('is live and ready while the database answers', async () => {
    for (const path of ['/health/live', '/health/ready']) {
      const { status, body } = await app.get(path);
      expect([status, body]).toEqual([200, { status: 'ok' }]);
    }
  });

  it('stays live but is not ready while the database is gone, tells nothing of the inside, and recovers with it', async () => {
    const name = app.db.driver.database ?? '';
    await asAdmin(async (client) => {
      await client.query(`alter database ${name} with allow_connections false`);
      await client.query('select pg_terminate_backend(pid, 2000) from pg_stat_activity where datname = $1', [name]);
    });
    expect((await app.get('/health/live')).status).toBe(200);
    expect(await app.refused(503, '/health/ready')).toMatchObject({ code: 'not-ready', detail: 'Cơ sở dữ liệu chưa sẵn sàng.' });
    const problem = await app.refused(500, '/api/v1/plans');
    expect(problem.detail).toBe('Hệ thống gặp lỗi ngoài dự kiến. Hãy báo quản trị viên kèm mã yêu cầu.');
    expect(JSON.stringify(problem)).not.toContain(name);
    await asAdmin((client) => client.query(`alter database ${name} with allow_connections true`));
    expect((await app.get('/health/ready')).status).toBe(200);
    expect((await app.get('/api/v1/plans')).status).toBe(200);
  });
});

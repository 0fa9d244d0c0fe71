import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditCheckSchema, auditListSchema, reportSchema, type Report } from '@ocop/contracts';
import { TestApp } from '../../testing/test-app.js';

let app: TestApp;
let report: Report;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-07-12' });
  report = reportSchema.parse((await app.post('/api/v1/reports', { year: 2024, period: 'H1' })).body);
  await app.get(report.pdfUrl);
  const finance = await app.asRole('finance');
  await finance.post('/api/v1/reports', { year: 2024, period: 'H1' });
});
afterAll(() => app.close());

const list = (query = '') => app.read(auditListSchema, `/api/v1/audit${query}`);

describe('the audit trail', () => {
  it('has a line for the plan that was loaded, a report made, its download and a refusal, newest first', async () => {
    const { items, total } = await list();
    expect(items.map(({ action }) => action)).toEqual(['access-refused', 'report-downloaded', 'report-created', 'plan-loaded']);
    expect(total).toBe(4);
    expect(items.map(({ no }) => no)).toEqual([4, 3, 2, 1]);
    const [refused, , created, loaded] = items;
    expect(refused).toMatchObject({ subject: 'route', subjectId: 'reports.create', subjectName: 'POST /api/v1/reports', origin: 'http', address: '127.0.0.1' });
    expect(created).toMatchObject({
      subjectId: String(report.id), after: { year: 2024, period: 'H1', asOf: '2024-06-14', snapshotSha256: report.snapshotSha256 }, before: null,
    });
    expect(created?.happenedAt).toBe('2024-07-12T05:00:00.000Z');
    expect(loaded).toMatchObject({ origin: 'system', accountId: null, accountName: null, subjectName: '1227/KH-UBND' });
  });

  it('writes nothing for the same report made twice: nothing was made', async () => {
    const { total } = await list();
    await app.post('/api/v1/reports', { year: 2024, period: 'H1' });
    expect((await list()).total).toBe(total);
  });

  it.each([
    ['?action=report-created', [2]],
    ['?subject=report', [3, 2]],
    ['?subject=report&subjectId=0', []],
    ['?search=1227', [2, 1]],
    ['?search=BAO-CAO', [3]],
    ['?search=%00', [4, 3, 2, 1]],
    ['?from=2024-07-12&to=2024-07-12', [4, 3, 2]],
    ['?to=2024-07-11', [1]],
    ['?from=2024-07-13', []],
    ['?page=2&pageSize=3', [1]],
  ])('is searched by %s', async (query, numbers) => {
    expect((await list(query)).items.map(({ no }) => no)).toEqual(numbers);
  });

  it('is exported whole as CSV with BOM, and the export is a line of it', async () => {
    const answer = await app.get('/api/v1/audit/export?format=csv&subject=report');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="nhat-ky-2024-07-12.csv"; filename*=UTF-8''Nh%E1%BA%ADt%20k%C3%BD%202024-07-12.csv`);
    expect([...answer.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = answer.text.trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/Số thứ tự;Lúc \(giờ Việt Nam\);Tài khoản;.*;Mã việc;Việc;Mã loại đối tượng;Loại đối tượng;/);
    expect((await list('?action=audit-exported')).items[0]?.after).toEqual({ subject: 'report', format: 'csv', rows: 2 });
  });

  it('is exported with the words of the screen beside each code (ASVS 16.2.4)', async () => {
    const { text } = await app.get('/api/v1/audit/export?format=csv');
    for (const words of [
      'plan-loaded;nạp kế hoạch 1227/KH-UBND;plan;kế hoạch;', 'report-downloaded;mở hoặc tải báo cáo', 'report;báo cáo;',
      'access-refused;bị từ chối vì không có quyền: POST /api/v1/reports;route;chức năng;reports.create;POST /api/v1/reports;',
    ]) expect(text).toContain(words);
  });

  it('is found whole by the check', async () => {
    const check = await app.read(auditCheckSchema, '/api/v1/audit/check');
    expect(check.faults).toEqual([]);
    expect(check.head?.no).toBe(check.entries);
  });

  it('is not for who sees some units only: its lines are of everybody', async () => {
    const limited = await app.asRole('auditor', ['Phường Tứ Hạ']);
    expect((await limited.read(auditListSchema, '/api/v1/audit')).total).toBe(0);
    await limited.refused(403, '/api/v1/audit/check');
  });
});

import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { indicatorListSchema, reportListSchema, reportSchema, type Report } from '@ocop/contracts';
import { reachStage, recognise } from '../../testing/facts.js';
import { pdfText } from '../../testing/pdf-text.js';
import { declared, TestApp } from '../../testing/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-04-09' });
});
afterAll(() => app.close());

async function create(body: object): Promise<Report> {
  const answer = await app.post('/api/v1/reports', body);
  expect(answer.status).toBe(201);
  return declared(reportSchema, answer.body);
}

const twoDigits = (text: string) => text.padStart(2, '0');

describe('a report', () => {
  it('is kept with its period by the cut-offs of Decree 09/2019, its day and the fingerprint of its figures', async () => {
    const report = await create({ year: 2024, period: 'H1' });
    expect(report).toEqual({
      id: report.id,
      year: 2024,
      period: 'H1',
      firstDay: '2023-12-15',
      lastDay: '2024-06-14',
      asOf: '2024-04-09',
      createdAt: '2024-04-09T05:00:00.000Z',
      snapshotSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      demo: false,
      state: 'draft',
      steps: [],
      signatureLines: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
      signatoryName: 'Nguyễn Việt Hà',
      issue: null,
      amends: null,
      amendedBy: null,
      pdfUrl: `/api/v1/reports/${report.id}/pdf`,
    });
    expect(await app.read(reportSchema, `/api/v1/reports/${report.id}`)).toEqual(report);
  });

  it('of the same figures is the same report, also when asked for many times at once', async () => {
    const asked = await Promise.all(Array.from({ length: 12 }, () => create({ year: 2024, period: 'FY' })));
    expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
    expect(await create({ year: 2024, period: 'FY', asOf: '2024-04-09' })).toEqual(asked[0]);
  });

  it('is found when another request keeps it in the same instant', async () => {
    // The other database holds the same plan, so that its snapshot is the one this application is about to keep.
    const twin = await TestApp.start({ today: '2024-04-10' });
    app.clock.day = '2024-04-10';
    await twin.post('/api/v1/reports', { year: 2024, period: 'H1' });
    const columns = 'plan_id, period, first_day, last_day, as_of, snapshot, snapshot_sha256, created_at';
    const [kept] = await twin.db.query<Record<string, unknown>[]>(`select ${columns} from report`);
    await twin.close();
    const answer = await app.db.transaction(async (manager) => {
      const values = Object.values(kept ?? {});
      await manager.query(`insert into report (${columns}) values (${values.map((_, index) => `$${index + 1}`).join(', ')})`, values);
      const asked = app.post('/api/v1/reports', { year: 2024, period: 'H1' });
      // By now it wants to keep the same, and has to wait for this one.
      while ((await app.db.query<unknown[]>(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).length === 0) await sleep(5);
      return { asked };
    });
    expect(declared(reportSchema, (await answer.asked).body).snapshotSha256).toBe(kept?.['snapshot_sha256']);
    app.clock.day = '2024-04-09';
  });

  it('stands once on the list, newest first', async () => {
    const { items, total } = await app.read(reportListSchema, '/api/v1/reports');
    expect(total).toBe(3);
    expect(items.map(({ period, asOf }) => [period, asOf])).toEqual([['H1', '2024-04-10'], ['FY', '2024-04-09'], ['H1', '2024-04-09']]);
  });

  it('gives the same bytes of PDF each time', async () => {
    const { pdfUrl } = await create({ year: 2024, period: 'H1' });
    const [first, second] = [await app.get(pdfUrl), await app.get(pdfUrl)];
    expect(first.status).toBe(200);
    expect(first.headers.get('content-type')).toBe('application/pdf');
    expect(first.headers.get('content-disposition')).toBe('inline; filename="bao-cao-ocop-2024-H1-2024-04-09.pdf"');
    expect(first.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(first.bytes.equals(second.bytes)).toBe(true);
  });
});

describe('what the paper says', () => {
  it('agrees with the overview on the same day: 00 of 02 new products, seven on the list (II.2)', async () => {
    const { pdfUrl } = await create({ year: 2024, period: 'H1', asOf: '2024-04-09' });
    const text = await pdfText((await app.get(pdfUrl)).bytes);
    const { items } = await app.read(indicatorListSchema, '/api/v1/indicators?year=2024&asOf=2024-04-09');
    const found = items.find(({ id }) => id === 'newly-recognised-products');
    expect(found).toMatchObject({ value: '0', target: '2' });
    expect(text).toContain('1227/KH-UBND');
    expect(text).toMatch(/chưa có sản phẩm được công nhận mới; mục tiêu năm là ít nhất 02 sản phẩm; đánh giá: đúng tiến độ/);
    expect(text).toMatch(/07 sản phẩm, trong đó 06 sản phẩm đánh giá lần đầu.{1,4}01 sản phẩm đánh giá lại/);
    expect(text).toContain('Kiệu Hương Chử');
    expect(text).toContain('Phường Hương Chử');
    expect(text).not.toMatch(/undefined|NaN|null|\[object/);
  });

  it('moves with the facts up to its day, as the overview does', async () => {
    app.clock.day = '2024-12-31';
    await reachStage(app.db, 'Quýt Thanh Bình', 'recognised-3', '2024-06-10', 1);
    await recognise(app.db, 'Quýt Thanh Bình', { kind: 'new', stars: 3, decidedOn: '2024-06-10' });
    const { pdfUrl, asOf } = await create({ year: 2024, period: 'H1' });
    expect(asOf).toBe('2024-06-14');
    const text = await pdfText((await app.get(pdfUrl)).bytes);
    const { items } = await app.read(indicatorListSchema, `/api/v1/indicators?year=2024&asOf=${asOf}`);
    const found = items.find(({ id }) => id === 'newly-recognised-products');
    expect(text).toContain(`có ${twoDigits(found?.value ?? '?')} sản phẩm được công nhận mới so với mục tiêu ít nhất ${twoDigits(found?.target ?? '?')} sản phẩm`);
    expect(text).toContain('đến hết ngày 14/6/2024. Nội dung mới nhất được ghi nhận ngày 10/6/2024');
  });

  it('does not change with what is recorded for later days: the same day and figures, the same report', async () => {
    const before = await create({ year: 2024, period: 'H1' });
    await reachStage(app.db, 'Bún Vân Cù', 'received', '2024-09-01', 2);
    expect(await create({ year: 2024, period: 'H1' })).toEqual(before);
  });

  it('keeps an issued report as it was when a fact of its days is entered later', async () => {
    const before = await create({ year: 2024, period: 'H1' });
    const bytes = (await app.get(before.pdfUrl)).bytes;
    await reachStage(app.db, 'Kiệu Hương Chử', 'received', '2024-06-11', 1);
    const after = await create({ year: 2024, period: 'H1' });
    expect(after.id).not.toBe(before.id);
    expect((await app.get(before.pdfUrl)).bytes.equals(bytes)).toBe(true);
    expect((await app.get(after.pdfUrl)).bytes.equals(bytes)).toBe(false);
  });
});

describe('a report that cannot be', () => {
  const refused = (status: number, body: unknown) =>
    app.refused(status, '/api/v1/reports', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

  it('of a period that has not begun is refused with the day it begins', async () => {
    await app.db.query(
      `insert into plan (unit_id, year, number, issued_on, title, issuer_name, issuer_short_name, place, province_name,
         supplement_before, legal_basis, signature, recipients, demo)
       select unit_id, 2026, 'thử', '2024-12-01', title, issuer_name, issuer_short_name, place, province_name,
         '2026-06-10', legal_basis, signature, recipients, demo from plan where year = 2024`,
    );
    const problem = await refused(422, { year: 2026, period: 'H1' });
    expect(problem).toMatchObject({ code: 'period-not-started', detail: 'Kỳ báo cáo này bắt đầu từ ngày 15/12/2025, chưa thể lập báo cáo.' });
  });

  it.each([1000, 1500, 1900, 2023, 3000, 9999])('of the year %i, which has no plan, is refused with the years there are', async (year) => {
    expect(await refused(404, { year, period: 'H1' })).toMatchObject({ code: 'unknown-year', detail: expect.stringContaining(`năm ${year}`) });
  });

  it('as of a day before the plan or after today is refused', async () => {
    expect((await refused(422, { year: 2024, period: 'H1', asOf: '2024-04-08' })).code).toBe('as-of-before-plan');
    expect((await refused(422, { year: 2024, period: 'H1', asOf: '2025-01-01' })).code).toBe('as-of-after-today');
  });

  it('with wrong fields is refused with each of them', async () => {
    const { errors } = await refused(400, { year: '2024', period: 'H3', asOf: '2024-02-30', extra: 1 });
    expect(errors?.map(({ path }) => path)).toEqual(['year', 'period', 'asOf', '']);
    expect(errors?.map(({ message }) => message)).toEqual([
      'Năm phải là năm gồm bốn chữ số, ví dụ 2024.',
      'Kỳ báo cáo chỉ nhận H1 (báo cáo 6 tháng) hoặc FY (báo cáo năm).',
      'Ngày tính đến phải là một ngày có thật, viết theo dạng YYYY-MM-DD, ví dụ 2024-04-09.',
      'Không có tham số “extra”.',
    ]);
  });

  it.each(['/api/v1/reports/999999', '/api/v1/reports/999999/pdf'])('nor found: %s', async (path) => {
    expect(await app.refused(404, path)).toMatchObject({ code: 'not-found', detail: 'Không có báo cáo mã 999999.' });
  });

  it.each(['0', '-1', 'x', '1.5', '1e3', '99999999999'])('nor has the number %s', async (id) => {
    expect((await app.refused(400, `/api/v1/reports/${id}`)).detail).toBe('Mã phải là số nguyên dương.');
  });
});

import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { indicatorListSchema, indicatorRowsSchema, reportListSchema, reportSchema, type Report } from '@ocop/contracts';
import { countInText, type IndicatorId } from '@ocop/domain';
import type { ReportSnapshot } from '@ocop/reports';
import { addProduct, reachStage, recognise, register, revoke, score } from '../../testing/facts.js';
import { expectRowsToAddUp } from '../../testing/rows-add-up.js';
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
      await sleep(300);
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

describe('what came out of the year', () => {
  let year: TestApp;
  beforeAll(async () => {
    year = await TestApp.start({ today: '2024-12-31' });
    const { db } = year;
    // In force before the year: one due and renewed, one due and forgotten, one to be raised, one to be revoked.
    await recognise(db, 'Bún Vân Cù', { kind: 'new', stars: 3, decidedOn: '2021-10-20', registered: false });
    for (const [name, decidedOn] of [['Nón lá', '2021-11-05'], ['Mè xửng', '2022-05-04'], ['Rượu gạo', '2022-06-01']] as const) {
      if (name !== 'Mè xửng') await addProduct(db, name);
      else await register(db, name, 'upgrade', '2024-06-09');
      await recognise(db, name, { kind: 'new', stars: 3, decidedOn, registered: false });
    }
    await revoke(db, 'Rượu gạo', '2022-06-01', '2024-08-09');
    await register(db, 'Tré', 'new', '2024-06-10', 'Xã Hương Toàn');
    // Round 1: recognised by the town; held at 3 stars by the minimums; moved on; sent to the province, which recognises.
    for (const name of ['Quýt Thanh Bình', 'Kiệu Hương Chử', 'Thanh trà Hương Vân']) await reachStage(db, name, 'scored-by-town', '2024-07-03', 1);
    await score(db, 'Quýt Thanh Bình', '2024-07-03', '69.9967', 4, 3);
    await score(db, 'Kiệu Hương Chử', '2024-07-03', '72.35', 3, 3);
    await score(db, 'Thanh trà Hương Vân', '2024-07-03', '81.25', 4, 4);
    await reachStage(db, 'Hương trầm Hương Thảo', 'moved-to-next-round', '2024-07-05', 1);
    for (const name of ['Quýt Thanh Bình', 'Kiệu Hương Chử']) {
      await reachStage(db, name, 'recognised-3', '2024-07-09', 1);
      await recognise(db, name, { kind: 'new', stars: 3, decidedOn: '2024-07-09', decisionNumber: '1500/QĐ-UBND' });
    }
    await reachStage(db, 'Thanh trà Hương Vân', 'sent-to-province', '2024-07-12', 1, '99/TTr-UBND');
    await reachStage(db, 'Thanh trà Hương Vân', 'recognised-4', '2024-11-20');
    await recognise(db, 'Thanh trà Hương Vân', { kind: 'new', stars: 4, decidedOn: '2024-11-20', decisionNumber: '2100/QĐ-UBND' });
    // Round 2: not enough points; renewed; raised.
    await reachStage(db, 'Hương trầm Hương Thảo', 'scored-by-town', '2024-10-02', 2);
    await score(db, 'Hương trầm Hương Thảo', '2024-10-02', '48.5', 3, 2);
    await reachStage(db, 'Hương trầm Hương Thảo', 'not-recognised', '2024-10-09');
    for (const [name, kind, stars] of [['Bún Vân Cù', 're-evaluation', 3], ['Mè xửng', 'upgrade', 4]] as const) {
      await reachStage(db, name, 'scored-by-town', '2024-10-02', 2);
      await score(db, name, '2024-10-02', stars === 4 ? '70' : '55.4', 4, stars);
      await reachStage(db, name, stars === 4 ? 'recognised-4' : 'recognised-3', '2024-10-09');
      await recognise(db, name, { kind, stars, decidedOn: '2024-10-09', decisionNumber: '1980/QĐ-UBND' });
    }
    await reachStage(db, 'Bưởi da xanh Bình Thành', 'withdrawn', '2024-06-20');
  });
  afterAll(() => year.close());

  async function kept(period: 'H1' | 'FY', asOf?: string) {
    const made = await year.post('/api/v1/reports', { year: 2024, period, ...(asOf === undefined ? {} : { asOf }) });
    const report = declared(reportSchema, made.body);
    const [row] = await year.db.query<{ snapshot: string }[]>('select snapshot from report where id = $1', [report.id]);
    const snapshot = JSON.parse(row?.snapshot ?? '') as ReportSnapshot;
    if (snapshot.outcomes === undefined) throw new Error('a snapshot without outcomes');
    return { report, snapshot, outcomes: snapshot.outcomes, text: await pdfText((await year.get(report.pdfUrl)).bytes) };
  }

  it.each(['2024-06-14', '2024-07-12', '2024-10-08', '2024-10-09', '2024-12-14'])(
    'is on paper what GET /indicators counts on %s, to the unit and by name (II.2, III.3)',
    async (asOf) => {
      const { snapshot, outcomes, text } = await kept('FY', asOf);
      const { items } = await year.read(indicatorListSchema, `/api/v1/indicators?year=2024&asOf=${asOf}`);
      const named: [IndicatorId, { productName: string }[]][] = [
        ['newly-recognised-products', outcomes.newlyRecognised],
        ['upgraded-products', outcomes.upgraded],
        ['re-recognised-products', outcomes.reRecognised],
        ['dossiers-sent-to-province', outcomes.sentToProvince],
        ['certificates-expiring', (snapshot.certificates ?? []).filter(({ state }) => state === 'expiring')],
      ];
      for (const [id, products] of named) {
        const item = items.find((one) => one.id === id);
        if (item === undefined) throw new Error(`no indicator ${id}`);
        await expectRowsToAddUp(year, asOf, item);
        const rows = await year.read(indicatorRowsSchema, item.rowsUrl);
        expect(`${id} ${products.length}`).toBe(`${id} ${item.value}`);
        expect(products.map(({ productName }) => productName).toSorted()).toEqual(rows.items.map(({ label }) => label).toSorted());
      }
      expect(outcomes.due?.length ?? null).toBe(snapshot.reRecognition.due);
      const recognised = outcomes.courses.filter(({ end }) => end === 'recognised');
      for (const [kind, counted] of [['new', outcomes.newlyRecognised], ['upgrade', outcomes.upgraded], ['re-evaluation', outcomes.reRecognised]] as const) {
        expect(recognised.filter((one) => one.kind === kind)).toHaveLength(counted.length);
      }
      if (outcomes.newlyRecognised.length > 0) expect(text).toContain(`có ${countInText(outcomes.newlyRecognised.length)} sản phẩm được công nhận mới`);
      expect(text).not.toMatch(/undefined|NaN|null|\[object|\b00 (sản phẩm|hồ sơ)/);
    },
  );

  it('reads by round: points with comma and uncut, why stars are fewer, who moved on, what the province decided (III.3)', async () => {
    const { text, outcomes } = await kept('FY');
    expect(text).toContain('đã chấm điểm 03 hồ sơ, từ 69,9967 đến 81,25 điểm; xếp hạng: 01 hồ sơ 4 sao, 02 hồ sơ 3 sao.');
    expect(text).toContain('Kiệu Hương Chử đạt 72,35 điểm (mức điểm 4 sao) nhưng xếp hạng 3 sao');
    expect(text).toContain('Chuyển sang đợt sau: 01 sản phẩm (Hương trầm Hương Thảo).');
    expect(text).toContain('Thanh trà Hương Vân (ngày 12/7/2024, văn bản số 99/TTr-UBND).');
    expect(text).toContain('đã chấm điểm 03 hồ sơ, từ 48,5 đến 70 điểm; xếp hạng: 01 hồ sơ 4 sao, 01 hồ sơ 3 sao, 01 hồ sơ dưới 3 sao.');
    expect(text).toContain('Không được công nhận: 01 sản phẩm (Hương trầm Hương Thảo).');
    expect(outcomes.courses.filter(({ productName }) => productName === 'Hương trầm Hương Thảo').map(({ roundNo, end }) => [roundNo, end])).toEqual([[1, 'moved-on'], [2, 'not-recognised']]);
    expect(outcomes.courses.find(({ productName }) => productName === 'Bưởi da xanh Bình Thành')).toMatchObject({ roundNo: null, end: 'withdrawn' });
    // A step without a round of its own stays in the one before it.
    expect(outcomes.courses.find(({ productName }) => productName === 'Mè xửng')).toMatchObject({ roundNo: 2, decision: { number: '1980/QĐ-UBND' } });
  });

  it('names supplements in time and late, revocations, products due and certificates nobody registered (V.4, II.2, III.2)', async () => {
    const { text, snapshot, outcomes } = await kept('FY');
    expect(outcomes.supplements.map(({ productName, state }) => [productName, state])).toEqual([['Mè xửng', 'supplement'], ['Tré', 'late-supplement']]);
    expect(outcomes.revoked.map(({ productName, revokedOn }) => [productName, revokedOn])).toEqual([['Rượu gạo', '2024-08-09']]);
    expect(text).toContain('Trong năm có 02 sản phẩm đến hạn đánh giá lại, trong đó 01 sản phẩm đã được công nhận lại; 01 sản phẩm chưa đăng ký đánh giá lại.');
    expect(snapshot.certificates?.map(({ productName, state, registration }) => [productName, state, registration])).toEqual([
      ['Nón lá', 'expired', null],
    ]);
  });

  it('knows nothing of later days: on the eve of a decision the dossier is still open', async () => {
    const { outcomes } = await kept('FY', '2024-07-08');
    expect(outcomes.courses.filter(({ end }) => end === 'recognised')).toEqual([]);
    expect(outcomes.courses.find(({ productName }) => productName === 'Quýt Thanh Bình')).toMatchObject({ end: null, result: { points: '69.9967', stars: 3 } });
    expect(outcomes.revoked).toEqual([]);
    expect(outcomes.yearBefore).toBeNull();
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

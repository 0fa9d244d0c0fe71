import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fundingSummarySchema, reportFigureListSchema, reportFigureRowsSchema, reportSchema, type Report, type ReportFigureRows } from '@ocop/contracts';
import type { FundingStage } from '@ocop/domain';
import type { ReportSnapshot } from '@ocop/reports';
import { enterFunding, receiveReport, reachStage, recognise, score } from '../../testing/facts.js';
import { pdfText } from '../../testing/pdf-text.js';
import { issueThroughSteps } from '../../testing/reports.js';
import { declared, TestApp } from '../../testing/test-app.js';
import { MOST_LINES } from './report-provenance.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-12-20' });
  const { db } = app;
  await receiveReport(db, 'Phường Hương Văn', 'FY', '2024-12-10');
  await receiveReport(db, 'Phường Tứ Hạ', 'H1', '2024-06-10');
  await reachStage(db, 'Quýt Thanh Bình', 'scored-by-town', '2024-07-03', 1);
  await score(db, 'Quýt Thanh Bình', '2024-07-03', '69.9967', 4, 3);
  await reachStage(db, 'Quýt Thanh Bình', 'recognised-3', '2024-07-09', 1);
  await recognise(db, 'Quýt Thanh Bình', { kind: 'new', stars: 3, decidedOn: '2024-07-09' });
  await reachStage(db, 'Thanh trà Hương Vân', 'sent-to-province', '2024-07-12', 1, '99/TTr-UBND');
  await recognise(db, 'Bún Vân Cù', { kind: 'new', stars: 3, decidedOn: '2021-10-20', registered: false });
  await enterFunding(db, [
    line('socialised', 'registered', 9_000_000n, '2024-05-02', 'Phường Tứ Hạ'),
    line('socialised', 'contributed', 4_500_001n, '2024-06-20', 'Phường Tứ Hạ'),
    line('nq-30-2021', 'planned', 1_081_500_000n, '2024-05-02'),
    line('nq-30-2021', 'allocated', 700_000_000n, '2024-06-02'),
    line('nq-30-2021', 'adjusted', -100_000_000n, '2024-07-02'),
    line('nq-30-2021', 'disbursed', 81_500_000n, '2024-08-02', 'Xã Bình Thành'),
    // After the day of the reports.
    line('nq-30-2021', 'disbursed', 1n, '2024-12-18'),
  ]);
});
afterAll(() => app.close());

const line = (source: string, stage: FundingStage, amount: bigint, occurredOn: string, unit: string | null = null) => ({ source, stage, amount, occurredOn, unit, workArea: null });

const made = async (asOf = '2024-12-14'): Promise<Report> => declared(reportSchema, (await app.post('/api/v1/reports', { year: 2024, period: 'FY', asOf })).body);
const figuresOf = (id: number) => app.read(reportFigureListSchema, `/api/v1/reports/${id}/figures`);
const rowsOf = (id: number, key: string): Promise<ReportFigureRows> => app.read(reportFigureRowsSchema, `/api/v1/reports/${id}/figure-rows?figure=${encodeURIComponent(key)}`);

/** What the rows come to, as the figure counts them. */
const comeTo = ({ measure, items }: ReportFigureRows): string => (measure === 'count' ? String(items.length) : items.reduce((sum, { amount }) => sum + BigInt(amount ?? '0'), 0n).toString());

async function expectRowsToComeToEveryFigure(id: number): Promise<void> {
  const { items } = await figuresOf(id);
  for (const { key, value } of items) {
    const rows = await rowsOf(id, key);
    expect({ key, kept: rows.kept, total: rows.items.length }).toEqual({ key, kept: true, total: rows.total });
    expect(rows.value).toBe(value);
    if (rows.measure === 'record') expect({ key, rows: rows.total }).toEqual({ key, rows: 1 });
    else expect({ key, sum: rows.total === 0 && value === null ? null : comeTo(rows) }).toEqual({ key, sum: rows.sum });
  }
}

describe('where a figure of a report comes from', () => {
  it('is told by the rows frozen with it: they come to it, counted or to the đồng, for every figure', async () => {
    const { id } = await made();
    await expectRowsToComeToEveryFigure(id);
    const { items } = await figuresOf(id);
    expect(items.filter(({ rows }) => rows === null)).toEqual([]);
    expect(items.find(({ key }) => key === 'newly')).toMatchObject({ value: '01', part: 'goals', appendix: null, rows: 1 });
    expect(items.find(({ name }) => name === 'Giải ngân: tổng các nguồn')).toMatchObject({ part: 'funding', appendix: 4, rows: 2 });
  });

  it('names the lines of the ledger with day, unit and amount: what was allocated and what was taken back (IV.2)', async () => {
    const { id } = await made();
    const { items } = await figuresOf(id);
    const total = await rowsOf(id, items.find(({ name }) => name === 'Phân bổ: tổng các nguồn')?.key ?? '');
    expect(total.items).toEqual([expect.objectContaining({ amount: '600000000', figure: expect.stringContaining('allocated') })]);
    const source = await rowsOf(id, total.items[0]?.figure ?? '');
    expect(source.sum).toBe('600000000');
    expect(source.items.map(({ on, amount }) => [on, amount])).toEqual([['2024-06-02', '700000000'], ['2024-07-02', '-100000000']]);
    const contributed = await rowsOf(id, items.find(({ name }) => name === 'Giải ngân: Nguồn xã hội hóa')?.key ?? '');
    expect(contributed.items).toEqual([{ label: 'Phường Tứ Hạ', detail: null, on: '2024-06-20', paper: null, amount: '4500001', figure: null }]);
  });

  it('counts the reports of communes for its own period only, and says which were in time (V.4)', async () => {
    const { items } = await rowsOf((await made()).id, 'reports received');
    expect(items).toEqual([expect.objectContaining({ label: 'Phường Hương Văn', on: '2024-12-10' })]);
  });

  it('stays as it was frozen when the ledger goes on', async () => {
    const { id } = await made();
    const key = 'funding  disbursed';
    const before = await rowsOf(id, key);
    await enterFunding(app.db, [line('nq-20-2020', 'disbursed', 5_000_000n, '2024-09-09')]);
    expect(await rowsOf(id, key)).toEqual(before);
    const after = await made();
    expect(after.id).not.toBe(id);
    expect((await rowsOf(after.id, key)).total).toBe(before.total + 1);
    await expectRowsToComeToEveryFigure(after.id);
  });

  it('is not found for a figure that the report does not have, and refused without one', async () => {
    const { id } = await made();
    expect((await app.refused(404, `/api/v1/reports/${id}/figure-rows?figure=khong-co`)).detail).toBe('Báo cáo này không có số liệu mang mã đó.');
    expect((await app.refused(400, `/api/v1/reports/${id}/figure-rows`)).detail).toBe('Mã số liệu phải là mã của một số liệu trong báo cáo.');
    expect((await app.refused(404, '/api/v1/reports/999999/figure-rows?figure=newly')).code).toBe('not-found');
  });
});

describe('a report that says by what it was computed', () => {
  it('names the provisions in force on its day, with the day since when, and the formulas (ADR 14)', async () => {
    const { basis } = await figuresOf((await made()).id);
    expect(basis).toEqual({
      law: [
        { topic: 'recognition-authority', validFrom: '2023-02-24', legalBasis: 'Quyết định 148/QĐ-TTg' },
        { topic: 'certificate-months', validFrom: null, legalBasis: 'Quyết định 148/QĐ-TTg' },
      ],
      formulas: 3,
    });
  });
});

describe('the code on paper', () => {
  it('stands under each appendix, on the draft and on what is issued', async () => {
    const { id } = await made();
    const codes = async () => (await pdfText((await app.get(`/api/v1/reports/${id}/pdf`)).bytes)).match(/BC-\d+-PL\d/gu);
    const expected = [1, 2, 3, 4, 5].map((no) => `BC-${id}-PL${no}`);
    expect(await codes()).toEqual(expected);
    await issueThroughSteps(app, id, '07/BC-UBND', '2024-12-18');
    expect(await codes()).toEqual(expected);
  });
});

describe('the pages on the screen', () => {
  it('are those of the PDF; looking at a draft leaves no line in the trail, at what is issued one', async () => {
    const { id } = await made('2024-12-15');
    const lines = async () => (await app.db.query<{ lines: number }[]>(`select count(*)::int as lines from audit_entry where action = 'report-downloaded' and subject_id = $1`, [String(id)]))[0]?.lines;
    const preview = () => app.get(`/api/v1/reports/${id}/preview`);
    const pdf = async () => (await app.get(`/api/v1/reports/${id}/pdf`)).bytes;
    const draft = await preview();
    expect([draft.headers.get('content-type'), draft.headers.get('content-disposition'), await lines()]).toEqual(['application/pdf', 'inline', 0]);
    expect(draft.bytes.equals(await pdf())).toBe(true);
    await issueThroughSteps(app, id, '08/BC-UBND', '2024-12-18');
    expect((await preview()).bytes.equals(await pdf())).toBe(true);
    expect(await lines()).toBe(3);
  });
});

describe('a report kept before its rows were', () => {
  it('keeps saying what it said, says of a sum that it is kept alone, and has no code on paper', async () => {
    const { id } = await made('2024-12-13');
    const columns = 'plan_id, period, first_day, last_day, as_of, created_at';
    const [row] = await app.db.query<{ snapshot: string }[]>('select snapshot from report where id = $1', [id]);
    const { provenance: _dropped, ...old } = JSON.parse(row?.snapshot ?? '') as ReportSnapshot;
    const text = JSON.stringify(old);
    const [kept] = await app.db.query<{ id: number }[]>(
      `insert into report (${columns}, snapshot, snapshot_sha256) select ${columns}, $2, $3 from report where id = $1 returning id`,
      [id, text, createHash('sha256').update(text).digest('hex')],
    );
    const oldId = kept?.id ?? 0;
    const { items, basis } = await figuresOf(oldId);
    expect(basis).toBeNull();
    const now = (await figuresOf(id)).items;
    expect(items.map(({ key, value }) => [key, value])).toEqual(now.map(({ key, value }) => [key, value]));
    const alone = items.find(({ name }) => name === 'Giải ngân: Nguồn xã hội hóa');
    expect(alone).toMatchObject({ rows: null, value: '4,500001 triệu đồng' });
    expect(await rowsOf(oldId, alone?.key ?? '')).toMatchObject({ kept: false, items: [], total: 0, sum: '4500001' });
    expect(await rowsOf(oldId, 'newly')).toMatchObject({ kept: true, total: 1 });
    expect(await pdfText((await app.get(`/api/v1/reports/${oldId}/pdf`)).bytes)).not.toMatch(/Mã tra cứu/u);
  });
});

describe('a ledger with more lines than a report keeps', () => {
  it('is kept by months, which come to the same sums as the ledger itself', async () => {
    await enterFunding(app.db, Array.from({ length: MOST_LINES }, (_, index) => line('nq-20-2020', 'disbursed', BigInt(index + 1), index % 2 === 0 ? '2024-10-01' : '2024-11-02')));
    const { id } = await made();
    await expectRowsToComeToEveryFigure(id);
    const figure = (await figuresOf(id)).items.find(({ name }) => name === 'Giải ngân: Ngân sách tỉnh theo Nghị quyết số 20/2020/NQ-HĐND');
    const { items, sum } = await rowsOf(id, figure?.key ?? '');
    expect(items.map(({ on, label }) => [on, label])).toEqual([
      ['2024-09', '1 bút toán trong tháng'], ['2024-10', '2.500 bút toán trong tháng'], ['2024-11', '2.500 bút toán trong tháng'],
    ]);
    const ledger = await app.read(fundingSummarySchema, '/api/v1/funding/summary?year=2024&asOf=2024-12-14&groupBy=source&stage=disbursed&source=nq-20-2020');
    expect(ledger.items[0]?.amount).toBe(sum);
  });
});

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { activityListSchema, reportComparisonSchema, reportFigureListSchema, reportFigureRowsSchema, reportSchema, reportTextListSchema, type Report } from '@ocop/contracts';
import type { ReportSnapshot } from '@ocop/reports';
import { unitId } from '../../testing/facts.js';
import { pdfText } from '../../testing/pdf-text.js';
import { newPlan } from '../../testing/plan-entry.js';
import { write } from '../../testing/programme.js';
import { issueThroughSteps, writeText } from '../../testing/reports.js';
import { declared, TestApp } from '../../testing/test-app.js';

const CLASS = 'Tập huấn lập hồ sơ OCOP';
const CLASS_SENTENCE = 'Ngày 12/4/2024: Tập huấn lập hồ sơ OCOP, Phường Tứ Hạ, 45 lượt người (Kế hoạch số 12/KH-UBND).';
const VISIT_SENTENCE = 'Từ ngày 09/5/2024 đến ngày 10/5/2024: Tham quan mô hình OCOP.';
const AREA = 'Hoạt động: Công tác tuyên truyền, đào tạo, tập huấn và tham quan học tập';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-06-20' });
  await enter(CLASS, '2024-04-12', { unitId: await unitId(app.db, 'Phường Tứ Hạ'), participants: 45, paper: '12/KH-UBND' });
  await enter('Tham quan mô hình OCOP', '2024-05-09', { endedOn: '2024-05-10' });
  // The period of six months begins on 15/12/2023 and ends on 14/6/2024 (Decree 09/2019).
  await enter('Hội nghị đầu kỳ', '2023-12-15', { workArea: 4 });
  await enter('Phiên chợ sau kỳ', '2024-06-15', { workArea: 5 });
});
afterAll(() => app.close());

const enter = async (name: string, heldOn: string, more: object = {}): Promise<number> =>
  (await write(app, 'activities', { year: 2024, workArea: 1, name, heldOn, endedOn: null, unitId: null, participants: null, paper: null, note: null, ...more })).id;

const made = async (period: 'H1' | 'FY' = 'H1', asOf?: string): Promise<Report> =>
  declared(reportSchema, (await app.post('/api/v1/reports', { year: 2024, period, ...(asOf === undefined ? {} : { asOf }) })).body);
const paper = async (id: number): Promise<string> => pdfText((await app.get(`/api/v1/reports/${id}/pdf`)).bytes);
const figures = async (id: number) => (await app.read(reportFigureListSchema, `/api/v1/reports/${id}/figures`)).items.filter(({ part }) => part === 'activities');
const counts = async (id: number) => (await figures(id)).flatMap(({ key, value }) => (/^activities \d+$/u.test(key) ? [value] : []));
const compared = (id: number) => app.read(reportComparisonSchema, `/api/v1/reports/${id}/comparison`);
const ofActivities = async (id: number) => (await compared(id)).entries.filter(({ kind }) => kind === 'activity').map(({ name, on, annulled }) => [name, on, annulled]);

describe('what was done in the work areas (plan 1227, section III), in a report', () => {
  it('stands in its area as sentences, those held within the period and up to its day', async () => {
    const { id } = await made();
    const text = await paper(id);
    expect(text).toContain(`1. Công tác tuyên truyền, đào tạo, tập huấn và tham quan học tập - ${CLASS_SENTENCE} - ${VISIT_SENTENCE} 2. Chuẩn hóa`);
    expect(text).toContain('Ngày 15/12/2023: Hội nghị đầu kỳ.');
    expect(text).not.toContain('Phiên chợ sau kỳ');
    expect(await paper((await made('FY', '2024-06-15')).id)).toContain('Ngày 15/6/2024: Phiên chợ sau kỳ.');
    const early = await paper((await made('H1', '2024-05-08')).id);
    expect([early.includes(CLASS_SENTENCE), early.includes('Tham quan mô hình')]).toEqual([true, false]);
  });

  it('is counted area by area, each with the activities as rows, as the list counts them', async () => {
    const { id } = await made('FY', '2024-06-20');
    const list = await app.read(activityListSchema, '/api/v1/activities?year=2024&asOf=2024-06-20');
    expect((await counts(id)).map(Number)).toEqual(list.areas.map(({ count }) => count));
    const [area] = await figures(id);
    expect(area).toMatchObject({ name: AREA, value: '02', appendix: null, rows: 2 });
    const rows = await app.read(reportFigureRowsSchema, `/api/v1/reports/${id}/figure-rows?figure=${encodeURIComponent('activities 1')}`);
    expect(rows).toMatchObject({ measure: 'count', sum: '2', kept: true });
    expect(rows.items[0]).toEqual({ label: CLASS, detail: 'Phường Tứ Hạ; 45 lượt người', on: '2024-04-12', paper: '12/KH-UBND', amount: null, figure: null });
  });

  it('is suggested to who writes the area, whose text then stands alone', async () => {
    const { id } = await made('H1', '2024-06-13');
    const { items } = await app.read(reportTextListSchema, `/api/v1/reports/${id}/texts`);
    expect(items.find(({ section }) => section === 'area-1')?.suggestions).toEqual([CLASS_SENTENCE, VISIT_SENTENCE]);
    await writeText(app, id, 'area-1', 'Đã mở 01 lớp và 01 chuyến tham quan.');
    const text = await paper(id);
    expect(text).toContain('tham quan học tập Đã mở 01 lớp và 01 chuyến tham quan. 2. Chuẩn hóa');
    expect(text).not.toContain(CLASS);
    expect(await counts(id)).toEqual(['02', '0', '0', '01', '0', '0']);
  });
});

describe('an issued report and activities entered or taken back since', () => {
  it('stays what it was; the comparison names them, and the paper that takes its place lists them', async () => {
    const { id } = await made('H1', '2024-06-14');
    await issueThroughSteps(app, id, '05/BC-UBND', '2024-06-20');
    const { bytes } = await app.get(`/api/v1/reports/${id}/pdf`);
    expect(await compared(id)).toMatchObject({ items: [], entries: [] });

    app.clock.seconds += 60;
    const fair = await enter('Phiên chợ OCOP', '2024-06-08', { workArea: 5, endedOn: '2024-06-09', participants: 9 });
    await enter('Sau ngày của báo cáo', '2024-06-16', { workArea: 5 });
    expect((await compared(id)).items).toEqual([
      { name: 'Hoạt động: Xúc tiến thương mại sản phẩm OCOP', before: '0', after: '01' },
      { name: 'Phiên chợ OCOP (08/6/2024)', after: 'đã thực hiện; đến ngày 09/6/2024; 09 lượt người' },
    ]);
    expect(await ofActivities(id)).toEqual([['Phiên chợ OCOP', '2024-06-08', false]]);

    const amendment = declared(reportSchema, (await app.post(`/api/v1/reports/${id}/amendment`, { reason: 'sót phiên chợ' })).body);
    expect(await paper(amendment.id)).toMatch(/Hoạt động: Xúc tiến thương mại sản phẩm OCOP 0 01 \d+ Phiên chợ OCOP \(08\/6\/2024\) không có đã thực hiện/u);

    // Entered anew with another number of people the count is the same, and what the paper says is not.
    const { items } = await app.read(activityListSchema, '/api/v1/activities?year=2024&workArea=1');
    await write(app, `activities/${fair}/annulment`, { reason: 'ghi nhầm' });
    await write(app, `activities/${items.find(({ name }) => name === CLASS)?.id}/annulment`, { reason: 'ghi nhầm số người' });
    await enter(CLASS, '2024-04-12', { unitId: await unitId(app.db, 'Phường Tứ Hạ'), participants: 54, paper: '12/KH-UBND' });
    expect((await compared(id)).items).toEqual([
      { name: 'Tập huấn lập hồ sơ OCOP, Phường Tứ Hạ (12/4/2024)', before: 'đã thực hiện; 45 lượt người; 12/KH-UBND', after: 'đã thực hiện; 54 lượt người; 12/KH-UBND' },
    ]);
    expect(new Set((await ofActivities(id)).map(String))).toEqual(new Set(['Phiên chợ OCOP,2024-06-08,true', `${CLASS},2024-04-12,false`, `${CLASS},2024-04-12,true`]));
    expect((await app.get(`/api/v1/reports/${id}/pdf`)).bytes.equals(bytes)).toBe(true);
  });
});

describe('a report kept before activities were recorded', () => {
  it('says of its areas what it said, and differs from now by what is on record now', async () => {
    const { id } = await made('H1', '2024-05-01');
    const [row] = await app.db.query<{ snapshot: string }[]>('select snapshot from report where id = $1', [id]);
    const { activities: _dropped, ...old } = JSON.parse(row?.snapshot ?? '') as ReportSnapshot;
    const text = JSON.stringify(old);
    const columns = 'plan_id, period, first_day, last_day, as_of, created_at';
    const [kept] = await app.db.query<{ id: number }[]>(
      `insert into report (${columns}, snapshot, snapshot_sha256) select ${columns}, $2, $3 from report where id = $1 returning id`,
      [id, text, createHash('sha256').update(text).digest('hex')],
    );
    const oldId = kept?.id ?? 0;
    expect(await figures(oldId)).toEqual([]);
    expect(await paper(oldId)).toContain('tham quan học tập Chưa có số liệu ghi nhận về nội dung này trong kỳ báo cáo. 2. Chuẩn hóa');
    expect((await compared(oldId)).items.map(({ name }) => name)).toEqual([AREA, 'Tập huấn lập hồ sơ OCOP, Phường Tứ Hạ (12/4/2024)', 'Hoạt động: Tăng cường chuyển đổi số', 'Hội nghị đầu kỳ (15/12/2023)']);
  });
});

describe('an activity between the yearly cut-off and the end of the plan year (15/12 to 31/12; Decree 09/2019, ADR 28)', () => {
  const FAIR = 'Hội chợ cuối năm';
  let next: TestApp;
  beforeAll(async () => {
    next = await TestApp.start({ today: '2025-06-20' });
    await write(await next.asRole('economic-office'), 'plans', newPlan());
    await held(2024, 'Phiên chợ cuối kỳ', '2024-12-14');
    await held(2024, FAIR, '2024-12-20');
  });
  afterAll(() => next.close());

  const held = (year: number, name: string, heldOn: string) =>
    write(next, 'activities', { year, workArea: 5, name, heldOn, endedOn: null, unitId: null, participants: null, paper: null, note: null });
  const reported = async (year: number, period: 'H1' | 'FY') => {
    const { id } = declared(reportSchema, (await next.post('/api/v1/reports', { year, period })).body);
    return { id, names: (await next.read(reportFigureListSchema, `/api/v1/reports/${id}/figures`)).items.flatMap(({ key, name }) => (key.startsWith('activity ') ? [name] : [])) };
  };

  it('stands in the reports of the year whose period it lies in, entered under the plan before, and in no other', async () => {
    const names = async (...asked: Parameters<typeof reported>) => (await reported(...asked)).names;
    expect(await names(2024, 'FY')).toEqual(['Phiên chợ cuối kỳ (14/12/2024)']);
    expect(await names(2025, 'H1')).toEqual([`${FAIR} (20/12/2024)`]);
    expect(await names(2025, 'FY')).toEqual([`${FAIR} (20/12/2024)`]);
  });

  it('is told once when it was entered under both plans', async () => {
    await held(2025, FAIR, '2024-12-20');
    expect((await reported(2025, 'FY')).names).toEqual([`${FAIR} (20/12/2024)`]);
  });

  it('is named by the comparison when it was entered since, and what the year before had for itself is not', async () => {
    const { id } = await reported(2025, 'H1');
    next.clock.seconds += 60;
    await held(2024, 'Phiên chợ Tết', '2024-12-31');
    await held(2024, 'Phiên chợ mùa thu', '2024-09-10');
    const { entries } = await next.read(reportComparisonSchema, `/api/v1/reports/${id}/comparison`);
    expect(entries.map(({ name, on }) => [name, on])).toEqual([['Phiên chợ Tết', '2024-12-31']]);
  });
});

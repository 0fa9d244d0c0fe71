import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { indicatorListSchema, planDetailSchema, planFormSchema, type Problem } from '@ocop/contracts';
import { unitId } from '../../testing/facts.js';
import { newPosting, part, post } from '../../testing/funding.js';
import { atOnce } from '../../testing/held.js';
import { NEW_PLAN, planChange } from '../../testing/plan-entry.js';
import { detail, idOf, newResult, newStep, refuse, told, write } from '../../testing/programme.js';
import { json } from '../../testing/signing-in.js';
import { TestApp, type Answer } from '../../testing/test-app.js';

// A plan that was entered otherwise than it was issued is put right. Here that of 2025; its facts are in the way of some changes.

const { rounds: [first, second], reports: [half, whole], targets: [target] } = NEW_PLAN;

let app: TestApp;
let office: TestApp;
let registration: number;
beforeAll(async () => {
  app = await TestApp.start({ today: '2025-12-20' });
  office = await app.asRole('economic-office');
  await write(office, 'plans', NEW_PLAN);
  const [{ id } = { id: 0 }] = await app.db.query<{ id: number }[]>(`select id from product where name = 'Bún Vân Cù'`);
  ({ id: registration } = await write(office, 'registrations', { year: 2025, productId: id, kind: 're-evaluation', registeredOn: '2025-04-15', roundNo: 2, paper: null, note: null }));
});
afterAll(() => app.close());

const form = () => office.read(planFormSchema, '/api/v1/plans/2025/form');
const change = (changes: Parameters<typeof planChange>[1], version = 1) => refuse(office, 400, 'plans/2025', planChange(version, changes), 'PUT');

describe('a plan is not changed', () => {
  it('against the rules that it is entered by, or without a reason', async () => {
    const before = await form();
    expect(told(await change({ supplementBefore: '2024-06-10', rounds: [{ ...first, dossiersToProvinceBefore: '2025-07-09' }, second] }))).toEqual([
      ['supplementBefore', 'Hạn bổ sung danh mục phải sau ngày ban hành kế hoạch (mục V.4).'],
      ['supplementBefore', 'Hạn bổ sung danh mục phải trong năm của kế hoạch (mục V.4).'],
      ['rounds.0.dossiersToProvinceBefore', 'Hạn gửi hồ sơ lên tỉnh phải từ ngày thị xã công nhận trở đi (mục III.3).'],
    ]);
    expect(told(await refuse(office, 400, 'plans/2025', { ...planChange(1), reason: '' }, 'PUT'))).toEqual([['reason', 'Lý do phải được ghi, không quá 500 ký tự.']]);
    expect(told(await refuse(office, 400, 'plans/2025', { ...planChange(1), year: 2026 }, 'PUT'))).toEqual([['', 'Không có tham số “year”.']]);
    expect(await form()).toEqual(before);
  });

  it('so that its facts would stand before it, in a round it has not, or in a report it asks for no more; all is told at once', async () => {
    const before = await form();
    await write(office, 'commune-reports', { year: 2025, period: 'H1', unitId: await unitId(app.db, 'Phường Tứ Hạ'), receivedOn: '2025-06-14', paper: null });
    expect(told(await change({ issuedOn: '2025-04-16', rounds: [first], reports: [whole] }))).toEqual([
      ['issuedOn', 'Ngày ban hành phải từ trước các mục đã ghi theo kế hoạch này.'],
      ['rounds', 'Các đợt phải còn đợt 2, vì đã có hồ sơ trong đợt ấy (mục III.3).'],
      ['reports', 'Báo cáo của xã, phường phải còn kỳ 6 tháng, vì đã ghi báo cáo của kỳ ấy (mục V.4).'],
    ]);
    expect(await form()).toEqual(before);
  });

  it('unless what stands before it is what was done in its work areas, which may begin with the year (III)', async () => {
    const activity = { year: 2025, workArea: 5, name: 'Hội chợ xuân', heldOn: '2025-01-20', endedOn: null, unitId: null, participants: null, paper: null, note: null };
    const { id } = await write(office, 'activities', activity);
    expect(told(await change({ issuedOn: '2025-04-09', rounds: [first] })).map(([path]) => path)).toEqual(['rounds']);
    await write(office, `activities/${id}/annulment`, { reason: 'thử' });
  });

  it('over what somebody else changed, by who sees a part of it, or where there is none', async () => {
    expect(await refuse(office, 409, 'plans/2025', planChange(7), 'PUT')).toMatchObject({ code: 'changed-meanwhile', current: { ...(await form()) } });
    await refuse(await app.asRole('economic-office', ['Phường Tứ Hạ']), 403, 'plans/2025', planChange(1), 'PUT');
    for (const role of ['leadership', 'finance', 'auditor'] as const) await refuse(await app.asRole(role), 403, 'plans/2025', planChange(1), 'PUT');
    expect(await refuse(office, 404, 'plans/2023', planChange(1), 'PUT')).toMatchObject({ code: 'unknown-year' });
  });
});

describe('a plan that is put right', () => {
  it('says what it should, once when two do it at the same moment; work areas, sources and facts stay', async () => {
    const right = planChange(1, {
      number: '912/KH-UBND', issuedOn: '2025-04-15', targets: [{ ...target, minimum: 4 }], reports: [{ ...half, dueBefore: '2025-06-14' }],
      rounds: [first, { ...second, dossiersToProvinceBefore: '2025-10-20' }, { no: 3, clause: 'III.3', townRecognitionBefore: '2025-12-10', dossiersToProvinceBefore: '2025-12-15' }],
    });
    const send = () => office.request('/api/v1/plans/2025', { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(right) });
    expect((await Promise.all([send(), send()])).map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(await form()).toMatchObject({ version: 2, number: '912/KH-UBND', issuedOn: '2025-04-15', targets: [{ minimum: 4 }], reports: [{ period: 'H1', dueBefore: '2025-06-14' }] });
    const detail = await office.read(planDetailSchema, '/api/v1/plans/2025?asOf=2025-12-20');
    expect(detail.rounds.map(({ no, dossiersToProvince }) => [no, dossiersToProvince.before])).toEqual([[1, '2025-07-15'], [2, '2025-10-20'], [3, '2025-12-15']]);
    // What was in time is late now: figures are computed anew.
    expect(detail.communeReports.map(({ period, received, onTime }) => [period, received, onTime])).toEqual([['H1', 1, 0]]);
    expect([detail.workAreas.length, detail.fundingSources.length]).toEqual([6, 6]);
    const { items } = await office.read(indicatorListSchema, '/api/v1/indicators?year=2025');
    expect(items.find(({ id }) => id === 'newly-recognised-products')?.target).toBe('4');
  });

  it('keeps a round that only a result was entered in (III.3)', async () => {
    const [{ id, version } = { id: 0, version: 0 }] = await app.db.query<{ id: number; version: number }[]>(`select r.id, r.version from registration r join plan p on p.id = r.plan_id where p.year = 2025`);
    const result = await write(office, `registrations/${id}/evaluations`, newResult(version, '2025-12-11', '60', { level: 'province', roundNo: 3 }));
    expect(told(await change({ rounds: [first, second] }, 2))).toEqual([['rounds', 'Các đợt phải còn đợt 3, vì đã có hồ sơ trong đợt ấy (mục III.3).']]);
    await write(office, `evaluations/${result.id}/annulment`, { reason: 'thử' });
  });

  it('leaves what it was and what it is in the trail, with the reason; the same again leaves no line', async () => {
    const lines = () => app.db.query<{ before: Record<string, unknown>; after: Record<string, unknown>; reason: string }[]>(`select before, after, reason from audit_entry where action = 'plan-changed' order by no`);
    const [line, ...more] = await lines();
    expect(more).toEqual([]);
    expect(line).toMatchObject({ reason: 'ghi nhầm', before: { number: NEW_PLAN.number, issuedOn: '2025-04-08' }, after: { number: '912/KH-UBND', issuedOn: '2025-04-15' } });
    expect(Object.keys(line?.after ?? {}).toSorted()).toEqual(['issuedOn', 'number', 'reports', 'rounds', 'targets']);
    const { year: _, ...present } = await form();
    expect(await write(office, 'plans/2025', { ...present, reason: 'không đổi gì' }, 'PUT')).toMatchObject({ version: 3 });
    expect(await lines()).toHaveLength(1);
  });

  it('is also one whose money was written from January on, before it was issued: that alone is not in the way of its day (IV)', async () => {
    await post(app, newPosting([part('planned', 90_000_000n)], { year: 2025, occurredOn: '2025-01-15' }));
    const { year: _, ...present } = await form();
    for (const [version, issuedOn] of [[3, '2025-04-08'], [4, '2025-04-15']] as const) await write(office, 'plans/2025', { ...present, version, issuedOn, reason: 'ghi nhầm' }, 'PUT');
    const later = await refuse(office, 400, 'plans/2025', { ...present, version: 5, issuedOn: '2025-04-16', reason: 'ghi nhầm' }, 'PUT');
    expect(told(later)).toEqual([['issuedOn', 'Ngày ban hành phải từ trước các mục đã ghi theo kế hoạch này.']]);
  });

  it('is also one that came from a file', async () => {
    const { year: _, ...issued } = await office.read(planFormSchema, '/api/v1/plans/2024/form');
    await write(office, 'plans/2024', { ...issued, supplementBefore: '2024-06-12', reason: 'theo công văn đính chính' }, 'PUT');
    expect((await office.read(planDetailSchema, '/api/v1/plans/2024')).supplements.due.before).toBe('2024-06-12');
  });
});

describe('a plan that is put right while a fact of it is entered', () => {
  const all = { issuedOn: '2025-04-08', rounds: [first, second, { no: 3, clause: 'III.3', townRecognitionBefore: '2025-12-10', dossiersToProvinceBefore: '2025-12-15' }], reports: [half, whole] };
  const putRight = async (changes: object) => {
    const { year: _, ...present } = await form();
    return office.request('/api/v1/plans/2025', json({ ...present, ...changes, reason: 'ghi nhầm' }, 'PUT'));
  };
  /** Whether each is taken, or where the fault is. */
  const outcomes = async (one: () => Promise<Answer>, other: () => Promise<Answer>) =>
    (await atOnce(app.db, one, other)).map(({ status, body }) => (status < 300 ? 'taken' : ((body as Problem).errors?.[0]?.path ?? (body as Problem).code)));
  const enterStep = async () => {
    const { version } = (await detail(office, registration)).registration;
    return office.post(`/api/v1/registrations/${registration}/steps`, newStep(version, 'moved-to-next-round', '2025-07-20', { roundNo: 3, reason: 'chưa đủ hồ sơ' }));
  };
  const enterProduct = async () =>
    office.post('/api/v1/registrations', { year: 2025, productId: await idOf(app, 'product', 'Quýt Thanh Bình'), kind: 'new', registeredOn: '2025-04-10', roundNo: null, paper: null, note: null });
  const enterReport = async () => office.post('/api/v1/commune-reports', { year: 2025, period: 'FY', unitId: await unitId(app.db, 'Phường Tứ Hạ'), receivedOn: '2025-06-20', paper: null });

  it.each([
    ['a step into a round that it has no more (III.3)', enterStep, { rounds: [first, second] }, 'roundNo', 'rounds'],
    ['a product of a day before its issue', enterProduct, { issuedOn: '2025-04-15' }, 'registeredOn', 'issuedOn'],
    ['a commune’s report that it asks for no more (V.4)', enterReport, { reports: [half] }, 'changed-meanwhile', 'reports'],
  ] as const)('never has %s: who comes second is told', async (_, enter, changes, inFact, inPlan) => {
    expect((await putRight(all)).status).toBe(200);
    expect(await outcomes(() => putRight(changes), enter)).toEqual(['taken', inFact]);
    expect((await putRight(all)).status).toBe(200);
    expect(await outcomes(enter, () => putRight(changes))).toEqual(['taken', inPlan]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { indicatorListSchema, planDetailSchema, planFormSchema, planListSchema, registrationListSchema } from '@ocop/contracts';
import { recognise } from '../../testing/facts.js';
import { NEW_PLAN, newPlan } from '../../testing/plan-entry.js';
import { refuse, told, write } from '../../testing/programme.js';
import { addSecondTown, SECOND_TOWN } from '../../testing/second-town.js';
import { TestApp } from '../../testing/test-app.js';

const FIRST_TOWN = 'Thị xã Hương Trà';
const { rounds: [first, second], reports: [half, whole], targets: [target] } = NEW_PLAN;

let app: TestApp;
let office: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ today: '2025-04-20' });
  office = await app.asRole('economic-office');
});
afterAll(() => app.close());

/** Everything a plan is made of, and the trail, as one fingerprint a table: nothing half-saved goes unseen. */
async function plans(): Promise<object> {
  const tables = ['plan', 'plan_target', 'plan_round', 'plan_report_due', 'work_area', 'funding_source', `(select * from audit_entry where action = 'plan-entered')`];
  const [row] = await app.db.query<object[]>(
    `select ${tables.map((table, no) => `(select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from ${table} t) as t${no}`).join(', ')}`,
  );
  return row ?? {};
}

describe('what the form starts from', () => {
  it('is all that the earlier plan says, with what its page does not show', async () => {
    const form = await office.read(planFormSchema, '/api/v1/plans/2024/form');
    expect(form).toMatchObject({
      year: 2024, number: '1227/KH-UBND', issuedOn: '2024-04-09', supplementBefore: '2024-06-10',
      title: 'Triển khai Chương trình mỗi xã một sản phẩm (OCOP) thị xã Hương Trà năm 2024',
      signature: { onBehalfOf: 'TM. ỦY BAN NHÂN DÂN', capacity: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], name: 'Nguyễn Việt Hà' },
      reports: [{ period: 'H1', name: 'định kỳ 6 tháng', clause: 'V.4', dueBefore: null }, { period: 'FY', name: 'cuối năm', clause: 'V.4', dueBefore: null }],
    });
    expect(form.rounds).toEqual([
      { no: 1, clause: 'III.3', townRecognitionBefore: '2024-07-10', dossiersToProvinceBefore: '2024-07-15' },
      { no: 2, clause: 'III.3', townRecognitionBefore: '2024-10-10', dossiersToProvinceBefore: '2024-10-15' },
    ]);
    expect(form.targets.map(({ indicatorId, minimum }) => [indicatorId, minimum])).toEqual([['newly-recognised-products', 2], ['re-recognised-products', null], ['annual-cycle-maintained', null]]);
    expect(form.legalBasis[0]).toEqual({ number: '148/QĐ-TTg', date: '2023-02-24', issuer: 'Thủ tướng Chính phủ' });
    expect(form.recipients.length).toBeGreaterThan(3);
  });

  it('is for who enters the plan of a whole locality', async () => {
    expect(await (await app.asRole('economic-office', ['Phường Tứ Hạ'])).refused(403, '/api/v1/plans/2024/form')).toMatchObject({ detail: expect.stringContaining('Kế hoạch là của cả địa phương') });
    for (const role of ['leadership', 'finance', 'auditor', 'administrator'] as const) await (await app.asRole(role)).refused(403, '/api/v1/plans/2024/form');
    expect((await (await app.asRole('economic-office', [FIRST_TOWN])).get('/api/v1/plans/2024/form')).status).toBe(200);
    expect(await office.refused(404, '/api/v1/plans/2020/form')).toMatchObject({ code: 'unknown-year' });
  });
});

describe('a plan is refused', () => {
  const RECOGNITION = 'Hạn thị xã công nhận';
  const DOSSIERS = 'Hạn gửi hồ sơ lên tỉnh';
  it.each<[string, Parameters<typeof newPlan>[0], [string, string][]]>([
    ['of a year no plan can be of', { year: 2017 }, [['year', 'Năm phải là năm từ 2018 đến 2100.']]],
    ['issued on a day to come', { issuedOn: '2025-04-21' }, [['issuedOn', 'Ngày ban hành không được sau hôm nay (20/4/2025).']]],
    [
      'issued after the end of its year', { year: 2024, issuedOn: '2025-01-02' },
      [['issuedOn', 'Ngày ban hành không được sau năm của kế hoạch.'], ['supplementBefore', 'Hạn bổ sung danh mục phải trong năm của kế hoạch (mục V.4).']],
    ],
    ['with supplements due on the day of issue (V.4)', { supplementBefore: '2025-04-08' }, [['supplementBefore', 'Hạn bổ sung danh mục phải sau ngày ban hành kế hoạch (mục V.4).']]],
    ['with supplements due in another year (V.4)', { supplementBefore: '2026-06-10' }, [['supplementBefore', 'Hạn bổ sung danh mục phải trong năm của kế hoạch (mục V.4).']]],
    ['without a target (II.2)', { targets: [] }, [['targets', 'Mục tiêu phải có ít nhất một (mục II.2).']]],
    ['with a target twice (II.2)', { targets: [target, target] }, [['targets.1.indicatorId', 'Chỉ số của mục tiêu lặp lại; mỗi chỉ số chỉ có một mục tiêu (mục II.2).']]],
    ['with a target below nothing', { targets: [{ ...target, minimum: -1 }] }, [['targets.0.minimum', 'Số ít nhất của mục tiêu phải là số nguyên từ 0 đến 9.999; để trống khi kế hoạch không ấn định số.']]],
    ['without a round (III.3)', { rounds: [] }, [['rounds', 'Các đợt phải có ít nhất một đợt (mục III.3).']]],
    ['with rounds not numbered from 1 on (III.3)', { rounds: [first, { ...second, no: 3 }] }, [['rounds.1.no', 'Số thứ tự của đợt phải liên tục từ 1 (mục III.3).']]],
    ['with the second round before the first (III.3)', { rounds: [{ ...second, no: 1 }, { ...first, no: 2 }] }, [['rounds.1.townRecognitionBefore', `${RECOGNITION} phải sau hạn của đợt trước (mục III.3).`]]],
    ['with dossiers due before the recognition they come from (III.3)', { rounds: [{ ...first, dossiersToProvinceBefore: '2025-07-09' }] }, [['rounds.0.dossiersToProvinceBefore', `${DOSSIERS} phải từ ngày thị xã công nhận trở đi (mục III.3).`]]],
    [
      'with a round of the year before (III.3)', { rounds: [{ ...first, townRecognitionBefore: '2024-07-10', dossiersToProvinceBefore: '2024-07-15' }] },
      [['rounds.0.townRecognitionBefore', `${RECOGNITION} phải sau ngày ban hành kế hoạch (mục III.3).`], ['rounds.0.dossiersToProvinceBefore', `${DOSSIERS} phải sau ngày ban hành kế hoạch (mục III.3).`]],
    ],
    ['with a report due before its issue (V.4)', { reports: [half, { ...whole, dueBefore: '2024-12-15' }] }, [['reports.1.dueBefore', 'Hạn gửi báo cáo phải sau ngày ban hành kế hoạch (mục V.4).']]],
    ['with a report twice (V.4)', { reports: [half, half] }, [['reports.1.period', 'Kỳ báo cáo của xã, phường lặp lại; mỗi kỳ chỉ có một báo cáo (mục V.4).']]],
    ['without recipients', { recipients: [] }, [['recipients', 'Nơi nhận phải có ít nhất một và không quá 50 nơi.']]],
    ['with what no report could print', { recipients: ['UBND tỉnh 😀'] }, [['recipients.0', 'Nơi nhận có ký tự “😀” (U+1F600) không có trong phông chữ của báo cáo; hãy thay bằng ký tự khác.']]],
    ['with a day that is none', { supplementBefore: '2025-02-30' }, [['supplementBefore', 'Hạn bổ sung danh mục phải là một ngày có thật, viết theo dạng YYYY-MM-DD, ví dụ 2024-04-09.']]],
    [
      'for everything that is wrong with it at once', { issuedOn: '2025-07-12', rounds: [first], targets: [] },
      [
        ['supplementBefore', 'Hạn bổ sung danh mục phải sau ngày ban hành kế hoạch (mục V.4).'],
        ['targets', 'Mục tiêu phải có ít nhất một (mục II.2).'],
        ['rounds.0.townRecognitionBefore', `${RECOGNITION} phải sau ngày ban hành kế hoạch (mục III.3).`],
        ['reports.0.dueBefore', 'Hạn gửi báo cáo phải sau ngày ban hành kế hoạch (mục V.4).'],
        ['issuedOn', 'Ngày ban hành không được sau hôm nay (20/4/2025).'],
      ],
    ],
    ['with what a plan does not say', { demo: true } as object, [['', 'Không có tham số “demo”.']]],
  ])('%s', async (_, changes, faults) => {
    const before = await plans();
    const problem = await refuse(office, 400, 'plans', newPlan(changes));
    expect(problem.code).toBe('invalid-input');
    expect(told(problem)).toEqual(faults);
    expect(await plans()).toEqual(before);
  });

  it('of a year that the locality has one of, naming it; of who sees no whole plan; of a year that has none to go on from', async () => {
    const before = await plans();
    const taken = newPlan({ year: 2024, issuedOn: '2024-04-10', supplementBefore: '2024-06-10' });
    expect(await refuse(office, 409, 'plans', taken)).toMatchObject({ code: 'already-there', errors: [{ path: 'year', message: 'Đã có kế hoạch năm 2024: Kế hoạch số 1227/KH-UBND ngày 09/4/2024.' }] });
    expect(await refuse(await app.asRole('economic-office', ['Phường Tứ Hạ', 'Xã Bình Tiến']), 403, 'plans', newPlan())).toMatchObject({ code: 'forbidden', detail: expect.stringContaining('cả địa phương') });
    for (const role of ['leadership', 'finance', 'auditor', 'administrator'] as const) await refuse(await app.asRole(role), 403, 'plans', newPlan());
    expect(await refuse(office, 404, 'plans', newPlan({ fromYear: 2023 }))).toMatchObject({ code: 'unknown-year' });
    expect(await plans()).toEqual(before);
  });
});

describe('a plan that is entered', () => {
  beforeAll(async () => {
    await app.db.query(`update funding_source set ceiling = 5000000, valid_from = '2024-01-01', eligibility = 'thử', legal_basis = 'thử' where code = 'nq-20-2020'`);
    await recognise(app.db, 'Quýt Thanh Bình', { kind: 'new', stars: 3, decidedOn: '2024-04-12' });
  });

  it('is written once by two people at once, with the issuer, work areas and sources of the one before, and nothing of their money', async () => {
    const answers = await Promise.all([office.post('/api/v1/plans', newPlan()), (await app.asRole('economic-office', [FIRST_TOWN])).post('/api/v1/plans', newPlan({ number: '911/KH-UBND' }))]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    const { body } = answers.find(({ status }) => status === 201) ?? {};
    const rows = await app.db.query<object[]>(
      `select p.id, p.issuer_name, p.place, p.province_name, p.demo, (select count(*)::int from plan where year = 2025) as plans,
         (select json_agg(json_build_array(no, clause, name) order by no) from work_area where plan_id = p.id)::text as areas,
         (select json_agg(json_build_array(position, code, name, kind, clause, principal) order by position) from funding_source where plan_id = p.id)::text as sources,
         (select count(*)::int from funding_source where plan_id = p.id and (ceiling, valid_from, valid_to, eligibility, legal_basis) is not null) as known
       from plan p order by year`,
    );
    const [old, made] = rows as [Record<string, unknown>, Record<string, unknown>];
    expect(body).toEqual({ id: made['id'], version: 1 });
    expect(made).toEqual({ ...old, id: made['id'], known: 0, plans: 1 });
  });

  it('leaves one line in the trail, with all that was entered', async () => {
    const lines = await app.db.query<{ after: Record<string, unknown> }[]>(`select after, subject, subject_name as name from audit_entry where action = 'plan-entered'`);
    const { number, ...rest } = newPlan();
    expect(lines).toEqual([{ subject: 'plan', name: lines[0]?.after['number'], after: expect.objectContaining(rest) }]);
    expect([number, '911/KH-UBND']).toContain(lines[0]?.after['number']);
  });

  it('is offered first, and its screens answer: its days, its target, nothing registered yet, and what was a year ago', async () => {
    const { items } = await office.read(planListSchema, '/api/v1/plans');
    expect(items.map(({ year, defaultAsOf }) => [year, defaultAsOf])).toEqual([[2025, '2025-04-20'], [2024, '2024-04-12']]);
    const detail = await office.read(planDetailSchema, '/api/v1/plans/2025');
    expect(detail.rounds.map(({ townRecognition, recognised }) => [townRecognition.before, recognised])).toEqual([['2025-07-10', 0], ['2025-10-10', 0]]);
    expect(detail.communeReports.map(({ due, dueIsAssumed, expected }) => [due.before, dueIsAssumed, expected])).toEqual([['2025-06-15', false, 9], ['2025-12-15', true, 9]]);
    const { items: figures } = await office.read(indicatorListSchema, '/api/v1/indicators?year=2025');
    const newly = figures.find(({ id }) => id === 'newly-recognised-products');
    expect(newly).toMatchObject({ value: '0', target: '3', lastYear: { asOf: '2024-04-20', value: '1' } });
    expect((await office.read(registrationListSchema, '/api/v1/registrations?year=2025')).total).toBe(0);
    for (const path of ['attention?year=2025', 'forecast?year=2025', 'commune-reports?year=2025', 'funding/summary?year=2025&groupBy=source,stage', 'funding/sources?year=2025', 'council-rules?year=2025', 'report-calendar', 'plans/2025/form']) {
      const { status, text } = await app.get(`/api/v1/${path}`);
      expect({ path, status, text: status === 200 ? '' : text }).toEqual({ path, status: 200, text: '' });
    }
  });

  it('takes registrations and a report of its year, and is gone on from itself; a plan may ask for no report of communes', async () => {
    const [{ id } = { id: 0 }] = await app.db.query<{ id: number }[]>(`select id from product where name = 'Bún Vân Cù'`);
    await write(office, 'registrations', { year: 2025, productId: id, kind: 're-evaluation', registeredOn: '2025-04-15', roundNo: 1, paper: null, note: null });
    app.clock.day = '2025-12-16';
    const { status, text } = await office.post('/api/v1/reports', { year: 2025, period: 'FY' });
    expect({ status, text: status === 201 ? '' : text }).toEqual({ status: 201, text: '' });
    const { id: report } = JSON.parse(text) as { id: number };
    expect((await office.get(`/api/v1/reports/${report}/pdf`)).status).toBe(200);
    app.clock.day = '2026-01-20';
    const rounds = [{ ...first, townRecognitionBefore: '2026-07-10', dossiersToProvinceBefore: '2026-07-15' }];
    await write(office, 'plans', newPlan({ fromYear: 2025, year: 2026, issuedOn: '2025-12-30', supplementBefore: '2026-06-10', rounds, reports: [] }));
    expect((await office.read(planDetailSchema, '/api/v1/plans/2026')).fundingSources).toHaveLength(6);
  });
});

describe('where several localities have plans', () => {
  it('is of the locality chosen, and another’s year is free', async () => {
    app.clock.day = '2025-04-20';
    const { second: town } = await addSecondTown(app.db);
    expect(await refuse(office, 400, 'plans', newPlan())).toMatchObject({ code: 'locality-needed' });
    await write(office, `plans?locality=${town}`, newPlan({ number: '12/KH-UBND' }));
    const theirs = await app.asRole('economic-office', [SECOND_TOWN]);
    expect((await theirs.read(planListSchema, '/api/v1/plans')).items.map(({ year, number }) => [year, number])).toEqual([[2025, '12/KH-UBND'], [2024, '9/KH-UBND']]);
    expect((await theirs.read(planDetailSchema, '/api/v1/plans/2025')).place).toBe('Phong Điền');
    expect(await refuse(theirs, 409, 'plans', newPlan())).toMatchObject({ code: 'already-there' });
  });
});

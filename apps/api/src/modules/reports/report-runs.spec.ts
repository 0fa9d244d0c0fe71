import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { plannedReportListSchema, reportListSchema, reportSchedulesSchema, type PlannedReport } from '@ocop/contracts';
import { withRowScope } from '../../platform/database/row-scope.js';
import { declared, TestApp } from '../../testing/test-app.js';
import { ReportRunsService } from './report-runs.service.js';

const HOUR = 3_600;
let app: TestApp;
let runs: ReportRunsService;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-06-14' });
  runs = app.app.get(ReportRunsService);
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.db.query('truncate report_attempt, report_run, report_schedule');
  app.clock.day = '2024-06-14';
  app.clock.seconds = 0;
});

const planDue = () => withRowScope('all', () => runs.planDue());
const make = (id: number) => withRowScope('all', () => runs.make(id));
const waiting = async (): Promise<number[]> => (await app.db.query<{ id: number }[]>('select id from report_run where outcome is null order by id')).map(({ id }) => id);
const calendar = async (): Promise<PlannedReport[]> => (await app.read(plannedReportListSchema, '/api/v1/report-calendar')).items;
const of = async (period: 'H1' | 'FY') => (await calendar()).find((one) => one.period === period);
const reports = async () => (await app.read(reportListSchema, '/api/v1/reports')).items;
const put = (body: object, period = 'H1') => app.request(`/api/v1/report-schedules/${period}`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const USUAL = { cutoffs: 'decree-09-2019', afterDays: 1, at: '06:00', remindDays: 14, active: true };
/** Plans what is due and makes it. */
const morning = async () => {
  await planDue();
  for (const id of await waiting()) await make(id);
};

describe('a report makes itself', () => {
  it('at six in the morning after its cut-off, and not a second before (Decree 09/2019/NĐ-CP)', async () => {
    const before = (await reports()).length;
    app.clock.seconds = 18 * HOUR - 1;
    await morning();
    expect(await of('H1')).toMatchObject({ state: 'ahead', plannedAt: '2024-06-14T23:00:00.000Z', runId: null, lateDays: null, attempts: [], report: null });
    app.clock.seconds = 18 * HOUR;
    await morning();
    const made = await of('H1');
    expect(made).toMatchObject({ state: 'made', firstDay: '2023-12-15', lastDay: '2024-06-14', lateDays: 0, report: { state: 'draft', number: null } });
    expect(made?.attempts).toEqual([{ startedAt: '2024-06-14T23:00:00.000Z', endedAt: '2024-06-14T23:00:00.000Z', outcome: 'made', error: null }]);
    expect(await of('FY')).toMatchObject({ state: 'ahead', plannedAt: '2024-12-14T23:00:00.000Z' });
    const kept = await reports();
    expect(kept).toHaveLength(before + 1);
    expect(kept.find(({ id }) => id === made?.report?.id)).toMatchObject({ period: 'H1', asOf: '2024-06-14', state: 'draft' });
  });

  it('once, however often the calendar is looked at and however many make it at the same moment', async () => {
    app.clock.seconds = 18 * HOUR;
    const before = (await reports()).length;
    await Promise.all(Array.from({ length: 8 }, planDue));
    const [id = 0, ...others] = await waiting();
    expect(others).toEqual([]);
    await Promise.all(Array.from({ length: 6 }, () => make(id)));
    await morning();
    expect((await reports()).length - before).toBeLessThanOrEqual(1);
    const outcomes = (await of('H1'))?.attempts.map(({ outcome }) => outcome) ?? [];
    expect(outcomes.filter((outcome) => outcome === 'made')).toEqual(['made']);
    expect(outcomes.filter((outcome) => outcome !== 'made' && outcome !== 'superseded')).toEqual([]);
  });

  it('late when the machine was off, both of a year gone by, and says by how many days', async () => {
    app.clock.day = '2025-03-01';
    await morning();
    expect((await calendar()).map(({ period, state, lateDays }) => [period, state, lateDays])).toEqual([['FY', 'made', 76], ['H1', 'made', 259]]);
    expect((await reports()).find(({ period, asOf }) => period === 'FY' && asOf === '2024-12-14')).toMatchObject({ state: 'draft', lastDay: '2024-12-14' });
  });

  it('not when nothing was recorded in its period: that is a state of its own', async () => {
    app.clock.day = '2024-12-20';
    await app.db.query(`insert into report_schedule values ((select unit_id from plan), 'H1', 'decree-09-2019', 1, '06:00', 14, false)`);
    await app.db.query(`insert into plan (unit_id, year, number, issued_on, title, issuer_name, issuer_short_name, place, province_name, supplement_before, legal_basis, signature, recipients, demo)
      select unit_id, 2023, '1/KH', '2022-12-20', title, issuer_name, issuer_short_name, place, province_name, '2023-06-10', legal_basis, signature, recipients, demo from plan`);
    try {
      await morning();
      expect((await calendar()).filter(({ year }) => year === 2023).map(({ period, state, report }) => [period, state, report])).toEqual([['FY', 'skipped', null], ['H1', 'off', null]]);
    } finally {
      await app.db.query('delete from report_attempt; delete from report_run; delete from plan where year = 2023');
    }
  });

  it('not for a period that was over before its plan was issued', async () => {
    await app.db.query(`update plan set issued_on = '2024-06-15', supplement_before = '2024-06-16'`);
    try {
      app.clock.day = '2024-06-20';
      await morning();
      expect((await calendar()).map(({ period }) => period)).toEqual(['FY']);
      expect(await waiting()).toEqual([]);
    } finally {
      await app.db.query(`update plan set issued_on = '2024-04-09', supplement_before = '2024-06-10'`);
    }
  });
});

describe('what goes wrong', () => {
  // A name in letters that the typeface does not have stops the printing.
  const breakPaper = () => app.db.query(`update plan set place = 'ހ'`);
  const mendPaper = () => app.db.query(`update plan set place = 'Hương Trà'`);
  afterEach(mendPaper);

  it('is tried three times, then waits for a person, with the reason of each attempt; nothing is half kept', async () => {
    app.clock.seconds = 18 * HOUR;
    await breakPaper();
    const before = (await reports()).length;
    await planDue();
    const [id = 0] = await waiting();
    for (let attempt = 1; attempt <= 2; attempt += 1) await expect(make(id)).rejects.toThrow('ހ');
    await make(id);
    await make(id);
    const failed = await of('H1');
    expect(failed).toMatchObject({ state: 'failed', report: null });
    expect(failed?.attempts.map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'failed']);
    for (const { error } of failed?.attempts ?? []) expect(error).toMatch(/ހ/);
    expect(await reports()).toHaveLength(before);
  });

  it('is tried again when a person asks, and made; who asked is in the trail', async () => {
    app.clock.seconds = 18 * HOUR;
    await breakPaper();
    await planDue();
    const [id = 0] = await waiting();
    for (let attempt = 1; attempt <= 3; attempt += 1) await make(id).catch(() => undefined);
    await mendPaper();
    app.clock.seconds += 60;
    expect((await app.post(`/api/v1/report-calendar/${id}/retry`, {})).status).toBe(201);
    await make(id);
    expect(await of('H1')).toMatchObject({ state: 'made' });
    expect(await app.db.query(`select account_id is not null as known, subject_name as what from audit_entry where action = 'report-retried'`)).toEqual([{ known: true, what: '2024 H1' }]);
    const again = await app.refused(400, `/api/v1/report-calendar/${id}/retry`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    expect(again.detail).toMatch(/không cần lập lại/);
  });

  it('an attempt that was cut off stays to be seen, and the next one makes the report', async () => {
    app.clock.seconds = 18 * HOUR;
    await planDue();
    const [id = 0] = await waiting();
    await app.db.query('insert into report_attempt (run_id, no, started_at) values ($1, 1, $2)', [id, app.clock.now()]);
    await make(id);
    expect((await of('H1'))?.attempts.map(({ outcome, endedAt }) => [outcome, endedAt === null])).toEqual([[null, true], ['made', false]]);
  });
});

describe('the schedule', () => {
  it('is the usual one until somebody decides otherwise; then its own cut-off, day and hour hold', async () => {
    expect(await app.read(reportSchedulesSchema, '/api/v1/report-schedules')).toEqual({ H1: USUAL, FY: USUAL });
    const own = { cutoffs: 'calendar', afterDays: 3, at: '14:30', remindDays: 7, active: true };
    expect(declared(reportSchedulesSchema, (await put(own)).body)).toEqual({ H1: own, FY: USUAL });
    expect(await of('H1')).toMatchObject({ firstDay: '2024-01-01', lastDay: '2024-06-30', plannedAt: '2024-07-03T07:30:00.000Z' });
    app.clock.day = '2024-07-04';
    await morning();
    const { report } = (await of('H1')) ?? {};
    expect((await reports()).find(({ id }) => id === report?.id)).toMatchObject({ firstDay: '2024-01-01', lastDay: '2024-06-30', asOf: '2024-06-30' });
  });

  it('switched off makes nothing; what was made before stays', async () => {
    app.clock.seconds = 18 * HOUR;
    await put({ ...USUAL, active: false });
    await morning();
    expect(await of('H1')).toMatchObject({ state: 'off', runId: null });
  });

  it('is refused with every fault at once, each naming its rule', async () => {
    const answer = await put({ cutoffs: 'x', afterDays: 61, at: '6 giờ', remindDays: -1, active: 'có' });
    expect(answer.status).toBe(400);
    expect((answer.body as { errors: { path: string }[] }).errors.map(({ path }) => path)).toEqual(['cutoffs', 'afterDays', 'at', 'remindDays', 'active']);
    expect((await put(USUAL, 'Q1')).status).toBe(400);
  });
});

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { reportComparisonSchema, reportProgressSchema } from '@ocop/contracts';
import type { ReportSnapshot } from '@ocop/reports';
import { withRowScope } from '../../platform/database/row-scope.js';
import { recognise } from '../../testing/facts.js';
import { TestApp } from '../../testing/test-app.js';
import { ReportRunsService } from './report-runs.service.js';

let app: TestApp;
let runs: ReportRunsService;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-06-15' });
  runs = app.app.get(ReportRunsService);
  await recognise(app.db, 'Quýt Thanh Bình', { kind: 'new', stars: 3, decidedOn: '2024-05-09' });
  // Each commune as an office of its own, with its own plan and its own part of the town's list.
  await app.db.query(
    `insert into plan (unit_id, year, number, issued_on, title, issuer_name, issuer_short_name, place, province_name, supplement_before, legal_basis, signature, recipients, demo)
     select u.id, p.year, p.number, p.issued_on, p.title, 'Ủy ban nhân dân ' || u.type || ' ' || u.name, 'UBND ' || u.name, u.name, p.province_name, p.supplement_before, p.legal_basis, p.signature, p.recipients, p.demo
     from plan p join unit u on u.parent_id = p.unit_id where u.id in (select unit_id from registration)`,
  );
  await app.db.query(
    `with r as (insert into registration (plan_id, position, product_id, unit_id, kind, address_as_written, registered_on)
     select p.id, r.position, r.product_id, r.unit_id, r.kind, r.address_as_written, '2024-04-20' from registration r join plan p on p.unit_id = r.unit_id returning id)
     insert into registration_step (registration_id, stage, happened_on) select id, 'registered', '2024-04-20' from r`,
  );
});
afterAll(() => app.close());

const progress = async () => (await app.read(reportProgressSchema, '/api/v1/report-calendar/progress')).batch;

it('of every office with a plan of the year holds what is its own alone, and says how far they all are', async () => {
  expect(await progress()).toBeNull();
  app.clock.seconds = 6 * 3_600;
  await withRowScope('all', () => runs.planDue());
  const waiting = await app.db.query<{ id: number }[]>('select id from report_run order by id');
  expect(waiting.length).toBeGreaterThan(5);
  expect(await progress()).toMatchObject({ total: waiting.length, done: 0, failed: 0 });
  const [first, ...others] = waiting;
  await withRowScope('all', () => runs.make(first?.id ?? 0));
  expect(await progress()).toMatchObject({ total: waiting.length, done: 1, failed: 0 });
  for (const { id } of others) await withRowScope('all', () => runs.make(id));
  expect(await progress()).toBeNull();

  // Each against its own office's facts of now, whoever of the province looks.
  const reports = await app.db.query<{ id: number }[]>('select report_id as id from report_run order by id');
  for (const { id } of reports) expect(await app.read(reportComparisonSchema, `/api/v1/reports/${id}/comparison`)).toMatchObject({ items: [], total: 0 });

  const kept = await app.db.query<{ unit: string; planUnit: number; snapshot: string; listed: number; recognised: number }[]>(
    `select u.type || ' ' || u.name as unit, r.snapshot, (select count(*)::int from registration g where g.plan_id = p.id) as listed,
       (select count(*)::int from recognition c join registration g on g.id = c.registration_id and g.plan_id = p.id where c.kind = 'new') as recognised
     from report r join plan p on p.id = r.plan_id join unit u on u.id = p.unit_id join report_run n on n.report_id = r.id`,
  );
  expect(kept).toHaveLength(waiting.length);
  for (const { unit, snapshot, listed, recognised } of kept) {
    const { plan, registrations, target } = JSON.parse(snapshot) as ReportSnapshot;
    expect(plan.unitName.toLowerCase()).toBe(unit.toLowerCase());
    expect({ unit, listed: registrations.length, recognised: target.value }).toEqual({ unit, listed, recognised });
  }
});

it('of one office that failed is tried again when that office asks, whoever else has a plan', async () => {
  const [run] = await app.db.query<{ id: number; unit: string }[]>(
    `select r.id, u.type || ' ' || u.name as unit from report_run r join plan p on p.id = r.plan_id join unit u on u.id = p.unit_id where u.level = 'commune' limit 1`,
  );
  await app.db.query(`update report_run set outcome = 'failed', report_id = null where id = $1`, [run?.id]);
  const office = await app.asRole('economic-office', [run?.unit ?? '']);
  const { status, body } = await office.post(`/api/v1/report-calendar/${run?.id}/retry`, {});
  expect({ status, body }).toMatchObject({ status: 201, body: { runId: run?.id, state: 'waiting' } });
});

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newCalendarFeedSchema, reportProgressSchema } from '@ocop/contracts';
import { newPlan } from '../../testing/plan-entry.js';
import { write } from '../../testing/programme.js';
import { addSecondTown, SECOND_TOWN } from '../../testing/second-town.js';
import { TestApp } from '../../testing/test-app.js';

// One of two towns has the plan of the new year already, and then the province above them one of a year newer still.

const FIRST_TOWN = 'Thị xã Hương Trà';

let app: TestApp;
let first: number;
let second: number;
beforeAll(async () => {
  app = await TestApp.start({ today: '2025-04-20' });
  ({ first, second } = await addSecondTown(app.db));
  await write(await app.asRole('economic-office', [FIRST_TOWN]), 'plans', newPlan());
});
afterAll(() => app.close());

it('the calendar of who sees both still holds what waits in the other', async () => {
  const waiting = async (towns?: string[]) => {
    const { path } = newCalendarFeedSchema.parse((await (await app.asRole('leadership', towns)).post('/api/v1/calendar-feed', {})).body);
    return (await app.as(null).get(path)).text.match(/^UID:/gm)?.length ?? 0;
  };
  const [ofFirst, ofSecond] = [await waiting([FIRST_TOWN]), await waiting([SECOND_TOWN])];
  expect(ofSecond).toBeGreaterThan(0);
  expect(await waiting()).toBe(ofFirst + ofSecond);
});

it('its matrix of money beside the year before is taken away as it is shown', async () => {
  expect((await app.get('/api/v1/funding/summary?year=2025&groupBy=source,stage')).status).toBe(200);
  const file = await app.get('/api/v1/funding/summary/export?year=2025&groupBy=source,stage&format=csv');
  expect({ status: file.status, text: file.status === 200 ? '' : file.text }).toEqual({ status: 200, text: '' });
});

it('how far the reports are is told of the locality chosen', async () => {
  await app.db.query(`insert into report_run (plan_id, period, planned_at) select id, 'H1', '2024-06-20T01:00:00Z' from plan where unit_id = $1 and year = 2024`, [second]);
  const progress = async (locality: number) => (await app.read(reportProgressSchema, `/api/v1/report-calendar/progress?locality=${locality}`)).batch?.total ?? null;
  expect([await progress(first), await progress(second)]).toEqual([null, 1]);
});

it('a town plans and sends its own reports also when the province above has a plan of a newer year', async () => {
  await app.db.query(
    `insert into plan (unit_id, year, number, issued_on, title, issuer_name, issuer_short_name, place, province_name, supplement_before, legal_basis, signature, recipients, demo)
     select u.parent_id, 2026, '1/KH-UBND', '2026-01-05', title, issuer_name, issuer_short_name, place, province_name, '2026-06-01', legal_basis, signature, recipients, demo
     from plan p join unit u on u.id = p.unit_id where p.unit_id = $1 and p.year = 2024`,
    [first],
  );
  app.clock.day = '2026-01-10';
  const office = await app.asRole('economic-office', [FIRST_TOWN]);
  for (const path of ['report-schedules', 'report-recipients']) expect({ path, status: (await office.get(`/api/v1/${path}`)).status }).toEqual({ path, status: 200 });
});

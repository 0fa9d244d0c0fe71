import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { loadData } from '../load-data.js';
import { IndicatorsService } from '../modules/indicators/indicators.service.js';
import { localViewer } from '../platform/access/viewer.js';
import { withRowScope } from '../platform/database/row-scope.js';
import { messages } from '../platform/errors/messages.js';
import { openEmptyApp } from '../testing/test-database.js';
import { generateDemo } from './generate-demo.js';

const tables = ['plan', 'producer', 'product', 'registration', 'registration_step', 'evaluation', 'recognition', 'funding_entry', 'commune_report', 'activity'];

describe('loading the invented years', () => {
  let dataSource: DataSource;
  let app: NestFastifyApplication;
  let close: () => Promise<void>;
  const said: string[] = [];
  const load = () => withRowScope('all', () => loadData(app, true, (line) => said.push(line)));

  const countRows = () =>
    Promise.all(tables.map(async (table) => (await dataSource.query<{ n: number }[]>(`select count(*)::int as n from ${table}`))[0]?.n));

  beforeAll(async () => {
    ({ db: dataSource, app, close } = await openEmptyApp('2025-01-15'));
    await load();
  });

  afterAll(() => close());

  it('writes every row, each plan marked as invented', async () => {
    const data = generateDemo(1227);
    expect(await countRows()).toEqual([
      data.plans.length,
      data.producers.length,
      data.products.length,
      data.registrations.length,
      data.steps.length,
      data.evaluations.length,
      data.recognitions.length,
      data.fundingEntries.length,
      data.communeReports.length,
      data.activities.length,
    ]);
    expect(await dataSource.query('select distinct demo from plan')).toEqual([{ demo: true }]);
  });

  it('changes and says nothing the second time', async () => {
    const before = await countRows();
    await load();
    expect(await countRows()).toEqual(before);
    expect(said).toEqual([messages.setup.loadingDemo]);
  });

  it('shows movement in 2024 (II.2): 01 of 02 on 9/7/2024, 03 on the newest day', async () => {
    const newlyOn = async (asOf?: string) => {
      const query = { year: 2024, ...(asOf === undefined ? {} : { asOf }) };
      const { items } = await withRowScope('all', () => app.get(IndicatorsService).listIndicators(localViewer('system'), query));
      const { value, target, status } = items.find(({ id }) => id === 'newly-recognised-products') ?? {};
      return { value, target, status };
    };
    expect(await newlyOn('2024-07-09')).toEqual({ value: '1', target: '2', status: 'on-track' });
    expect(await newlyOn()).toEqual({ value: '3', target: '2', status: 'achieved' });
  });

  it('ties each recognition to a step of the same product, day and decision (III.3)', async () => {
    const orphaned = await dataSource.query(
      `select g.id from recognition g
       left join registration r on r.id = g.registration_id and r.product_id = g.product_id
       left join registration_step s on s.registration_id = r.id and s.happened_on = g.decided_on and s.paper = g.decision_number
       where g.registration_id is not null and s.id is null`,
    );
    expect(orphaned).toEqual([]);
  });
});

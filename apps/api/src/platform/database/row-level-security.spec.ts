import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { enterFunding, holdActivity, receiveReport, recognise, register, revoke, score, unitId } from '../../testing/facts.js';
import { TestApp } from '../../testing/test-app.js';
import { withRowScope, type RowScope } from './row-scope.js';

const OWN = 'Phường Tứ Hạ';
const OTHER = 'Xã Bình Tiến';

let app: TestApp;
let own: number;
let other: number;
let town: number;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-07-12' });
  for (const [name, unit] of [['Của nhà', OWN], ['Của người', OTHER]] as const) {
    await register(app.db, name, 'new', '2024-04-20', unit);
    await score(app.db, name, '2024-06-20', '60', 5, 3);
    await recognise(app.db, name, { kind: 'new', stars: 3, decidedOn: '2024-07-01' });
    await revoke(app.db, name, '2024-07-01', '2024-07-12');
    await receiveReport(app.db, unit, 'H1', '2024-06-10');
    await holdActivity(app.db, { name: 'Lớp tập huấn', heldOn: '2024-04-12', unit });
    await app.db.query(`insert into inspection (product_id, inspected_on, outcome) select id, '2024-07-10', 'met' from product where name = $1`, [name]);
  }
  await holdActivity(app.db, { name: 'Hội chợ', heldOn: '2024-04-12' });
  const entry = { source: 'socialised', stage: 'registered', amount: 5n, occurredOn: '2024-05-02', workArea: null } as const;
  await enterFunding(app.db, [{ ...entry, unit: OWN }, { ...entry, unit: OTHER }, { ...entry, unit: null }]);
  await app.db.query(`insert into funding_warning (entry_id, doubt, detail, reason) select id, 'tiny', '{}', 'thử' from funding_entry`);
  await app.db.query(
    `insert into reported_money (plan_id, unit_id, period, source_id, measure, amount)
     select s.plan_id, u.id, 'H1', s.id, 'planned', 5 from funding_source s, unit u where s.code = 'socialised' and u.type || ' ' || u.name = any($1)`,
    [[OWN, OTHER]],
  );
  await app.db.query(`insert into reconciliation_sign_off (plan_id, unit_id, period, tolerance, cells, signed_at) select plan_id, unit_id, period, 0, '[]', now() from reported_money`);
  await app.post('/api/v1/reports', { year: 2024, period: 'H1' });
  await app.db.query(`insert into report_step (report_id, no, state, taken_at) select id, 1, 'in-review', now() from report`);
  await app.db.query(`insert into report_text (report_id, section, version, text, written_at) select id, 'limits', 1, 'x', now() from report`);
  await app.db.query(`insert into report_run (plan_id, period, planned_at) select plan_id, period, now() from report`);
  await app.db.query(`insert into report_attempt (run_id, no, started_at) select id, 1, now() from report_run`);
  await app.db.query(`insert into report_schedule select unit_id, 'H1', 'calendar', 1, '06:00', 14, true from plan`);
  await app.db.query(`insert into report_issue (report_id, unit_id, number, issued_on, signature_lines, signatory_name, pdf, pdf_sha256) select r.id, p.unit_id, '05/BC-UBND', '2024-07-01', '{x}', 'x', '', repeat('0', 64) from report r join plan p on p.id = r.plan_id`);
  await app.db.query(`insert into report_recipient (unit_id, name, address, added_at) select unit_id, 'x', 'a@b.example', now() from plan`);
  await app.db.query(`insert into report_delivery (report_id, name, address, message_id, tries_left, next_attempt_at, requested_at) select report_id, 'x', 'a@b.example', '<1@b.example>', 1, now(), now() from report_issue`);
  own = await unitId(app.db, OWN);
  other = await unitId(app.db, OTHER);
  const [found] = await app.db.query<{ id: number }[]>(`select unit_id as id from plan`);
  town = found?.id ?? 0;
});
afterAll(() => app.close());

const as = <T>(scope: RowScope, sql: string, values: unknown[] = []): Promise<T[]> => withRowScope(scope, () => app.appData.query<T[]>(sql, values));
const count = async (scope: RowScope, table: string) => (await as<{ n: number }>(scope, `select count(*)::int as n from ${table}`))[0]?.n;
const all = async (table: string) => (await app.db.query<{ n: number }[]>(`select count(*)::int as n from ${table}`))[0]?.n;

/** Every table whose rows are of a unit, and how to tell whose a row is. */
const TABLES: readonly [table: string, unitOf: string][] = [
  ['producer', 't.unit_id'],
  ['product', '(select m.unit_id from producer m where m.id = t.producer_id)'],
  ['registration', 't.unit_id'],
  ['registration_step', '(select r.unit_id from registration r where r.id = t.registration_id)'],
  ['evaluation', '(select r.unit_id from registration r where r.id = t.registration_id)'],
  ['recognition', '(select m.unit_id from product p join producer m on m.id = p.producer_id where p.id = t.product_id)'],
  ['inspection', '(select m.unit_id from product p join producer m on m.id = p.producer_id where p.id = t.product_id)'],
  ['revocation', '(select m.unit_id from recognition g join product p on p.id = g.product_id join producer m on m.id = p.producer_id where g.id = t.recognition_id)'],
  // What stands is looked at with the reader's eyes.
  ['standing_step', '(select r.unit_id from registration r where r.id = t.registration_id)'],
  ['standing_evaluation', '(select r.unit_id from registration r where r.id = t.registration_id)'],
  ['standing_recognition', '(select m.unit_id from product p join producer m on m.id = p.producer_id where p.id = t.product_id)'],
  ['standing_commune_report', 't.unit_id'],
  ['commune_report', 't.unit_id'],
  ['activity', '(select coalesce(t.unit_id, p.unit_id) from plan p where p.id = t.plan_id)'],
  ['standing_activity', '(select coalesce(t.unit_id, p.unit_id) from plan p where p.id = t.plan_id)'],
  ['funding_entry', '(select coalesce(t.unit_id, p.unit_id) from plan p where p.id = t.plan_id)'],
  ['funding_sum', '(select p.unit_id from plan p where p.id = t.plan_id)'],
  ['funding_unit_sum', '(select coalesce(nullif(t.unit_id, 0), p.unit_id) from plan p where p.id = t.plan_id)'],
  ['funding_warning', '(select coalesce(f.unit_id, p.unit_id) from funding_entry f join plan p on p.id = f.plan_id where f.id = t.entry_id)'],
  ['reported_money', 't.unit_id'],
  ['reconciliation_sign_off', 't.unit_id'],
  ['report_step', '(select p.unit_id from report r join plan p on p.id = r.plan_id where r.id = t.report_id)'],
  ['report_text', '(select p.unit_id from report r join plan p on p.id = r.plan_id where r.id = t.report_id)'],
  ['report_run', '(select p.unit_id from plan p where p.id = t.plan_id)'],
  ['report_attempt', '(select p.unit_id from report_run r join plan p on p.id = r.plan_id where r.id = t.run_id)'],
  ['report_schedule', 't.unit_id'],
  ['report_issue', 't.unit_id'],
  ['report_recipient', 't.unit_id'],
  ['report_delivery', '(select i.unit_id from report_issue i where i.report_id = t.report_id)'],
  ['report', '(select p.unit_id from plan p where p.id = t.plan_id)'],
];

describe.each(TABLES)('the rows of %s', (table, unitOf) => {
  it('are none without a scope, all for who sees everything, and exactly those of the units otherwise', async () => {
    expect(await count(null, table)).toBe(0);
    expect(await count([], table)).toBe(0);
    expect(await count('all', table)).toBe(await all(table));
    for (const units of [[own], [other], [own, other], [town], [town, own]]) {
      const [expected] = await app.db.query<{ n: number }[]>(`select count(*)::int as n from ${table} t where ${unitOf} = any($1)`, [units]);
      expect({ units, n: await count(units, table) }).toEqual({ units, n: expected?.n });
    }
  });
});

describe('the second wall', () => {
  it('holds where a statement forgot its condition, in joins, and through the view of all facts', async () => {
    const joined = await as<{ name: string }>([own], `select p.name from product p cross join plan join producer m on m.id = p.producer_id`);
    expect(new Set(joined.map(({ name }) => name))).not.toContain('Của người');
    expect(joined.map(({ name }) => name)).toContain('Của nhà');
    const facts = await as<{ n: number }>([], `select count(*)::int as n from plan_fact where happened_on > '2024-04-09'`);
    expect(facts).toEqual([{ n: 0 }]);
  });

  it('stops writing for another unit, and money or activities of the whole town by one commune', async () => {
    const insert = (scope: RowScope, unit: number | null) =>
      as(scope, `insert into commune_report (plan_id, unit_id, period, received_on) select id, $1, 'FY', '2024-07-01' from plan returning id`, [unit]);
    await expect(insert([own], other)).rejects.toMatchObject({ driverError: { code: '42501' } });
    expect(await insert([own], own)).toHaveLength(1);
    const money = as([own], `insert into funding_entry (posting, plan_id, source_id, stage, amount, occurred_on) select gen_random_uuid(), plan_id, id, 'planned', 1, '2024-07-01' from funding_source limit 1`);
    await expect(money).rejects.toMatchObject({ driverError: { code: '42501' } });
    const activity = (unit: number | null) =>
      as([own], `insert into activity (plan_id, work_area_no, name, name_key, search_key, held_on, unit_id) select id, 1, 'Lớp', 'lớp', 'lop', '2024-07-01', $1 from plan returning id`, [unit]);
    for (const unit of [other, null]) await expect(activity(unit)).rejects.toMatchObject({ driverError: { code: '42501' } });
    expect(await activity(own)).toHaveLength(1);
  });

  it('stops changing, annulling or adding to what is of another unit, even by its number', async () => {
    const changes: [table: string, set: string][] = [
      ['producer', `name = name`], ['product', 'version = version + 1'], ['registration', 'version = version + 1'],
      ...['registration_step', 'evaluation', 'recognition', 'revocation', 'inspection', 'commune_report', 'activity', 'reported_money'].map((table): [string, string] => [table, `annulled_at = now(), annulled_reason = 'x'`]),
    ];
    for (const [table, set] of changes) {
      const whose = TABLES.find(([name]) => name === table)?.[1] ?? '';
      const [theirs] = await app.db.query<{ id: number }[]>(`select t.id from ${table} t where ${whose} = $1 limit 1`, [other]);
      const update = (scope: RowScope) => as<{ id: number }>(scope, `with u as (update ${table} set ${set} where id = $1 returning id) select id from u`, [theirs?.id]);
      expect({ table, changed: await update([own]) }).toEqual({ table, changed: [] });
    }
    const [mine] = await as<{ id: number }>([own], `select m.id from product p join producer m on m.id = p.producer_id where p.name = 'Của nhà'`);
    await expect(as([own], `update producer set unit_id = $2 where id = $1`, [mine?.id, other])).rejects.toMatchObject({ driverError: { code: '42501' } });
    const [product] = await app.db.query<{ id: number }[]>(`select id from product where name = 'Của người'`);
    await expect(as([own], `insert into inspection (product_id, inspected_on, outcome) values ($1, '2024-07-11', 'met')`, [product?.id])).rejects.toMatchObject({ driverError: { code: '42501' } });
    // A council's rules are the plan's; everybody may read them.
    const rule = (scope: RowScope) => as(scope, `insert into council_rule (plan_id, level) select id, 'town' from plan returning level`);
    await expect(rule([own])).rejects.toMatchObject({ driverError: { code: '42501' } });
    expect(await rule([town])).toHaveLength(1);
    expect(await as([own], `update council_rule set members = 9 returning level`)).toEqual([[], 0]);
    expect(await count([own], 'council_rule')).toBe(1);
  });

  it('lets everybody read what a plan says, and its own office alone write it', async () => {
    for (const table of ['plan', 'plan_target', 'plan_round', 'plan_report_due']) expect(await count([own], table)).toBe(await all(table));
    for (const table of ['plan_target', 'plan_round', 'plan_report_due']) expect(await as([own], `delete from ${table} returning plan_id`)).toEqual([[], 0]);
    for (const change of ['plan set number = number', 'plan_report_due set clause = clause']) {
      expect(await as([own], `update ${change} returning 1`)).toEqual([[], 0]);
      expect((await as([town], `update ${change} returning 1`))[1]).toBeGreaterThan(0);
    }
    await expect(as([own], `insert into plan_target (plan_id, indicator_id, clause, text) select id, 'upgraded-products', 'II.2', 'x' from plan`)).rejects.toMatchObject({ driverError: { code: '42501' } });
    const another = `insert into plan (unit_id, year, number, issued_on, title, issuer_name, issuer_short_name, place, province_name, supplement_before, legal_basis, signature, recipients, demo)
      select unit_id, 2019, number, '2019-04-09', title, issuer_name, issuer_short_name, place, province_name, '2019-06-10', legal_basis, signature, recipients, demo from plan returning id`;
    await expect(as([own], another)).rejects.toMatchObject({ driverError: { code: '42501' } });
    expect(await as([town], another)).toHaveLength(1);
    await app.db.query('delete from plan where year = 2019');
  });

  it('lets one statement of a transaction look at everything, and none after it', async () => {
    const [mine, everybodys] = [await count([own], 'registration'), await all('registration')];
    await withRowScope([own], () =>
      app.appData.transaction(async (manager) => {
        const seen = async () => (await manager.query<{ n: number }[]>('select count(*)::int as n from registration'))[0]?.n;
        expect(await seen()).toBe(mine);
        expect(await withRowScope('all', seen)).toBe(everybodys);
        expect(await seen()).toBe(mine);
      }),
    );
  });

  it('keeps scopes apart on connections that are shared, also after errors and rollbacks', async () => {
    const scopes: RowScope[] = [null, [own], [other], 'all', [own, other], []];
    const counts = new Map<RowScope, number | undefined>();
    for (const scope of scopes) counts.set(scope, await count(scope, 'product'));
    const turns = Array.from({ length: 300 }, (_, turn) => scopes[(turn * 7) % scopes.length] ?? null);
    await Promise.all(
      turns.map(async (scope, turn) => {
        if (turn % 5 === 0) {
          await withRowScope(scope, () => app.appData.query('select 1 / 0')).catch(() => undefined);
        }
        if (turn % 3 === 0) {
          const failed = withRowScope(scope, () =>
            app.appData.transaction(async (manager) => {
              const [row] = await manager.query<{ n: number }[]>('select count(*)::int as n from product');
              expect(row?.n).toBe(counts.get(scope));
              await manager.query('select 1 / 0');
            }),
          );
          await expect(failed).rejects.toThrow('division by zero');
        }
        expect(await count(scope, 'product')).toBe(counts.get(scope));
      }),
    );
  });

  it('is not fooled by the commit of a failed transaction, which takes the scope back', async () => {
    const runner = app.appData.createQueryRunner();
    try {
      await withRowScope('all', () => runner.query('begin'));
      await withRowScope([own], async () => {
        await expect(runner.query('select 1 / 0')).rejects.toThrow('division by zero');
        await runner.query('commit');
        expect(await runner.query('select count(*)::int as n from product')).toEqual([{ n: await count([own], 'product') }]);
      });
    } finally {
      await runner.release();
    }
  });
});

describe('the scope within a transaction', () => {
  it('told inside goes with the savepoint or the transaction that is taken back, and is told anew', async () => {
    const runner = app.appData.createQueryRunner();
    const run = (scope: RowScope, sql: string) => withRowScope(scope, () => runner.query(sql) as Promise<unknown>);
    const counted = (scope: RowScope) => run(scope, 'select count(*)::int as n from product');
    const [wanted, whole] = [[{ n: await count([own], 'product') }], [{ n: await count('all', 'product') }]];
    try {
      await run('all', 'begin');
      await run('all', 'savepoint here');
      expect(await counted([own])).toEqual(wanted);
      await run([own], 'rollback to savepoint here');
      expect(await counted([own])).toEqual(wanted);
      await run([own], 'rollback');
      expect(await counted([own])).toEqual(wanted);
      await run([own], 'begin');
      await run([own], 'rollback');
      expect(await counted([own])).toEqual(wanted);
      expect(await counted('all')).toEqual(whole);
    } finally {
      await runner.release();
    }
  });
});

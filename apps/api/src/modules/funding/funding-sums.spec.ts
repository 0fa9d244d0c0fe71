import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FUNDING_GROUPINGS, fundingSummarySchema, ledgerPageSchema, newestLedgerCheckSchema, type FundingGrouping } from '@ocop/contracts';
import { addDays, FUNDING_STAGES } from '@ocop/domain';
import fc from 'fast-check';
import { withRowScope } from '../../platform/database/row-scope.js';
import { copyPlan, differences } from '../../testing/funding.js';
import { SOURCES } from '../../testing/ledger.js';
import { TestApp } from '../../testing/test-app.js';
import { LedgerCheckService } from './ledger-check.service.js';

const ENTRIES = 3_000;
const QUESTIONS = 1_000;
const YEARS = [2022, 2023, 2024];

let app: TestApp;
let communes: number[];
let products: number[];
beforeAll(async () => {
  app = await TestApp.start({ today: '2025-03-31' });
  for (const year of YEARS.slice(0, -1)) await copyPlan(app.db, year);
  const ids = async (sql: string) => (await app.db.query<{ id: number }[]>(sql)).map(({ id }) => id);
  communes = await ids(`select id from unit where level = 'commune' and valid_to is not null order by id limit 5`);
  products = await ids('select id from product order by id limit 3');
  // Invented lines of every kind, in several statements; a tenth of them is taken back later.
  await app.db.transaction(async (manager) => {
    await manager.query('select setseed(0.1227)');
    for (let chunk = 0; chunk < 6; chunk += 1) await manager.query(
      `insert into funding_entry (posting, plan_id, source_id, stage, amount, occurred_on, unit_id, work_area_no, product_id)
       select gen_random_uuid(), p.id, s.id, stage, amount * (case when stage = 'adjusted' and n % 2 = 0 then -1 else 1 end), make_date(p.year, 1, 1) + day, unit, area, product
       from (select n, (array[${YEARS.join(', ')}])[1 + floor(random() * ${YEARS.length})::int] as year, (array['${SOURCES.join("', '")}'])[1 + floor(random() * ${SOURCES.length})::int] as code,
           (array['${FUNDING_STAGES.join("', '")}'])[1 + floor(random() * ${FUNDING_STAGES.length})::int] as stage, 1 + floor(random() ^ 6 * 999999999999998)::bigint as amount,
           floor(random() * 400)::int as day, ($1::int[])[1 + floor(random() * 6)::int] as unit, nullif(floor(random() * 7)::int, 0) as area, ($2::int[])[1 + floor(random() * 12)::int] as product
         from generate_series(1, ${ENTRIES / 6}) n) g
       join plan p on p.year = g.year join funding_source s on s.plan_id = p.id and s.code = g.code`,
      [communes, products],
    );
  });
  await app.db.query(
    `insert into funding_entry (posting, plan_id, source_id, stage, amount, occurred_on, unit_id, work_area_no, product_id, reverses_id)
     select gen_random_uuid(), plan_id, source_id, stage, -amount, occurred_on + (id % 40)::int, unit_id, work_area_no, product_id, id from funding_entry where id % 10 = 3`,
  );
}, 60_000);
afterAll(() => app.close());

interface Question {
  groupings: FundingGrouping[];
  fromYear: number;
  asOf: string;
  source: string | null;
  stages: string[];
  unit: number | 'none' | null;
  workArea: number | 'none' | null;
  month: string | null;
  product: number | 'none' | null;
}

const columns: Readonly<Record<FundingGrouping, string>> = {
  source: 's.code', stage: 'f.stage', unit: 'f.unit_id', workArea: 'f.work_area_no', month: `to_char(f.occurred_on, 'YYYY-MM')`, year: 'p.year', product: 'f.product_id',
};

/** The question asked of the lines themselves. */
async function recount({ groupings, fromYear, asOf, source, stages, unit, workArea, month, product }: Question): Promise<unknown[][]> {
  const values: unknown[] = [fromYear, asOf];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const of = (column: string, wanted: number | 'none' | null) => (wanted === null ? '' : wanted === 'none' ? ` and ${column} is null` : ` and ${column} = ${bind(wanted)}`);
  const where = `p.year between $1 and 2024 and f.occurred_on <= $2${source === null ? '' : ` and s.code = ${bind(source)}`}${stages.length === 0 ? '' : ` and f.stage = any(${bind(stages)})`}${
    month === null ? '' : ` and to_char(f.occurred_on, 'YYYY-MM') = ${bind(month)}`}${of('f.unit_id', unit)}${of('f.work_area_no', workArea)}${of('f.product_id', product)}`;
  const rows = await app.db.query<{ row: unknown[] }[]>(
    `select json_build_array(${groupings.map((grouping) => columns[grouping]).join(', ')}, sum(f.amount)::text, count(*)) as row
     from funding_entry f join plan p on p.id = f.plan_id join funding_source s on s.id = f.source_id where ${where} group by ${groupings.map((grouping) => columns[grouping]).join(', ')}`,
    values,
  );
  return rows.map(({ row }) => row);
}

const filtersOf = ({ fromYear, asOf, source, stages, unit, workArea, month, product }: Question): string =>
  Object.entries({ year: 2024, fromYear, asOf, source, stage: stages.length === 0 ? null : stages.join(','), unit, workArea, month, product })
    .flatMap(([name, value]) => (value === null ? [] : [`${name}=${value}`])).join('&');

/** Mostly null. */
const sometimes = <T>(value: fc.Arbitrary<T>, never = 3): fc.Arbitrary<T | null> => fc.oneof({ weight: never, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });
const question = () =>
  fc.record<Question>({
    groupings: fc.oneof(
      { weight: 12, arbitrary: fc.shuffledSubarray([...FUNDING_GROUPINGS], { minLength: 1, maxLength: 3 }) },
      { weight: 1, arbitrary: fc.shuffledSubarray([...FUNDING_GROUPINGS], { minLength: 4 }) },
    ),
    fromYear: fc.constantFrom(...YEARS),
    asOf: fc.oneof(fc.integer({ min: 0, max: 450 }).map((days) => addDays('2024-04-09', Math.min(days, 356))), fc.constantFrom('2025-03-31', '2024-04-30', '2024-05-01', '2024-12-31')),
    source: sometimes(fc.constantFrom(...SOURCES)),
    stages: fc.oneof({ weight: 2, arbitrary: fc.constant<string[]>([]) }, { weight: 1, arbitrary: fc.subarray([...FUNDING_STAGES], { minLength: 1 }) }),
    unit: sometimes(fc.constantFrom<number | 'none'>(...communes, 'none')),
    workArea: sometimes(fc.constantFrom<number | 'none'>(1, 2, 3, 4, 5, 6, 'none')),
    month: sometimes(fc.constantFrom('2024-01', '2024-05', '2023-11', '2025-01'), 6),
    product: sometimes(fc.constantFrom<number | 'none'>(...products, 'none'), 6),
  });

describe('summaries of the ledger (IV)', () => {
  it(`equal a recount of its lines in SQL, to the last đồng, for ${QUESTIONS} combinations of grouping, filter and day`, async () => {
    let rows = 0;
    await fc.assert(
      fc.asyncProperty(question(), async (asked) => {
        const { items } = await app.read(fundingSummarySchema, `/api/v1/funding/summary?groupBy=${asked.groupings.join(',')}&${filtersOf(asked)}`);
        const keys: Partial<Record<FundingGrouping, 'unitId' | 'productId'>> = { unit: 'unitId', product: 'productId' };
        const answered = items.map((row) => [...asked.groupings.map((grouping) => row[keys[grouping] ?? grouping]), row.amount, row.entries]);
        expect(answered.map((row) => JSON.stringify(row)).sort()).toEqual((await recount(asked)).map((row) => JSON.stringify(row)).sort());
        rows += items.length;
      }),
      { numRuns: QUESTIONS, endOnFailure: true },
    );
    // Not a thousand empty answers.
    expect(rows).toBeGreaterThan(20 * QUESTIONS);
  }, 240_000);

  it('are the sums of the lines that the ledger lists for the same filters', async () => {
    await fc.assert(
      fc.asyncProperty(question(), async (asked) => {
        const page = await app.read(ledgerPageSchema, `/api/v1/funding/entries?${filtersOf(asked)}&pageSize=1`);
        const rows = await recount({ ...asked, groupings: ['year'] });
        const sum = rows.reduce((total, row) => total + BigInt(String(row[1])), 0n);
        expect([page.total, page.amount]).toEqual([rows.reduce((total, row) => total + Number(row[2]), 0), rows.length === 0 ? null : sum.toString()]);
        expect(page.items).toHaveLength(Math.min(page.total, 1));
      }),
      { numRuns: 200, endOnFailure: true },
    );
  }, 60_000);

  it('are kept as the lines say, and a sum that is not is named with both figures', async () => {
    expect(await differences(app.db)).toEqual([]);
    await app.db.query(`update funding_sum set amount = amount + 1 where ctid = (select ctid from funding_sum where span = 'month' limit 1)`);
    expect(await differences(app.db)).toEqual([expect.objectContaining({ kept_in: 'funding_sum', span: 'month' })]);
    // The check of the day finds it, once a day, and says where; asked, it says so again.
    const checks = app.app.get(LedgerCheckService);
    expect([await withRowScope('all', () => checks.checkIfDue()), await withRowScope('all', () => checks.checkIfDue())]).toEqual([true, false]);
    const { newest } = await app.read(newestLedgerCheckSchema, '/api/v1/funding/ledger-check');
    expect(newest).toMatchObject({ checkedBy: null, differences: 1, told: [expect.stringMatching(/^Năm 20\d\d, .*: tổng đang giữ \d+, cộng lại từ sổ \d+\.$/)] });
    expect((await app.post('/api/v1/funding/ledger-check', {})).body).toMatchObject({ checkedBy: 'Người thử', differences: 1 });
    app.clock.seconds += 24 * 3_600;
    expect(await withRowScope('all', () => checks.checkIfDue())).toBe(true);
  });
});

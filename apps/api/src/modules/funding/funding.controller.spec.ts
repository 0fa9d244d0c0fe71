import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FUNDING_GROUPINGS, fundingSummarySchema, indicatorListSchema, type FundingGrouping, type FundingSummaryRow } from '@ocop/contracts';
import { addDays, FUNDING_STAGES, type Day } from '@ocop/domain';
import fc from 'fast-check';
import { enterFunding, type Entry } from '../../testing/facts.js';
import { TestApp } from '../../testing/test-app.js';

const SOURCES = ['socialised', 'ntm-2021-2025', 'nq-20-2020', 'nq-30-2021', 'integrated-industry-promotion', 'integrated-science-technology'];
const UNITS = ['Xã Bình Thành', 'Phường Hương Vân', 'Phường Hương Văn', null];

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ today: '2025-01-31' });
});
afterAll(() => app.close());

const summary = (groupBy: readonly string[], asOf: Day) =>
  app.read(fundingSummarySchema, `/api/v1/funding/summary?year=2024&groupBy=${groupBy.join(',')}&asOf=${asOf}`);

const keyOf = (entry: Entry, grouping: FundingGrouping): string | number | null =>
  grouping === 'month' ? entry.occurredOn.slice(0, 7) : entry[grouping];

/** The same sums, counted entry by entry. */
function recount(ledger: readonly Entry[], groupings: readonly FundingGrouping[], asOf: Day): FundingSummaryRow[] {
  const groups = new Map<string, { keys: object; amount: bigint; entries: number }>();
  for (const entry of ledger.filter(({ occurredOn }) => occurredOn <= asOf)) {
    const keys = Object.fromEntries(groupings.map((grouping) => [grouping, keyOf(entry, grouping)]));
    const id = JSON.stringify(keys);
    const group = groups.get(id) ?? { keys, amount: 0n, entries: 0 };
    groups.set(id, { keys, amount: group.amount + entry.amount, entries: group.entries + 1 });
  }
  return [...groups.values()].map(({ keys, amount, entries }) => ({ ...keys, amount: amount.toString(), entries }));
}

const sorted = (rows: readonly FundingSummaryRow[], groupings: readonly FundingGrouping[]) =>
  rows.map((row) => JSON.stringify([...groupings.map((grouping) => row[grouping]), row.amount, row.entries])).sort();

const dayOfYear = fc.integer({ min: 0, max: 365 }).map((days) => addDays('2024-01-01', days));
const entry = fc.record({
  source: fc.constantFrom(...SOURCES),
  stage: fc.constantFrom(...FUNDING_STAGES),
  amount: fc.bigInt({ min: -999_999_999_999_999n, max: 999_999_999_999_999n }).filter((amount) => amount !== 0n),
  occurredOn: dayOfYear,
  unit: fc.constantFrom(...UNITS),
  workArea: fc.constantFrom(1, 2, 3, 4, 5, 6, null),
});

describe('sums of the ledger (IV)', () => {
  it('of an empty ledger are an empty list, not zeros', async () => {
    expect(await summary(['source', 'stage'], '2024-12-31')).toEqual({ year: 2024, asOf: '2024-12-31', items: [], total: 0 });
  });

  it('equal a recount entry by entry, for any ledger, grouping and day, to the last đồng', async () => {
    // The ledger is append-only: each run adds to what the ones before entered.
    const ledger: Entry[] = [];
    await fc.assert(
      fc.asyncProperty(
        fc.array(entry, { minLength: 1, maxLength: 40 }),
        fc.shuffledSubarray([...FUNDING_GROUPINGS], { minLength: 1 }),
        dayOfYear.map((day) => (day < '2024-04-09' ? '2024-12-31' : day)),
        async (entries, groupings, asOf) => {
          await enterFunding(app.db, entries);
          ledger.push(...entries);
          const { items, total } = await summary(groupings, asOf);
          expect(total).toBe(items.length);
          expect(sorted(items, groupings)).toEqual(sorted(recount(ledger, groupings, asOf), groupings));
          const { items: indicators } = await app.read(indicatorListSchema, `/api/v1/indicators?year=2024&asOf=${asOf}`);
          const disbursed = ledger.filter(({ occurredOn, stage }) => occurredOn <= asOf && (stage === 'disbursed' || stage === 'contributed'));
          expect(indicators.find(({ id }) => id === 'funding-disbursed')?.value).toBe(
            disbursed.length === 0 ? null : disbursed.reduce((sum, { amount }) => sum + amount, 0n).toString(),
          );
        },
      ),
      { numRuns: 25, endOnFailure: true },
    );
  });

  it('come in the order of the plan: sources as part IV lists them, stages as money goes, months in time', async () => {
    const bySource = (await summary(['source'], '2025-01-31')).items.map(({ source }) => source ?? '');
    expect(bySource).toEqual(SOURCES.filter((source) => bySource.includes(source)));
    const byStage = (await summary(['stage'], '2025-01-31')).items.map(({ stage }) => stage);
    expect(byStage).toEqual(FUNDING_STAGES.filter((stage) => byStage.includes(stage)));
    const byMonth = (await summary(['month'], '2025-01-31')).items.map(({ month }) => month ?? '');
    expect(byMonth).toEqual([...byMonth].sort());
  });
});

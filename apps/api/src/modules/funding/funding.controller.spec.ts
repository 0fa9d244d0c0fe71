import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FUNDING_GROUPINGS, fundingSummarySchema, indicatorListSchema } from '@ocop/contracts';
import { FUNDING_STAGES, type Day } from '@ocop/domain';
import fc from 'fast-check';
import { enterFunding, type Entry } from '../../testing/facts.js';
import { dayOfYear, entryOf, recount, sorted, SOURCES } from '../../testing/ledger.js';
import { TestApp } from '../../testing/test-app.js';

const UNITS = ['Xã Bình Thành', 'Phường Hương Vân', 'Phường Hương Văn', null];

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ today: '2025-01-31' });
});
afterAll(() => app.close());

const summary = (groupBy: readonly string[], asOf: Day) =>
  app.read(fundingSummarySchema, `/api/v1/funding/summary?year=2024&groupBy=${groupBy.join(',')}&asOf=${asOf}`);

const entry = entryOf(UNITS);

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

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  activityListSchema,
  FUNDING_GROUPINGS,
  fundingSummarySchema,
  indicatorListSchema,
  indicatorRowsSchema,
  planDetailSchema,
  planListSchema,
  producerListSchema,
  productListSchema,
  registrationListSchema,
  REGISTRATION_SORTS,
  reportListSchema,
  type IndicatorRows,
  type Registration,
} from '@ocop/contracts';
import { addDays, INDICATOR_IDS, REGISTRATION_KINDS, type Day, type PeriodKind } from '@ocop/domain';
import fc from 'fast-check';
import { enterFunding, holdActivity, reachStage, receiveReport, recognise, register, type Entry, type Held } from '../../testing/facts.js';
import { entryOf, moneyOf, recount, sorted } from '../../testing/ledger.js';
import { addPerson } from '../../testing/people.js';
import { expectRowsToAddUp } from '../../testing/rows-add-up.js';
import { TestApp, type Answer } from '../../testing/test-app.js';

// What an account limited to some units gets of each route is what is left when the rows of all others are taken out of
// the whole, counted again; and no name of the others is in any answer (OWASP ASVS 5, 8.2.2, 8.4.1).

const ISSUED = '2024-04-09';
const TOWN = 'Thị xã Hương Trà';

interface ProductFact {
  name: string;
  unit: string;
  kind: 'new' | 'upgrade' | 're-evaluation';
  registeredOn: Day;
  round: 1 | 2;
  /** Days after the step before; null = not reached. */
  sentAfter: number | null;
  recognisedAfter: number | null;
}

let app: TestApp;
let communes: { id: number; name: string }[];
const ledger: Entry[] = [];
const products: ProductFact[] = [];
const activities: Held[] = [];
const received: { unit: string; period: PeriodKind; receivedOn: Day }[] = [];

beforeAll(async () => {
  app = await TestApp.start({ today: '2024-12-31' });
  communes = await app.db.query(`select id, type || ' ' || name as name from unit where parent_id = (select unit_id from plan) order by id`);
  await app.post('/api/v1/reports', { year: 2024, period: 'H1' });
});
afterAll(() => app.close());

const sentOn = ({ registeredOn, sentAfter }: ProductFact): Day | null => (sentAfter === null ? null : addDays(registeredOn, sentAfter));
const recognisedOn = (fact: ProductFact): Day | null =>
  fact.recognisedAfter === null ? null : addDays(sentOn(fact) ?? fact.registeredOn, fact.recognisedAfter);

async function writeProduct(fact: ProductFact): Promise<void> {
  await register(app.db, fact.name, fact.kind, fact.registeredOn, fact.unit);
  const [sent, decidedOn] = [sentOn(fact), recognisedOn(fact)];
  if (sent !== null) await reachStage(app.db, fact.name, 'sent-to-province', sent, fact.round);
  if (decidedOn !== null) {
    await recognise(app.db, fact.name, { kind: fact.kind, stars: 3, decidedOn });
    await reachStage(app.db, fact.name, 'recognised-3', decidedOn, fact.round);
  }
  products.push(fact);
}

/** Answers of the limited account, to be searched for what it must not know. */
let heard: string[] = [];
let runs = 0;
const hearing = (limited: TestApp): TestApp =>
  Object.assign(Object.create(limited) as TestApp, {
    get: async (path: string): Promise<Answer> => {
      const answer = await limited.get(path);
      heard.push(answer.text);
      return answer;
    },
  });

const day = fc.integer({ min: 0, max: 266 }).map((days) => addDays(ISSUED, days));
const at = (asOf: Day) => `year=2024&asOf=${asOf}`;
const later = fc.option(fc.integer({ min: 0, max: 150 }));

describe('an account limited to some units', () => {
  it('gets of every route what the rows of those units give, and no name of another commune', async () => {
    const names = communes.map(({ name }) => name);
    let made = 0;
    const product = fc.record({
      name: fc.constant('').map(() => `Bánh thử số ${(made += 1)}.`),
      unit: fc.constantFrom(...names),
      kind: fc.constantFrom(...REGISTRATION_KINDS),
      registeredOn: day.filter((date) => date <= '2024-08-01'),
      round: fc.constantFrom(1 as const, 2 as const),
      sentAfter: later,
      recognisedAfter: later,
    });
    const report = fc.record({ unit: fc.constantFrom(...names), period: fc.constantFrom<PeriodKind>('H1', 'FY'), receivedOn: day });
    const activity = fc.record({
      name: fc.constant('').map(() => `Lớp thử số ${(made += 1)}.`), heldOn: day, unit: fc.constantFrom(...names, null), workArea: fc.integer({ min: 1, max: 6 }),
      participants: fc.option(fc.integer({ min: 1, max: 900 })),
    });
    const query = fc.record(
      {
        kind: fc.constantFrom(...REGISTRATION_KINDS),
        stage: fc.constantFrom('registered', 'sent-to-province', 'recognised-3'),
        unit: fc.constantFrom(...communes.map(({ id }) => String(id)), '999999'),
        search: fc.constantFrom('banh', 'Hương', 'thử số 1', 'HTX', ...names),
        sort: fc.constantFrom(...REGISTRATION_SORTS),
        order: fc.constantFrom('asc', 'desc'),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(product, { minLength: 1, maxLength: 6 }),
        fc.array(entryOf([...names, null]), { maxLength: 25 }),
        fc.array(report, { maxLength: 3 }),
        fc.array(activity, { maxLength: 5 }),
        fc.subarray([...names, TOWN], { minLength: 1 }),
        fc.tuple(day, fc.array(query, { minLength: 3, maxLength: 6 })),
        async (newProducts, entries, reports, held, units, [asOf, queries]) => {
          for (const one of newProducts) await writeProduct(one);
          await enterFunding(app.db, entries);
          ledger.push(...entries);
          for (const one of reports) {
            if (received.some(({ unit, period }) => unit === one.unit && period === one.period)) continue;
            await receiveReport(app.db, one.unit, one.period, one.receivedOn);
            received.push(one);
          }
          for (const one of held) await holdActivity(app.db, one);
          activities.push(...held);
          const person = await addPerson(app.db, app.clock.now(), ['leadership'], units);
          await checkEverything(hearing(app.as(person)), units, asOf, queries);
        },
      ),
      { numRuns: 9, endOnFailure: true, seed: 1227 },
    );
  }, 120_000);
});

async function checkEverything(limited: TestApp, units: readonly string[], asOf: Day, queries: readonly Record<string, string>[]): Promise<void> {
  heard = [];
  const whole = units.includes(TOWN);
  const inScope = (unit: string | null) => whole || (unit !== null && units.includes(unit));

  // The product list, whatever is asked of it.
  const lists: Registration[][] = [];
  for (const query of [{}, ...queries]) {
    const path = `/api/v1/registrations?${at(asOf)}&pageSize=200&${new URLSearchParams(query).toString()}`;
    const all = await app.read(registrationListSchema, path);
    expect(all.items.length).toBe(all.total);
    const own = all.items.filter(({ unitName }) => inScope(unitName));
    expect({ path, ...(await limited.read(registrationListSchema, path)) }).toEqual({ path, items: own, total: own.length });
    lists.push(all.items);
  }

  // The registers, on that day.
  const registers = [[productListSchema, `/api/v1/products?asOf=${asOf}&pageSize=200`], [producerListSchema, '/api/v1/producers?pageSize=200']] as const;
  for (const [schema, path] of registers) {
    const register = await app.read<{ items: { unitName: string }[]; total: number }>(schema, path);
    expect(register.items.length).toBe(register.total);
    const own = register.items.filter(({ unitName }) => inScope(unitName));
    expect({ path, ...(await limited.read<object>(schema, path)) }).toEqual({ path, items: own, total: own.length });
  }

  // Each indicator and its rows.
  const entries = ledger.filter(({ occurredOn, unit }) => occurredOn <= asOf && inScope(unit));
  const { items: indicators } = await limited.read(indicatorListSchema, `/api/v1/indicators?${at(asOf)}`);
  expect(indicators.map(({ id }) => id)).toEqual([...INDICATOR_IDS]);
  for (const indicator of indicators) {
    const { id, unit, value, target, rowsUrl } = indicator;
    await expectRowsToAddUp(limited, asOf, indicator);
    if (unit === 'dong' || unit === 'percent') {
      expect({ id, value }).toEqual({ id, value: moneyOf(id, entries) });
      continue;
    }
    const rows = (read: IndicatorRows) => read.items.filter(({ unitName }) => inScope(unitName));
    const expected = rows(await app.read(indicatorRowsSchema, rowsUrl));
    expect({ id, rows: (await limited.read(indicatorRowsSchema, rowsUrl)).items }).toEqual({ id, rows: expected });
    // The plan's own minimum is the whole town's (II.2).
    if (id === 'newly-recognised-products') expect(target).toBe(whole ? '2' : null);
  }

  // The plan's counts.
  const detail = await limited.read(planDetailSchema, `/api/v1/plans/2024?asOf=${asOf}`);
  const mine = products.filter(({ unit }) => inScope(unit));
  for (const { no, recognised, dossiersSent } of detail.rounds) {
    const by = (on: (fact: ProductFact) => Day | null) => mine.filter((fact) => fact.round === no && (on(fact) ?? '9999') <= asOf).length;
    expect({ no, recognised, dossiersSent }).toEqual({ no, recognised: by(recognisedOn), dossiersSent: by(sentOn) });
  }
  for (const { period, expected, received: count, onTime, due } of detail.communeReports) {
    const came = received.filter((one) => one.period === period && one.receivedOn <= asOf && inScope(one.unit));
    expect({ period, expected, count, onTime }).toEqual({
      period,
      expected: communes.filter(({ name }) => inScope(name)).length,
      count: came.length,
      onTime: came.filter(({ receivedOn }) => receivedOn < due.before).length,
    });
  }
  // What was done in the work areas.
  const done = activities.filter(({ heldOn, unit }) => heldOn <= asOf && inScope(unit));
  const counted = done.flatMap(({ participants }) => participants ?? []);
  const { items: told, areas, ...sums } = await limited.read(activityListSchema, `/api/v1/activities?${at(asOf)}&pageSize=200`);
  expect(told.map(({ name }) => name).sort()).toEqual(done.map(({ name }) => name).sort());
  expect(sums).toEqual({ year: 2024, asOf, total: done.length, participants: counted.length === 0 ? null : counted.reduce((sum, count) => sum + count, 0) });
  expect(areas.map(({ workArea, count }) => [workArea, count])).toEqual([1, 2, 3, 4, 5, 6].map((no) => [no, done.filter(({ workArea }) => workArea === no).length]));
  // Nor does the day of the newest fact speak of others.
  const days = [
    ISSUED,
    ...mine.flatMap((fact) => [fact.registeredOn, sentOn(fact), recognisedOn(fact)]),
    ...received.filter(({ unit }) => inScope(unit)).map(({ receivedOn }) => receivedOn),
    ...ledger.filter(({ unit }) => inScope(unit)).map(({ occurredOn }) => occurredOn),
    ...activities.filter(({ unit }) => inScope(unit)).map(({ heldOn }) => heldOn),
  ].filter((date): date is Day => date !== null && date <= '2024-12-31');
  const newest = days.reduce((latest, date) => (date > latest ? date : latest));
  const { items: plans } = await limited.read(planListSchema, '/api/v1/plans');
  expect([plans[0]?.lastFactOn, detail.lastFactOn]).toEqual([newest, newest]);

  // Money: three runs see every combination of groupings.
  runs += 1;
  for (let bits = 1 + (runs % 3); bits < 2 ** FUNDING_GROUPINGS.length; bits += 3) {
    const groupings = FUNDING_GROUPINGS.filter((_, index) => (bits & (2 ** index)) !== 0);
    const { items } = await limited.read(fundingSummarySchema, `/api/v1/funding/summary?${at(asOf)}&groupBy=${groupings.join(',')}`);
    expect(sorted(items, groupings)).toEqual(sorted(recount(entries, groupings, asOf), groupings));
  }

  // A report is the whole plan's.
  const { items: kept } = await app.read(reportListSchema, '/api/v1/reports');
  expect((await limited.read(reportListSchema, '/api/v1/reports')).total).toBe(whole ? kept.length : 0);
  for (const { id } of kept) {
    for (const path of [`/api/v1/reports/${id}`, `/api/v1/reports/${id}/pdf`]) {
      const answer = await limited.get(path);
      expect({ path, status: answer.status }).toEqual({ path, status: whole ? 200 : 404 });
    }
  }

  expect(heard.length).toBeGreaterThanOrEqual(40);
  const text = heard.join('\n');
  const others = lists.flat().filter(({ unitName }) => !inScope(unitName));
  const held = activities.filter(({ unit }) => !inScope(unit)).map(({ name }) => name);
  for (const word of new Set([...held, ...others.flatMap(({ productName, producerName }) => [productName, producerName]), ...communes.map(({ name }) => name).filter((name) => !inScope(name))])) {
    expect({ word, heard: text.includes(word) }).toEqual({ word, heard: false });
  }
}

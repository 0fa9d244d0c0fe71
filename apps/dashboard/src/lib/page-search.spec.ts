import type { PlanSummary } from '@ocop/contracts';
import { describe, expect, it } from '@jest/globals';
import { choosePlan, parseSearch, readPageSearch, readProductsSearch, searchOf, stringifySearch, type PageSearch } from './page-search.js';

const plan = (year: number, unitId = 1, unitName = 'Thị xã Hương Trà'): PlanSummary => ({
  year,
  number: '1227/KH-UBND',
  issuedOn: `${year}-04-09`,
  title: '',
  unitId,
  unitName,
  firstAsOf: `${year}-04-09`,
  lastAsOf: '2026-11-24',
  defaultAsOf: `${year}-06-01`,
  lastFactOn: `${year}-06-01`,
  demo: false,
});
const plans = [plan(2024), plan(2023)];
/** Of two towns, the newest plan first, as the API lists them. */
const both = [plan(2025, 7, 'Huyện Phong Điền'), plan(2024, 7, 'Huyện Phong Điền'), ...plans];

describe('the address of a page', () => {
  it('keeps locality, year and day as written and drops what it does not know', () => {
    expect(readPageSearch(parseSearch('?year=2024&asOf=2024-04-09&x=1'))).toEqual({ year: '2024', asOf: '2024-04-09' });
    expect(readPageSearch(parseSearch('?locality=abc&year=2024'))).toEqual({ locality: 'abc', year: '2024' });
  });

  it('takes the last of a name written twice', () => {
    expect(parseSearch('?year=2023&year=2024')).toEqual({ year: '2024' });
  });

  it('keeps the filters of the product list beside year and day', () => {
    expect(readProductsSearch(parseSearch('?year=2024&stage=registered&bogus=1'))).toEqual({ year: '2024', stage: 'registered' });
  });

  it('writes Vietnamese so that it reads back the same, and leaves out what has no value', () => {
    const search = { year: '2024', search: 'Bưởi da xanh & quýt', kind: undefined, unit: '' };
    expect(parseSearch(stringifySearch(search))).toEqual({ year: '2024', search: 'Bưởi da xanh & quýt' });
    expect(stringifySearch({})).toBe('');
  });
});

describe('the plan and day an address asks for', () => {
  it('is the newest plan on its default day when nothing is asked', () => {
    expect(choosePlan({}, plans, null)).toMatchObject({ kind: 'chosen', year: 2024, asOf: '2024-06-01' });
  });

  it('is the year and day asked, from the day of issue to the last day allowed, both included', () => {
    for (const asOf of ['2023-04-09', '2026-11-24']) {
      expect(choosePlan({ year: '2023', asOf }, plans, null)).toMatchObject({ kind: 'chosen', year: 2023, asOf });
    }
  });

  it('is none when there is no plan, whatever is asked', () => {
    expect(choosePlan({ year: 'abc' }, [], null)).toEqual({ kind: 'no-plan' });
  });

  it.each([
    [{ year: 'abc' }, 'bad-year'],
    [{ year: '24' }, 'bad-year'],
    [{ year: '1999' }, 'unknown-year'],
    [{ year: '2024', asOf: '2024-02-30' }, 'bad-day'],
    [{ year: '2024', asOf: '09/4/2024' }, 'bad-day'],
    [{ year: '2024', asOf: '2024-04-08' }, 'day-too-early'],
    [{ year: '2024', asOf: '2026-11-25' }, 'day-too-late'],
  ] as const)('of %j is refused as %s', (search, kind) => {
    expect(choosePlan(search, plans, null).kind).toBe(kind);
  });

  it('goes into a link as texts', () => {
    expect(searchOf({ year: 2024, asOf: '2024-04-09' })).toEqual({ year: '2024', asOf: '2024-04-09' });
  });
});

describe('the locality an address asks for', () => {
  const chosen = (search: PageSearch, remembered: string | null = null) => {
    const choice = choosePlan(search, both, remembered);
    return choice.kind === 'chosen' ? [choice.plan.unitId, choice.year] : choice;
  };

  it('is the one written, with its newest year', () => {
    expect(chosen({ locality: '1' })).toEqual([1, 2024]);
    expect(chosen({ locality: '7', year: '2024' })).toEqual([7, 2024]);
  });

  it('is the one remembered when none is written', () => {
    expect(chosen({}, '1')).toEqual([1, 2024]);
    expect(chosen({ locality: '7' }, '1')).toEqual([7, 2025]);
  });

  it('is that of the first plan, which is the nearest, when none is written and the one remembered has no plan', () => {
    expect([chosen({}), chosen({}, '99'), chosen({}, 'abc')]).toEqual([[7, 2025], [7, 2025], [7, 2025]]);
    expect(choosePlan({}, [...plans, ...both], null)).toMatchObject({ plan: { unitId: 1 } });
  });

  it.each(['', 'abc', '01', '1.0', '99'])('is refused when “%s” is written, which no plan is of', (locality) => {
    expect(chosen({ locality }, '1')).toEqual({ kind: 'unknown-locality', written: locality });
  });

  it('is refused when written wrong even if there is one locality only', () => {
    expect(choosePlan({ locality: '7' }, plans, null)).toEqual({ kind: 'unknown-locality', written: '7' });
    expect(choosePlan({ locality: '1' }, plans, null).kind).toBe('chosen');
  });

  it('has years of its own: another’s is refused, and only its own are offered', () => {
    expect(chosen({ locality: '1', year: '2025' })).toEqual({ kind: 'unknown-year', year: 2025, plans });
    expect(chosen({ locality: '7', year: 'abc' })).toMatchObject({ kind: 'bad-year', newest: { year: 2025, unitId: 7 } });
  });
});

import type { PlanSummary } from '@ocop/contracts';
import { describe, expect, it } from '@jest/globals';
import { choosePlan, parseSearch, readPageSearch, readProductsSearch, searchOf, stringifySearch } from './page-search.js';

const plan = (year: number): PlanSummary => ({
  year,
  number: '1227/KH-UBND',
  issuedOn: `${year}-04-09`,
  title: '',
  unitName: 'Thị xã Hương Trà',
  firstAsOf: `${year}-04-09`,
  lastAsOf: '2026-11-24',
  defaultAsOf: `${year}-06-01`,
  lastFactOn: `${year}-06-01`,
  demo: false,
});
const plans = [plan(2024), plan(2023)];

describe('the address of a page', () => {
  it('keeps year and day as written and drops what it does not know', () => {
    expect(readPageSearch(parseSearch('?year=2024&asOf=2024-04-09&x=1'))).toEqual({ year: '2024', asOf: '2024-04-09' });
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
    expect(choosePlan({}, plans)).toMatchObject({ kind: 'chosen', year: 2024, asOf: '2024-06-01' });
  });

  it('is the year and day asked, from the day of issue to the last day allowed, both included', () => {
    for (const asOf of ['2023-04-09', '2026-11-24']) {
      expect(choosePlan({ year: '2023', asOf }, plans)).toMatchObject({ kind: 'chosen', year: 2023, asOf });
    }
  });

  it('is none when there is no plan, whatever is asked', () => {
    expect(choosePlan({ year: 'abc' }, [])).toEqual({ kind: 'no-plan' });
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
    expect(choosePlan(search, plans).kind).toBe(kind);
  });

  it('goes into a link as texts', () => {
    expect(searchOf({ year: 2024, asOf: '2024-04-09' })).toEqual({ year: '2024', asOf: '2024-04-09' });
  });
});

import type { PlanSummary } from '@ocop/contracts';
import { describe, expect, it } from '@jest/globals';
import { chooseLocality, namedLocality, localityIn, localitiesOf, searchOfLocality } from './locality.js';

const plan = (year: number, unitId: number, unitName: string, number = '1/KH-UBND'): PlanSummary => ({
  year,
  number,
  issuedOn: `${year}-04-09`,
  title: '',
  unitId,
  unitName,
  firstAsOf: `${year}-04-09`,
  lastAsOf: `${year}-12-31`,
  defaultAsOf: `${year}-06-01`,
  lastFactOn: `${year}-06-01`,
  demo: false,
});
const plans = [plan(2025, 7, 'Phường Hương Trà'), plan(2024, 3, 'Huyện Đông Sơn'), plan(2024, 5, 'Huyện Em'), plan(2024, 7, 'Thị xã Hương Trà')];

describe('the localities that have a plan', () => {
  it('stand once each, in the order of Vietnamese names, as their newest plan calls them', () => {
    expect(localitiesOf(plans)).toEqual([
      { id: 3, name: 'Huyện Đông Sơn' },
      { id: 5, name: 'Huyện Em' },
      { id: 7, name: 'Phường Hương Trà' },
    ]);
  });

  it('of one name are told apart by the number of their plan', () => {
    const names = localitiesOf([plan(2024, 1, 'Phường Phú Xuân', '8/KH-UBND'), plan(2024, 2, 'Phường Phú Xuân', '9/KH-UBND')]).map(({ name }) => name);
    expect(names).toEqual(['Phường Phú Xuân (8/KH-UBND)', 'Phường Phú Xuân (9/KH-UBND)']);
  });
});

describe('the locality of an address', () => {
  it('is named where there are several, and nowhere else', () => {
    expect(namedLocality(chooseLocality(undefined, plans, '7'), plans)).toBe('7');
    expect(namedLocality(chooseLocality(undefined, plans.slice(0, 1), null), plans.slice(0, 1))).toBeUndefined();
    expect(namedLocality(chooseLocality('99', plans, '7'), plans)).toBeUndefined();
  });

  it('changes to the same year when the other locality has it, else to its newest', () => {
    expect(searchOfLocality(7, '2024', plans)).toEqual({ locality: '7', year: '2024' });
    expect(searchOfLocality(3, '2025', plans)).toEqual({ locality: '3' });
    expect(searchOfLocality(3, undefined, plans)).toEqual({ locality: '3' });
  });

  it('is read where it is a number, so that nothing else is asked of the API', () => {
    expect(localityIn('?year=2024&locality=7')).toBe('7');
    expect(['', '?locality=', '?locality=abc', '?locality=-7', '?locality=12345678901'].map(localityIn)).toEqual([null, null, null, null, null]);
  });
});

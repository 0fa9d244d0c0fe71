import type { PlanSummary } from '@ocop/contracts';
import { describe, expect, it } from '@jest/globals';
import { choosePlace, namedPlace, placeIn, placesOf, searchOfPlace } from './place.js';

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

describe('the places that have a plan', () => {
  it('stand once each, in the order of Vietnamese names, as their newest plan calls them', () => {
    expect(placesOf(plans)).toEqual([
      { id: 3, name: 'Huyện Đông Sơn' },
      { id: 5, name: 'Huyện Em' },
      { id: 7, name: 'Phường Hương Trà' },
    ]);
  });

  it('of one name are told apart by the number of their plan', () => {
    const names = placesOf([plan(2024, 1, 'Phường Phú Xuân', '8/KH-UBND'), plan(2024, 2, 'Phường Phú Xuân', '9/KH-UBND')]).map(({ name }) => name);
    expect(names).toEqual(['Phường Phú Xuân (8/KH-UBND)', 'Phường Phú Xuân (9/KH-UBND)']);
  });
});

describe('the place of an address', () => {
  it('is named where there are several, and nowhere else', () => {
    expect(namedPlace(choosePlace(undefined, plans, '7'), plans)).toBe('7');
    expect(namedPlace(choosePlace(undefined, plans.slice(0, 1), null), plans.slice(0, 1))).toBeUndefined();
    expect(namedPlace(choosePlace('99', plans, '7'), plans)).toBeUndefined();
  });

  it('changes to the same year when the other place has it, else to its newest', () => {
    expect(searchOfPlace(7, '2024', plans)).toEqual({ place: '7', year: '2024' });
    expect(searchOfPlace(3, '2025', plans)).toEqual({ place: '3' });
    expect(searchOfPlace(3, undefined, plans)).toEqual({ place: '3' });
  });

  it('is read where it is a number, so that nothing else is asked of the API', () => {
    expect(placeIn('?year=2024&place=7')).toBe('7');
    expect(['', '?place=', '?place=abc', '?place=-7', '?place=12345678901'].map(placeIn)).toEqual([null, null, null, null, null]);
  });
});

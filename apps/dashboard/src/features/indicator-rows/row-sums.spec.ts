import { describe, expect, it } from '@jest/globals';
import type { IndicatorRow } from '@ocop/contracts';
import { sumExactly, sumRows } from './row-sums.js';

const row = (contribution: string, role: IndicatorRow['role'] = 'part'): IndicatorRow => ({
  key: contribution,
  label: 'x',
  detail: null,
  unitName: null, productId: null, happenedOn: null,
  paper: null,
  role,
  contribution,
});

describe('sumExactly', () => {
  it.each([
    [[], '0'],
    [['1', '1', '1'], '3'],
    [['9007199254740993', '1'], '9007199254740994'],
    [['0.1', '0.2'], '0.3'],
    [['1.5', '-1.5'], '0'],
    [['-0.05', '-1'], '-1.05'],
    [['100', '200'], '300'],
    [['63.60'], '63.6'],
  ])('%j is %s, to the last digit', (figures, sum) => {
    expect(sumExactly(figures)).toBe(sum);
  });
});

describe('sumRows', () => {
  it('adds rows up to the figure', () => {
    expect(sumRows([row('1'), row('1')], '2')).toEqual({ kind: 'total', sum: '2', agrees: true });
  });

  it('a figure of 0 has no rows', () => {
    expect(sumRows([], '0')).toEqual({ kind: 'total', sum: '0', agrees: true });
  });

  it('says so when the rows do not add up to the figure', () => {
    expect(sumRows([row('1')], '2')).toMatchObject({ agrees: false });
  });

  it('divides parts by wholes for a rate, rounded as the domain does', () => {
    const rows = [row('400000000'), row('20000000'), row('660000000', 'whole')];
    expect(sumRows(rows, '63.6')).toEqual({ kind: 'rate', part: '420000000', whole: '660000000', agrees: true });
    expect(sumRows(rows, '64')).toMatchObject({ agrees: false });
  });
});

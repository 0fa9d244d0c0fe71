import { describe, expect, it } from '@jest/globals';
import { breakdownRows, filterOf } from './breakdown.js';

describe('the money by something (KH 1227, IV)', () => {
  it('gathers the stages of each, money of no one in a row of its own that the ledger finds as `none`', () => {
    const rows = breakdownRows(
      [
        { unit: 'Xã Bình Thành', unitId: 7, stage: 'planned', amount: '90071992547409931', entries: 1 },
        { unit: null, unitId: null, stage: 'planned', amount: '5', entries: 1 },
        { unit: 'Xã Bình Thành', unitId: 7, stage: 'registered', amount: '1', entries: 1 },
        { unit: 'Xã Bình Thành', unitId: 7, stage: 'contributed', amount: '3', entries: 1 },
      ],
      'unit',
    );
    expect(rows).toEqual([
      { key: '7', name: 'Xã Bình Thành', sums: { planned: 90071992547409932n, allocated: null, disbursed: 3n, settled: null } },
      { key: 'none', name: null, sums: { planned: 5n, allocated: null, disbursed: null, settled: null } },
    ]);
    expect(filterOf('unit', 'none')).toEqual({ unit: 'none' });
  });

  it('knows a work area and a month by what the ledger filters by', () => {
    expect(breakdownRows([{ workArea: 3, stage: 'disbursed', amount: '2', entries: 1 }], 'workArea')).toMatchObject([{ key: '3', name: '3' }]);
    expect(breakdownRows([{ month: '2024-04', stage: 'disbursed', amount: '2', entries: 1 }], 'month')).toMatchObject([{ key: '2024-04', name: '2024-04' }]);
    expect(breakdownRows([{ product: null, productId: null, stage: 'settled', amount: '2', entries: 1 }], 'product')).toMatchObject([{ key: 'none', name: null }]);
  });
});

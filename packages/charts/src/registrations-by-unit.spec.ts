import { describe, expect, it } from '@jest/globals';
import { registrationsByUnit } from './registrations-by-unit.js';

describe('registrations by commune and kind (appendix of plan 1227)', () => {
  const words = {
    title: 'Theo xã, phường',
    description: '',
    unit: 'sản phẩm',
    missing: 'chưa có số liệu',
    categoryLabel: 'Xã, phường',
    kindNames: { new: 'lần đầu', upgrade: 'nâng hạng', 're-evaluation': 'đánh giá lại' },
  };

  it('counts each product once, under its commune in the order of the list and its kind; a kind nobody registered has no bar', () => {
    const definition = registrationsByUnit(
      [
        { unitName: 'Xã Hương Bình', kind: 'new' },
        { unitName: 'Xã Hương Toàn', kind: 're-evaluation' },
        { unitName: 'Xã Hương Bình', kind: 'new' },
      ],
      words,
    );
    expect(definition.categories).toEqual(['Xã Hương Bình', 'Xã Hương Toàn']);
    expect(definition.series.map(({ name, values }) => [name, values])).toEqual([
      ['lần đầu', [2, 0]],
      ['đánh giá lại', [0, 1]],
    ]);
  });
});

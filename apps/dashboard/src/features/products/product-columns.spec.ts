import { describe, expect, it } from '@jest/globals';
import type { Registration } from '@ocop/contracts';
import { cellText, COLUMN_IDS } from './product-columns.js';

const row: Registration = {
  id: 7,
  position: 7,
  productId: 7,
  productName: 'Bún Vân Cù',
  producerName: 'HTX Vân Cù',
  producerKind: 'cooperative',
  unitId: 12,
  unitName: 'Xã Hương Toàn',
  addressAsWritten: 'Xã Hương Toàn',
  kind: 'new',
  stage: 'scored-by-town',
  stageOn: '2024-07-04',
  roundNo: 1,
  note: null,
  stars: null,
  points: '72.50',
  awardedStars: null,
  resultOn: null,
  supplement: 'listed',
  version: 1,
};

describe('cellText', () => {
  it('writes days and points as Vietnamese papers do', () => {
    expect(cellText(row, 'stageOn', 'vi')).toBe('04/7/2024');
    expect(cellText(row, 'points', 'vi')).toBe('72,5');
    expect(cellText(row, 'points', 'en')).toBe('72.5');
  });

  it('gives null where a fact is missing, never 0', () => {
    expect(cellText(row, 'stars', 'vi')).toBeNull();
    expect(cellText(row, 'note', 'vi')).toBeNull();
    expect(cellText({ ...row, points: null, roundNo: null }, 'points', 'vi')).toBeNull();
  });

  it('has words for every column in both languages', () => {
    const full: Registration = { ...row, note: 'đánh giá lại', stars: 3 };
    for (const id of COLUMN_IDS) {
      expect(cellText(full, id, 'vi')).not.toBe('');
      expect(cellText(full, id, 'en')).toEqual(expect.any(String));
    }
  });
});

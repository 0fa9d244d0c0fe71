import { describe, expect, it } from '@jest/globals';
import { differences, overPresent } from './record-difference.js';

const seen = { version: 3, name: 'Bún Vân Cù', aliases: '', productSetNo: null };
const now = { version: 4, name: 'Bún Vân Cù', aliases: 'Bún tươi', productSetNo: 6 };

describe('a record that somebody else changed meanwhile', () => {
  it('differs in the fields that are other now, whatever the version', () => {
    expect(differences(seen, now)).toEqual([
      { field: 'aliases', before: '', now: 'Bún tươi' },
      { field: 'productSetNo', before: null, now: 6 },
    ]);
    expect(differences(seen, { ...seen, version: 9 })).toEqual([]);
  });

  it('keeps what was typed, follows in what was left alone, and goes on from the version of now', () => {
    const typed = { seen, name: 'Bún Vân Cù, Hương Toàn', aliases: '', productSetNo: 5, reason: 'Ghi đủ tên' };
    expect(overPresent(typed, now)).toEqual({ seen: now, name: 'Bún Vân Cù, Hương Toàn', aliases: 'Bún tươi', productSetNo: 5, reason: 'Ghi đủ tên' });
  });
});

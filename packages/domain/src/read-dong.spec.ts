import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MOST_DONG } from './funding.js';
import { readDong, type DongFault } from './read-dong.js';
import { formatInteger } from './wording.js';

describe('an amount as a person types it: whole đồng', () => {
  it.each<[string, bigint]>([
    ['1500000', 1_500_000n],
    ['1.500.000', 1_500_000n],
    [' 12.000 ', 12_000n],
    ['12', 12n],
    ['999999999999999', MOST_DONG],
  ])('%j is read as %s', (text, dong) => {
    expect(readDong(text)).toEqual({ dong });
  });

  it('takes a zero only where nothing at all is an amount', () => {
    expect(readDong('0', { zero: true })).toEqual({ dong: 0n });
    expect(readDong('00', { zero: true })).toEqual({ fault: 'zero' });
  });

  it.each<[string, DongFault]>([
    ['', 'empty'],
    ['   ', 'empty'],
    ['1,5 tỷ', 'word'],
    ['1,5 tỉ', 'word'],
    ['12 triệu', 'word'],
    ['12tr', 'word'],
    ['12 trieu dong', 'word'],
    ['500 nghìn', 'word'],
    ['1.500.000 đồng', 'letters'],
    ['1500000d', 'letters'],
    ['1e9', 'letters'],
    ['mười hai', 'letters'],
    ['1.234.567,89', 'comma'],
    ['1,500,000', 'comma'],
    ['12.5', 'grouping'],
    ['1.5000', 'grouping'],
    ['1500.000', 'grouping'],
    ['1 500 000', 'grouping'],
    ['.500', 'grouping'],
    ['1..500', 'grouping'],
    ['+5', 'grouping'],
    ['0', 'zero'],
    ['0.000', 'zero'],
    ['007', 'leading-zero'],
    ['0.500', 'leading-zero'],
    ['-5.000', 'downwards'],
    ['1000000000000000', 'too-big'],
    ['1000000000000000000', 'too-big'],
  ])('%j is refused: %s', (text, fault) => {
    expect(readDong(text)).toEqual({ fault });
  });

  it('goes down only where it may: an adjustment', () => {
    expect(readDong('-5.000', { downwards: true })).toEqual({ dong: -5_000n });
    expect(readDong('−5.000', { downwards: true })).toEqual({ dong: -5_000n });
    expect(readDong('-0', { downwards: true })).toEqual({ fault: 'zero' });
  });

  it('is read back from the way it is written, with dots or without', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: MOST_DONG }), (dong) => {
        expect(readDong(formatInteger(dong))).toEqual({ dong });
        expect(readDong(String(dong))).toEqual({ dong });
      }),
    );
  });

  it('is never guessed: whatever is read is what its digits say', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[-0-9., trkệuđ]{0,18}$/), (text) => {
        const read = readDong(text, { downwards: true });
        if ('dong' in read) expect(formatInteger(read.dong).replaceAll('.', '')).toBe(text.trim().replaceAll('.', ''));
      }),
    );
  });
});

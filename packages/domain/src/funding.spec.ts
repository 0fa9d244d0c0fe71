import { describe, expect, it } from '@jest/globals';
import { parseDong } from './funding.js';

describe('money on the wire: whole đồng as a decimal string', () => {
  it.each([
    ['0', 0n],
    ['1081500000', 1_081_500_000n],
    ['-250000', -250_000n],
    ['9007199254740993', 9_007_199_254_740_993n],
    ['999999999999999999', 999_999_999_999_999_999n],
    ['1000000000000000000', null],
    ['1.081.500.000', null],
    ['1,5', null],
    ['1.5', null],
    ['1e9', null],
    ['0x10', null],
    ['007', null],
    ['-0', null],
    ['+5', null],
    [' 5', null],
    ['5\n', null],
    ['1 000', null],
    ['5 đồng', null],
    ['', null],
  ])('%j reads as %s', (text, expected) => {
    expect(parseDong(text)).toBe(expected);
  });
});

import { describe, expect, it } from '@jest/globals';
import { formatChartValue, positionOf, sumOf } from './chart-value.js';

describe('formatChartValue', () => {
  it.each([
    ['1081500000', 'million-dong', 'vi', '1.081,5'],
    ['1081500000', 'million-dong', 'en', '1,081.5'],
    ['9007199254740993000001', 'million-dong', 'vi', '9.007.199.254.740.993,000001'],
    ['0', 'million-dong', 'vi', '0'],
    [18243, 'integer', 'vi', '18.243'],
    [63.6, 'percent', 'vi', '63,6%'],
    [63.6, 'percent', 'en', '63.6%'],
  ] as const)('writes %s as %s in %s exactly: %s', (value, format, locale, text) => {
    expect(formatChartValue(value, format, locale)).toBe(text);
  });

  it.each(['1081.5', '1.081', '', '12 000', 'abc'])('refuses "%s" as money: it is whole đồng', (value) => {
    expect(() => formatChartValue(value, 'million-dong', 'vi')).toThrow(RangeError);
    expect(() => positionOf(value)).toThrow(RangeError);
  });

  it('refuses a number that is not finite', () => {
    expect(() => positionOf(Number.NaN)).toThrow(RangeError);
  });
});

describe('sumOf', () => {
  it('sums money to the last đồng, beyond what a float holds', () => {
    expect(sumOf(['9007199254740993', '1'])).toBe('9007199254740994');
  });

  it('is missing, not zero, when nothing is known', () => {
    expect(sumOf([null, null])).toBeNull();
    expect(sumOf([null, 0])).toBe(0);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MoneyUnit } from './funding.js';
import {
  countInText,
  formatDay,
  formatDayEnglish,
  formatDayLong,
  formatDecimal,
  formatInteger,
  formatMoney,
  formatMoneyFigure,
  formatPercent,
  romanNumeral,
} from './wording.js';

describe('numbers', () => {
  it.each([
    [0, '00'],
    [2, '02'],
    [9, '09'],
    [10, '10'],
    [12, '12'],
    [1234, '1.234'],
  ])('a count of %i in text is %s: below 10 it gets a 0', (n, text) => {
    expect(countInText(n)).toBe(text);
  });

  it.each([-1, 1.5, Number.NaN])('%d is no count', (n) => {
    expect(() => countInText(n)).toThrow(RangeError);
  });

  it.each<[number | bigint, string]>([
    [0, '0'],
    [999, '999'],
    [1000, '1.000'],
    [18_243, '18.243'],
    [-18_243, '-18.243'],
    [1_234_567_890_123_456_789n, '1.234.567.890.123.456.789'],
  ])('%s is written %s with thousands dots', (n, text) => {
    expect(formatInteger(n)).toBe(text);
  });

  it.each<[number | string, number, string]>([
    [63.6, 1, '63,6'],
    [1081.5, 6, '1.081,5'],
    ['1081.500', 3, '1.081,5'],
    [72.5, 2, '72,5'],
    [70, 2, '70'],
    [0, 2, '0'],
    [1.005, 2, '1,01'],
    ['69.995', 2, '70'],
    ['69.994', 2, '69,99'],
    ['0.05', 1, '0,1'],
    ['0.04', 1, '0'],
    [-0.04, 1, '0'],
    [-2.25, 1, '-2,3'],
    [99.95, 0, '100'],
    [1e-7, 7, '0,0000001'],
    [1e-7, 2, '0'],
    ['12345678901234567890.5', 1, '12.345.678.901.234.567.890,5'],
  ])('%s with at most %i decimals is %s: comma, rounded half up, zeros cut', (value, decimals, text) => {
    expect(formatDecimal(value, decimals)).toBe(text);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e21, '', '1,5', '1.', '.5', 'mười'])('%s is no decimal number', (value) => {
    expect(() => formatDecimal(value, 1)).toThrow(RangeError);
  });

  it.each([
    [63.6, '63,6%'],
    [100, '100%'],
    [0, '0%'],
    [1250.4, '1.250,4%'],
  ])('%d percent is %s, sign attached', (percent, text) => {
    expect(formatPercent(percent)).toBe(text);
  });

  it.each([
    [1, 'I'],
    [2, 'II'],
    [3, 'III'],
    [4, 'IV'],
    [5, 'V'],
    [6, 'VI'],
    [9, 'IX'],
    [14, 'XIV'],
    [40, 'XL'],
    [90, 'XC'],
    [400, 'CD'],
    [2024, 'MMXXIV'],
    [3999, 'MMMCMXCIX'],
  ])('heading %i is %s', (n, numeral) => {
    expect(romanNumeral(n)).toBe(numeral);
  });

  it.each([0, -1, 4000, 1.5])('there is no Roman numeral for %d', (n) => {
    expect(() => romanNumeral(n)).toThrow(RangeError);
  });
});

describe('dates (Decree 30/2020/NĐ-CP: days below 10, months 1 and 2 take a 0)', () => {
  it.each([
    ['2023-02-24', '24/02/2023', 'ngày 24 tháng 02 năm 2023'],
    ['2024-03-25', '25/3/2024', 'ngày 25 tháng 3 năm 2024'],
    ['2022-10-07', '07/10/2022', 'ngày 07 tháng 10 năm 2022'],
    ['2024-07-10', '10/7/2024', 'ngày 10 tháng 7 năm 2024'],
    ['2024-04-09', '09/4/2024', 'ngày 09 tháng 4 năm 2024'],
    ['2024-01-05', '05/01/2024', 'ngày 05 tháng 01 năm 2024'],
    ['2024-12-31', '31/12/2024', 'ngày 31 tháng 12 năm 2024'],
  ])('%s is %s, and %s on the first page', (day, short, long) => {
    expect(formatDay(day)).toBe(short);
    expect(formatDayLong(day)).toBe(long);
  });

  it('in English name the month', () => {
    expect(formatDayEnglish('2024-04-09')).toBe('9 April 2024');
    expect(formatDayEnglish('2024-12-31')).toBe('31 December 2024');
  });

  it('refuse what is not a day', () => {
    for (const write of [formatDay, formatDayLong, formatDayEnglish]) expect(() => write('2024-02-30')).toThrow(RangeError);
  });
});

describe('money: exact to the đồng, in triệu or tỷ đồng', () => {
  it.each<[bigint, MoneyUnit, string]>([
    [1_081_500_000n, 'million', '1.081,5 triệu đồng'],
    [1_081_500_000n, 'billion', '1,0815 tỷ đồng'],
    [1_081_500_000n, 'dong', '1.081.500.000 đồng'],
    [50_000_000n, 'million', '50 triệu đồng'],
    [1n, 'million', '0,000001 triệu đồng'],
    [1n, 'billion', '0,000000001 tỷ đồng'],
    [0n, 'million', '0 triệu đồng'],
    [-2_500_000n, 'million', '-2,5 triệu đồng'],
    [1_000_000_000_000n, 'billion', '1.000 tỷ đồng'],
    [9_007_199_254_740_993n, 'million', '9.007.199.254,740993 triệu đồng'],
  ])('%s in %s is "%s"', (dong, unit, text) => {
    expect(formatMoney(dong, unit)).toBe(text);
  });

  it('loses no đồng in any unit', () => {
    const units: [MoneyUnit, number][] = [
      ['dong', 0],
      ['million', 6],
      ['billion', 9],
    ];
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.constantFrom(...units), (dong, [unit, decimals]) => {
        const [whole = '', fraction = ''] = formatMoneyFigure(dong, unit).replace(/\./g, '').split(',');
        expect(BigInt(whole + fraction.padEnd(decimals, '0'))).toBe(dong);
      }),
    );
  });
});

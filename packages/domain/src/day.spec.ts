import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  civilDay,
  dayInVietnam,
  daysBetween,
  earlierOf,
  isDay,
  laterOf,
  yearOf,
  type Day,
} from './day.js';

const DAYS_1900_TO_2999 = 401_767;
const anyDay = fc.integer({ min: 0, max: DAYS_1900_TO_2999 - 1 }).map((n) => addDays('1900-01-01', n));

describe('a day', () => {
  it.each([
    ['2024-02-29', true],
    ['2000-02-29', true],
    ['2023-02-29', false],
    ['1900-02-29', false],
    ['2100-02-29', false],
    ['2024-04-31', false],
    ['2024-13-01', false],
    ['2024-00-10', false],
    ['2024-06-00', false],
    ['1900-01-01', true],
    ['2999-12-31', true],
    ['1899-12-31', false],
    ['3000-01-01', false],
    ['2024-7-1', false],
    ['10/07/2024', false],
    ['2024-07-10T00:00:00Z', false],
    [' 2024-07-10', false],
    ['2024-07-10\n', false],
    ['', false],
  ])('%j is a calendar day of 1900–2999: %s', (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });

  it('follows the Gregorian calendar on every day of 1900–2999', () => {
    const start = Date.UTC(1900, 0, 1);
    const wrong: string[] = [];
    for (let n = 0; n < DAYS_1900_TO_2999; n += 1) {
      const expected = new Date(start + n * 86_400_000).toISOString().slice(0, 10);
      if (addDays('1900-01-01', n) !== expected || daysBetween('1900-01-01', expected) !== n) wrong.push(expected);
    }
    expect(wrong).toEqual([]);
    expect(addDays('1900-01-01', DAYS_1900_TO_2999 - 1)).toBe('2999-12-31');
  });

  it.each<[Day, Day, number]>([
    ['2024-04-09', '2024-07-10', 92],
    ['2024-04-09', '2024-10-10', 184],
    ['2024-04-09', '2024-06-10', 62],
    ['2024-07-10', '2024-07-10', 0],
    ['2024-07-10', '2024-07-09', -1],
    ['2023-12-15', '2024-06-14', 182],
  ])('from %s to %s there are %i days', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });

  it('n days later is n days between', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (day, n) => {
        fc.pre(daysBetween('1900-01-01', day) + n >= 0 && daysBetween(day, '2999-12-31') - n >= 0);
        expect(daysBetween(day, addDays(day, n))).toBe(n);
      }),
    );
  });

  it.each<[Day, number, Day]>([
    ['2021-08-31', 36, '2024-08-31'],
    ['2024-02-29', 36, '2027-02-28'],
    ['2020-02-29', 48, '2024-02-29'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-03-31', 1, '2024-04-30'],
    ['2024-12-15', 1, '2025-01-15'],
    ['2024-01-15', -1, '2023-12-15'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-07-10', 0, '2024-07-10'],
  ])('%s and %i months is %s, clamped to the end of the month', (day, n, expected) => {
    expect(addMonths(day, n)).toBe(expected);
  });

  it('n months later falls in the n-th month after and never on a later day of the month', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -120, max: 120 }), (day, n) => {
        fc.pre(yearOf(day) > 1910 && yearOf(day) < 2989);
        const from = civilDay(day);
        const to = civilDay(addMonths(day, n));
        expect(to.year * 12 + to.month - (from.year * 12 + from.month)).toBe(n);
        expect(to.day).toBeLessThanOrEqual(from.day);
      }),
    );
  });

  it.each([
    ['2024-07-09T16:59:59.999Z', '2024-07-09'],
    ['2024-07-09T17:00:00.000Z', '2024-07-10'],
    ['2024-12-31T17:00:00.000Z', '2025-01-01'],
    ['1970-01-01T00:00:00.000Z', '1970-01-01'],
    ['1969-12-31T16:59:59.999Z', '1969-12-31'],
    ['2024-02-28T17:00:00.000Z', '2024-02-29'],
  ])('at %s it is %s in Vietnam (UTC+7)', (instant, day) => {
    expect(dayInVietnam(Date.parse(instant))).toBe(day);
  });

  it('knows its year, the earlier and the later of two', () => {
    expect(yearOf('2024-07-10')).toBe(2024);
    expect(earlierOf('2024-07-10', '2024-10-10')).toBe('2024-07-10');
    expect(earlierOf('2024-10-10', '2024-07-10')).toBe('2024-07-10');
    expect(laterOf('2024-07-10', '2024-10-10')).toBe('2024-10-10');
    expect(laterOf('2024-10-10', '2024-07-10')).toBe('2024-10-10');
  });

  it('refuses to count with what is not a calendar day, or outside 1900–2999', () => {
    expect(() => yearOf('2023-02-29')).toThrow(RangeError);
    expect(() => daysBetween('2024-07-10', '10/7/2024')).toThrow(RangeError);
    expect(() => addDays('2999-12-31', 1)).toThrow(RangeError);
    expect(() => addMonths('1900-01-31', -1)).toThrow(RangeError);
    expect(() => addDays('2024-07-10', 0.5)).toThrow(RangeError);
    expect(() => dayInVietnam(Number.NaN)).toThrow(RangeError);
  });
});

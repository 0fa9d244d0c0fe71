import { describe, expect, it } from '@jest/globals';
import { addDays } from './day.js';
import { deadlineState, isInTime } from './deadline.js';

describe('a deadline "trước ngày D" (plan 1227, clauses III.3 and V.4)', () => {
  it.each([
    ['2024-07-10', '2024-04-09', 'ahead', 92, 0],
    ['2024-10-10', '2024-04-09', 'ahead', 184, 0],
    ['2024-06-10', '2024-04-09', 'ahead', 62, 0],
    ['2024-07-10', '2024-07-08', 'ahead', 2, 0],
    ['2024-07-10', '2024-07-09', 'last-day', 1, 0],
    ['2024-07-10', '2024-07-10', 'passed', 0, 1],
    ['2024-07-10', '2024-07-11', 'passed', 0, 2],
    ['2024-10-15', '2025-01-01', 'passed', 0, 79],
  ] as const)('before %s, seen on %s, is %s with %i days left and %i days late', (before, asOf, state, left, late) => {
    expect(deadlineState(before, asOf)).toEqual({
      before,
      lastDayInTime: addDays(before, -1),
      state,
      daysLeft: left,
      daysLate: late,
    });
  });

  it.each([
    ['2024-07-09', true],
    ['2024-07-10', false],
    ['2024-07-11', false],
  ])('a decision of %s before 10/7/2024 is in time: %s (D − 1 is the last day in time)', (day, expected) => {
    expect(isInTime(day, '2024-07-10')).toBe(expected);
  });

  it('has its last day in time across a year', () => {
    expect(deadlineState('2025-01-01', '2024-12-31')).toMatchObject({ lastDayInTime: '2024-12-31', state: 'last-day' });
  });
});

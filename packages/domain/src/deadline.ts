import { addDays, daysBetween, type Day } from './day.js';

export interface DeadlineState {
  before: Day;
  lastDayInTime: Day;
  state: 'ahead' | 'last-day' | 'passed';
  /** days from asOf to `before`; 0 when passed */
  daysLeft: number;
  /** 0 unless passed; 1 on the day `before` itself */
  daysLate: number;
}

/** How a deadline "trước ngày D" stands on a day: D − 1 is the last day in time, D itself is late (plan III.3, V.4). */
export function deadlineState(before: Day, asOf: Day): DeadlineState {
  const daysLeft = daysBetween(asOf, before);
  const lastDayInTime = addDays(before, -1);
  if (daysLeft <= 0) return { before, lastDayInTime, state: 'passed', daysLeft: 0, daysLate: 1 - daysLeft };
  return { before, lastDayInTime, state: daysLeft === 1 ? 'last-day' : 'ahead', daysLeft, daysLate: 0 };
}

/** Whether something that happened on a day kept a deadline "trước ngày D". */
export function isInTime(happenedOn: Day, before: Day): boolean {
  return daysBetween(happenedOn, before) > 0;
}

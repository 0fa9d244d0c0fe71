import { addDays, daysBetween, type Day } from '@ocop/domain';
import type { Random } from './random.js';

/** From and to as 'MM-DD', both included. */
export type Span = readonly [from: string, to: string];

const A_MONDAY: Day = '2018-01-01';
const HOLIDAYS = ['01-01', '04-30', '05-01', '09-01', '09-02', '09-03'];

function isWorkingDay(day: Day): boolean {
  const weekday = (((daysBetween(A_MONDAY, day) % 7) + 7) % 7) + 1;
  return weekday <= 5 && !HOLIDAYS.includes(day.slice(5));
}

/** A working day of the span in a year; the span must hold one. */
export function workingDay(random: Random, year: number, [from, to]: Span): Day {
  const first = `${year}-${from}`;
  const length = daysBetween(first, `${year}-${to}`);
  for (;;) {
    const day = addDays(first, random.between(0, length));
    if (isWorkingDay(day)) return day;
  }
}

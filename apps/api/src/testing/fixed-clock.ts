import type { Day } from '@ocop/domain';
import { Clock } from '../platform/clock/clock.js';

/** Noon of the day the test chose. */
export class FixedClock extends Clock {
  constructor(public day: Day) {
    super();
  }

  now(): Date {
    return new Date(`${this.day}T12:00:00+07:00`);
  }
}

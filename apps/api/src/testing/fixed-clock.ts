import type { Day } from '@ocop/domain';
import { Clock } from '../platform/clock/clock.js';

/** Noon of the day the test chose, and what it added. */
export class FixedClock extends Clock {
  /** Seconds after noon. */
  seconds = 0;

  constructor(public day: Day) {
    super();
  }

  now(): Date {
    return new Date(Date.parse(`${this.day}T12:00:00+07:00`) + this.seconds * 1_000);
  }
}

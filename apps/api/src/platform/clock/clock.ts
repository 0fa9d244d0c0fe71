import { dayInVietnam, type Day } from '@ocop/domain';

/** The only source of “now”; injected, so that tests choose the day. */
export abstract class Clock {
  abstract now(): Date;

  /** Today in Asia/Ho_Chi_Minh. */
  today(): Day {
    return dayInVietnam(this.now().getTime());
  }
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

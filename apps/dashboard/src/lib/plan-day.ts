import type { Day } from '@ocop/domain';

/** The year and the day that every figure on the screen is of. */
export interface PlanDay {
  readonly year: number;
  readonly asOf: Day;
}

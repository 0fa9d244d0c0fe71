import type { Day } from '@ocop/domain';
import type { PlanEntity } from './plan.entity.js';

/** A plan looked at as of a day. */
export interface PlanView {
  plan: PlanEntity;
  asOf: Day;
}

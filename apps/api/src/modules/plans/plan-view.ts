import type { Day } from '@ocop/domain';
import type { PlanEntity } from './plan.entity.js';

/** A plan looked at as of a day, with the eyes of somebody. */
export interface PlanView {
  plan: PlanEntity;
  asOf: Day;
  /** Units whose rows are counted and listed; null = every unit. */
  units: readonly number[] | null;
}

/** Whether the view holds everything of the plan: only then can it be measured against what the plan asks for. */
export const seesWholePlan = ({ plan, units }: PlanView): boolean => units === null || units.includes(plan.unitId);

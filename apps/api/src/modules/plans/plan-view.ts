import type { Day } from '@ocop/domain';
import type { Viewer } from '../../platform/access/viewer.js';
import type { PlanEntity } from './plan.entity.js';

/** A plan looked at as of a day, with the eyes of somebody. */
export interface PlanView {
  plan: PlanEntity;
  asOf: Day;
  /** Units of the plan whose rows are counted and listed; null = the whole plan. */
  units: readonly number[] | null;
}

/** What somebody who sees `units` sees of a plan: all of it with the plan's own unit, for that comes with all below it. */
export const unitsWithin = ({ unitId }: Pick<PlanEntity, 'unitId'>, units: Viewer['units']): PlanView['units'] => (units === null || units.includes(unitId) ? null : units);

/** Whether the view holds everything of the plan: only then can it be measured against what the plan asks for. */
export const seesWholePlan = ({ units }: PlanView): boolean => units === null;

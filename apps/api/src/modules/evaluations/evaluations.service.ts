import type { Day } from '@ocop/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PlanView } from '../plans/plan-view.js';
import { decisionsOfPlan, OF_PLAN_UNIT, RECOGNITION_COLUMNS, revocationsOfYear, type RecognitionRow } from './recognition-rows.query.js';
import { roundCourses } from './round-courses.query.js';

export type { RecognitionRow, RevocationRow } from './recognition-rows.query.js';
export type { RoundCourse } from './round-courses.query.js';

@Injectable()
export class EvaluationsService {
  constructor(private readonly dataSource: DataSource) {}

  /** Whether any recognition of the plan's unit is on record by the day; without one, counts of certificates are unknown, not 0. */
  async anyRecorded({ plan, asOf, units }: PlanView): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(`select 1 ${OF_PLAN_UNIT} where g.decided_on <= $3 limit 1`, [
      plan.unitId,
      units,
      asOf,
    ]);
    return rows.length > 0;
  }

  /** The whole recognition history of the products that were decided on, or whose certificate ends, in the plan year. */
  listOfYear({ plan, units }: PlanView): Promise<RecognitionRow[]> {
    return this.dataSource.query<RecognitionRow[]>(
      `select ${RECOGNITION_COLUMNS} ${OF_PLAN_UNIT}
       where g.product_id in (
         select product_id from standing_recognition
         where decided_on between $3 and $4 or valid_to between $3 and $4)
       order by g.decided_on, g.id`,
      [plan.unitId, units, `${plan.year}-01-01`, `${plan.year}-12-31`],
    );
  }

  /** Current certificates whose last valid day lies between `from` and `to`, soonest first. */
  listEnding({ plan, asOf, units }: PlanView, from: Day, to: Day): Promise<RecognitionRow[]> {
    return this.dataSource.query<RecognitionRow[]>(
      `select * from (
         select distinct on (g.product_id) ${RECOGNITION_COLUMNS} ${OF_PLAN_UNIT}
         where g.decided_on <= $3 and (g.revoked_on is null or g.revoked_on > $3)
         order by g.product_id, g.decided_on desc, g.id desc
       ) as current
       where "validTo" between $4 and $5
       order by "validTo", "productName"`,
      [plan.unitId, units, asOf, from, to],
    );
  }

  listDecisionsOfPlan(view: PlanView) {
    return decisionsOfPlan(this.dataSource, view);
  }

  listRevocations(view: PlanView) {
    return revocationsOfYear(this.dataSource, view);
  }

  listRoundCourses(view: PlanView) {
    return roundCourses(this.dataSource, view);
  }
}

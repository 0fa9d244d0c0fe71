import type { Day, RegistrationKind, Stars } from '@ocop/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PlanView } from '../plans/plan-view.js';
import { recognitionsByRound } from './round-results.query.js';

export type { RoundRecognition } from './round-results.query.js';

/** A recognition with what its row shows; the fields of the domain's RecognitionFact are among them. */
export interface RecognitionRow {
  id: number;
  productId: number;
  productName: string;
  producerName: string;
  unitName: string;
  kind: RegistrationKind;
  stars: Stars;
  decidedOn: Day;
  decisionNumber: string;
  validTo: Day;
  revokedOn: Day | null;
}

const COLUMNS = `
  g.id, g.product_id as "productId", p.name as "productName", m.name as "producerName",
  u.type || ' ' || u.name as "unitName", g.kind, g.stars, g.decided_on as "decidedOn",
  g.decision_number as "decisionNumber", g.valid_to as "validTo", g.revoked_on as "revokedOn"`;

const OF_PLAN_UNIT = `
  from standing_recognition g
  join product p on p.id = g.product_id
  join producer m on m.id = p.producer_id
  join unit u on u.id = m.unit_id and u.parent_id = $1 and ($2::integer[] is null or u.id = any($2))`;

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
      `select ${COLUMNS} ${OF_PLAN_UNIT}
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
         select distinct on (g.product_id) ${COLUMNS} ${OF_PLAN_UNIT}
         where g.decided_on <= $3 and (g.revoked_on is null or g.revoked_on > $3)
         order by g.product_id, g.decided_on desc, g.id desc
       ) as current
       where "validTo" between $4 and $5
       order by "validTo", "productName"`,
      [plan.unitId, units, asOf, from, to],
    );
  }

  listByRound(view: PlanView) {
    return recognitionsByRound(this.dataSource, view);
  }
}

import type { Authority, Day, RegistrationKind, Stars } from '@ocop/domain';
import type { DataSource } from 'typeorm';
import type { PlanView } from '../plans/plan-view.js';

/** A recognition with what its row shows; the fields of the domain's RecognitionFact are among them. */
export interface RecognitionRow {
  id: number;
  productId: number;
  productName: string;
  producerName: string;
  unitName: string;
  /** The registration it ended; null = decided on the product alone. */
  registrationId: number | null;
  kind: RegistrationKind;
  stars: Stars;
  decidedOn: Day;
  decisionNumber: string;
  authority: Authority;
  validTo: Day;
  revokedOn: Day | null;
}

export interface RevocationRow extends RecognitionRow {
  revokedOn: Day;
  paper: string;
  reason: string | null;
}

export const RECOGNITION_COLUMNS = `
  g.id, g.product_id as "productId", p.name as "productName", m.name as "producerName",
  u.type || ' ' || u.name as "unitName", g.registration_id as "registrationId", g.kind, g.stars, g.decided_on as "decidedOn",
  g.decision_number as "decisionNumber", g.authority, g.valid_to as "validTo", g.revoked_on as "revokedOn"`;

export const OF_PLAN_UNIT = `
  from standing_recognition g
  join product p on p.id = g.product_id
  join producer m on m.id = p.producer_id
  join unit u on u.id = m.unit_id and u.parent_id = $1 and ($2::integer[] is null or u.id = any($2))`;

/** The decisions up to the day that registrations of the plan led to, revoked ones too, oldest first. */
export const decisionsOfPlan = (db: DataSource, { plan, asOf, units }: PlanView): Promise<RecognitionRow[]> =>
  db.query<RecognitionRow[]>(
    `select ${RECOGNITION_COLUMNS} ${OF_PLAN_UNIT}
     join registration r on r.id = g.registration_id and r.plan_id = $3
     where g.decided_on <= $4
     order by g.decided_on, g.id`,
    [plan.unitId, units, plan.id, asOf],
  );

/** What was revoked within the plan year, up to the day, oldest first. */
export const revocationsOfYear = (db: DataSource, { plan, asOf, units }: PlanView): Promise<RevocationRow[]> =>
  db.query<RevocationRow[]>(
    `select ${RECOGNITION_COLUMNS}, v.paper, v.reason ${OF_PLAN_UNIT}
     join revocation v on v.recognition_id = g.id and v.annulled_at is null
     where g.revoked_on between $3 and least($4::date, $5::date)
     order by g.revoked_on, g.id`,
    [plan.unitId, units, `${plan.year}-01-01`, asOf, `${plan.year}-12-31`],
  );

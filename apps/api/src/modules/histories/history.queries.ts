import type { Evaluation, Inspection, Recognition, RegistrationStep, Revocation } from '@ocop/contracts';
import type { EntityManager } from 'typeorm';
import { ENTERED_COLUMNS, ENTERED_JOINS } from '../../platform/database/entered.js';

type Of<T> = T & { registrationId: number };

/** Every step of these registrations, annulled ones too, in the order of time. */
export const stepsOf = (db: EntityManager, registrationIds: readonly number[]): Promise<Of<RegistrationStep>[]> =>
  db.query(
    `select x.registration_id as "registrationId", x.id, x.stage, x.happened_on as "happenedOn", x.round_no as "roundNo", x.paper, x.reason, ${ENTERED_COLUMNS}
     from registration_step x ${ENTERED_JOINS} where x.registration_id = any($1) order by x.happened_on, x.id`,
    [registrationIds],
  );

/** Every result of these registrations; a corrected one is annulled and stays. */
export const resultsOf = (db: EntityManager, registrationIds: readonly number[]): Promise<Of<Evaluation>[]> =>
  db.query(
    `select x.registration_id as "registrationId", x.id, x.level, x.evaluated_on as "evaluatedOn", x.round_no as "roundNo", x.members, x.member_count as "memberCount",
       trim_scale(x.part_a)::text as "partA", trim_scale(x.part_b)::text as "partB", trim_scale(x.part_c)::text as "partC",
       trim_scale(x.points)::text as points, x.star_cap as "starCap", x.stars, x.disqualification, x.paper, x.corrects_id as corrects,
       case when x.points >= 90 then 5 when x.points >= 70 then 4 when x.points >= 50 then 3 when x.points >= 30 then 2 else 1 end as band, ${ENTERED_COLUMNS}
     from evaluation x ${ENTERED_JOINS} where x.registration_id = any($1) order by x.evaluated_on, x.id`,
    [registrationIds],
  );

const decisionRows = (db: EntityManager, productId: number): Promise<Omit<Recognition, 'revocations'>[]> =>
  db.query(
    `select x.id, x.product_id as "productId", x.registration_id as "registrationId", x.kind, x.stars, x.decided_on as "decidedOn",
       x.decision_number as "decisionNumber", x.authority, x.valid_to as "validTo", x.revoked_on as "revokedOn", ${ENTERED_COLUMNS}
     from recognition x ${ENTERED_JOINS} where x.product_id = $1 order by x.decided_on, x.id`,
    [productId],
  );

/** Every revocation of these decisions, in the order of time. */
const revocationsOf = (db: EntityManager, recognitionIds: readonly number[]): Promise<(Revocation & { recognitionId: number })[]> =>
  db.query(
    `select x.recognition_id as "recognitionId", x.id, x.revoked_on as "revokedOn", x.paper, x.reason, ${ENTERED_COLUMNS}
     from revocation x ${ENTERED_JOINS} where x.recognition_id = any($1) order by x.revoked_on, x.id`,
    [recognitionIds],
  );

/** Every decision on a product, newest last, with its revocations: those taken back too. */
export async function decisionsOn(db: EntityManager, productId: number): Promise<Recognition[]> {
  const decisions = await decisionRows(db, productId);
  const revocations = await revocationsOf(db, decisions.map(({ id }) => id));
  return decisions.map((decision) => ({
    ...decision,
    revocations: revocations.filter(({ recognitionId }) => recognitionId === decision.id).map(({ recognitionId: _recognitionId, ...one }) => one),
  }));
}

export const inspectionsOf = (db: EntityManager, productId: number): Promise<Inspection[]> =>
  db.query(
    `select x.id, x.inspected_on as "inspectedOn", x.outcome, x.findings, x.paper, ${ENTERED_COLUMNS}
     from inspection x ${ENTERED_JOINS} where x.product_id = $1 order by x.inspected_on, x.id`,
    [productId],
  );

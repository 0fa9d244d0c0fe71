import { roundAfter, type Day, type RegistrationKind, type RegistrationStage } from '@ocop/domain';
import type { EntityManager } from 'typeorm';
import { lockShared } from '../../platform/database/locks.js';

/** A registration as it stands with everything entered so far. */
export interface RegistrationState {
  id: number;
  planId: number;
  planYear: number;
  productId: number;
  productName: string;
  unitId: number;
  kind: RegistrationKind;
  note: string | null;
  registeredOn: Day;
  version: number;
  stepId: number;
  stage: RegistrationStage;
  stageOn: Day;
  roundNo: number | null;
  steps: number;
}

/** The registration within the units, locked until the transaction ends, as is what its plan says; null = there is none. */
export async function lockRegistration(manager: EntityManager, units: readonly number[] | null, id: number): Promise<RegistrationState | null> {
  const [own] = await manager.query<{ planId: number }[]>(
    'select plan_id as "planId" from registration where id = $1 and ($2::integer[] is null or unit_id = any($2)) for update',
    [id, units],
  );
  if (own === undefined) return null;
  await lockShared(manager, 'facts of a plan', own.planId);
  const [found] = await manager.query<(Omit<RegistrationState, 'roundNo'> & { path: Parameters<typeof roundAfter>[0]; rounds: number[] })[]>(
    `select r.id, r.plan_id as "planId", plan.year as "planYear", r.product_id as "productId", p.name as "productName", r.unit_id as "unitId",
       r.kind, r.note, r.registered_on as "registeredOn", r.version, s.id as "stepId", s.stage, s.happened_on as "stageOn",
       (select json_agg(json_build_object('stage', x.stage, 'roundNo', x.round_no) order by x.happened_on, x.id)
        from standing_step x where x.registration_id = r.id) as path,
       array(select pr.no from plan_round pr where pr.plan_id = r.plan_id order by pr.no) as rounds,
       (select count(*)::int from standing_step x where x.registration_id = r.id) as steps
     from registration r
     join plan on plan.id = r.plan_id
     join product p on p.id = r.product_id
     join lateral (select x.id, x.stage, x.happened_on from standing_step x where x.registration_id = r.id
       order by x.happened_on desc, x.id desc limit 1) s on true
     where r.id = $1`,
    [id],
  );
  if (found === undefined) return null;
  const { path, rounds, ...state } = found;
  return { ...state, roundNo: roundAfter(path, rounds) };
}

/** Decisions that ever recognised the product, revoked ones too. */
export async function countRecognitions(manager: EntityManager, productId: number): Promise<number> {
  const [row] = await manager.query<{ count: number }[]>('select count(*)::int as count from standing_recognition where product_id = $1', [productId]);
  return row?.count ?? 0;
}

/** Whether a decision stands on a registration. */
export async function isRecognised(manager: EntityManager, registrationId: number): Promise<boolean> {
  const rows = await manager.query<unknown[]>('select 1 from standing_recognition where registration_id = $1 limit 1', [registrationId]);
  return rows.length > 0;
}

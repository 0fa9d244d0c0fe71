import type { ReconciliationSignOff } from '@ocop/contracts';
import type { PeriodKind, ReportedMeasure } from '@ocop/domain';
import type { EntityManager } from 'typeorm';
import { utc } from '../../platform/database/entered.js';

/** Which figures: of a plan and a period, of some communes; null = of all. */
export interface ReconciliationScope {
  planId: number;
  period: PeriodKind;
  units: readonly number[] | null;
}

export interface Commune {
  unitId: number;
  unitName: string;
  version: number;
}

export interface ReportedFigure {
  id: number;
  unitId: number;
  source: string;
  sourceId: number;
  measure: ReportedMeasure;
  amount: string;
  paper: string | null;
  by: string | null;
  at: string;
}

const of = (alias: string) => `${alias}.plan_id = $1 and ${alias}.period = $2 and ($3::integer[] is null or ${alias}.unit_id = any($3))`;
const values = ({ planId, period, units }: ReconciliationScope) => [planId, period, units];

/** The communes that report to the plan: those of its unit that were valid when it was issued. */
export const listCommunes = (manager: EntityManager, scope: ReconciliationScope): Promise<Commune[]> =>
  manager.query<Commune[]>(
    `select u.id as "unitId", u.type || ' ' || u.name as "unitName",
       (select 1 + count(*) + count(m.annulled_at) from reported_money m where m.plan_id = p.id and m.unit_id = u.id and m.period = $2)::int as version
     from plan p join unit u on u.parent_id = p.unit_id and coalesce(u.valid_from <= p.issued_on, true) and coalesce(u.valid_to >= p.issued_on, true)
     where p.id = $1 and ($3::integer[] is null or u.id = any($3)) order by u.name, u.id`,
    values(scope),
  );

/** The figures that stand, in the order they were entered. */
export const listReported = (manager: EntityManager, scope: ReconciliationScope): Promise<ReportedFigure[]> =>
  manager.query<ReportedFigure[]>(
    `select m.id, m.unit_id as "unitId", s.code as source, m.source_id as "sourceId", m.measure, m.amount::text as amount, m.paper, a.display_name as by, ${utc('m.entered_at')} as at
     from reported_money m join funding_source s on s.id = m.source_id left join account a on a.id = m.entered_by
     where ${of('m')} and m.annulled_at is null order by m.entered_at, m.id`,
    values(scope),
  );

export type SignedCells = Omit<ReconciliationSignOff, 'matches'> & { unitId: number };
/** Newest first. */
export const listSignOffs = (manager: EntityManager, scope: ReconciliationScope): Promise<SignedCells[]> =>
  manager.query<SignedCells[]>(
    `select k.id, k.unit_id as "unitId", a.display_name as "signedBy", ${utc('k.signed_at')} as "signedAt", k.tolerance::text as tolerance, k.note, k.cells
     from reconciliation_sign_off k left join account a on a.id = k.signed_by where ${of('k')} order by k.signed_at desc, k.id desc`,
    values(scope),
  );

import type { DataSource, EntityManager } from 'typeorm';
import type { Day, PeriodKind } from '@ocop/domain';
import type { PlanView } from './plan-view.js';

export interface RoundResult {
  no: number;
  recognised: number;
  dossiersSent: number;
}

export interface PeriodReporting {
  period: 'H1' | 'FY';
  name: string;
  clause: string;
  /** Null = the plan sets no day. */
  dueBefore: Day | null;
  expected: number;
  received: number;
  onTime: number;
}

/** The newest day on which anything of the plan is recorded, up to `until`, among the rows of the reader's scope. */
export async function newestFactOn(db: DataSource, planId: number, until: Day): Promise<Day | null> {
  const rows = await db.query<{ day: Day | null }[]>(
    'select max(happened_on) as day from plan_fact where plan_id = $1 and happened_on <= $2',
    [planId, until],
  );
  return rows[0]?.day ?? null;
}

/** Whether anything of a plan, beside its own issue, is dated between two days, both included. */
export async function hasFactBetween(db: DataSource, planId: number, from: Day, until: Day): Promise<boolean> {
  const [row] = await db.query<{ yes: boolean }[]>(
    `select (select count(*) from plan_fact where plan_id = $1 and happened_on between $2 and $3)
       > (select count(*) from plan where id = $1 and issued_on between $2 and $3) as yes`,
    [planId, from, until],
  );
  return row?.yes ?? false;
}

/** Whether anything of a plan is dated before a day, other than what may come before the plan: its money, and what is done in its work areas. */
export async function hasFactBefore(db: Pick<EntityManager, 'query'>, planId: number, day: Day): Promise<boolean> {
  const [row] = await db.query<{ yes: boolean }[]>(
    `select (select count(*) from plan_fact where plan_id = $1 and happened_on < $2)
       > (select count(*) from plan where id = $1 and issued_on < $2) + (select count(*) from funding_entry where plan_id = $1 and occurred_on < $2)
         + (select count(*) from standing_activity where plan_id = $1 and held_on < $2) as yes`,
    [planId, day],
  );
  return row?.yes ?? false;
}

/** Names of the communes that owe a report for a period and have sent none by the view's day. */
export async function communesWithoutReport(db: DataSource, { plan, asOf, units }: PlanView, period: PeriodKind): Promise<string[]> {
  const rows = await db.query<{ name: string }[]>(
    `select u.type || ' ' || u.name as name
     from plan p
     join plan_report_due d on d.plan_id = p.id and d.period = $3
     join unit u on u.parent_id = p.unit_id
       and coalesce(u.valid_from <= p.issued_on, true) and coalesce(u.valid_to >= p.issued_on, true)
       and ($4::integer[] is null or u.id = any($4))
     where p.id = $1 and not exists (
       select from standing_commune_report c where c.plan_id = p.id and c.unit_id = u.id and c.period = d.period and c.received_on <= $2)
     order by u.name`,
    [plan.id, asOf, period, units],
  );
  return rows.map(({ name }) => name);
}

/** Products recognised (and not revoked) and dossiers sent to the province, by round, as of a day. */
export function resultsByRound(db: DataSource, { plan, asOf, units }: PlanView): Promise<RoundResult[]> {
  return db.query<RoundResult[]>(
    `select pr.no,
       (count(distinct g.product_id) filter (where s.stage in ('recognised-3', 'recognised-4', 'recognised-5')))::int as recognised,
       (count(distinct r.id) filter (where s.stage = 'sent-to-province'))::int as "dossiersSent"
     from plan_round pr
     left join registration r on r.plan_id = pr.plan_id and ($3::integer[] is null or r.unit_id = any($3))
     left join standing_step s on s.registration_id = r.id and s.round_no = pr.no and s.happened_on <= $2
     left join standing_recognition g on g.registration_id = r.id and g.decided_on <= $2
       and (g.revoked_on is null or g.revoked_on > $2)
     where pr.plan_id = $1
     group by pr.no order by pr.no`,
    [plan.id, asOf, units],
  );
}

/**
 * Commune reports owed, received and received in time, by period, as of a day. Owed by each commune of the plan's unit
 * that was valid when the plan was issued; in time = received before the plan's day, or before the usual one.
 */
export function reportingByPeriod(
  db: DataSource,
  { plan, asOf, units }: PlanView,
  usual: Readonly<Record<'H1' | 'FY', Day>>,
): Promise<PeriodReporting[]> {
  return db.query<PeriodReporting[]>(
    `select d.period, d.name, d.clause, d.due_before as "dueBefore", count(u.id)::int as expected,
       count(c.id)::int as received, (count(c.id) filter (
         where c.received_on < coalesce(d.due_before, case d.period when 'H1' then $3::date else $4::date end)))::int as "onTime"
     from plan p
     join plan_report_due d on d.plan_id = p.id
     join unit u on u.parent_id = p.unit_id
       and coalesce(u.valid_from <= p.issued_on, true) and coalesce(u.valid_to >= p.issued_on, true)
       and ($5::integer[] is null or u.id = any($5))
     left join standing_commune_report c on c.plan_id = p.id and c.unit_id = u.id and c.period = d.period and c.received_on <= $2
     where p.id = $1
     group by d.plan_id, d.period order by d.period desc`,
    [plan.id, asOf, usual.H1, usual.FY, units],
  );
}

/** What hangs on parts of a plan: the last round that a registration is or was in, or a result is of (null = none), and the periods of which reports were received. */
export async function partsInUse(db: Pick<EntityManager, 'query'>, planId: number): Promise<{ lastRound: number | null; periods: PeriodKind[] }> {
  const [row] = await db.query<{ lastRound: number | null; periods: PeriodKind[] }[]>(
    `select (select max(f.round_no) from (select registration_id, round_no from standing_step union all select registration_id, round_no from standing_evaluation) f
         join registration r on r.id = f.registration_id where r.plan_id = $1) as "lastRound",
       array(select distinct period from commune_report where plan_id = $1) as periods`,
    [planId],
  );
  return row ?? { lastRound: null, periods: [] };
}

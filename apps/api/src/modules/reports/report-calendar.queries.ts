import type { PlannedReport, ReportProgress } from '@ocop/contracts';
import { USUAL_REPORT_SCHEDULE, type AttemptOutcome, type Day, type PeriodKind, type ReportSchedule } from '@ocop/domain';
import type { DataSource, EntityManager } from 'typeorm';
import { utc } from '../../platform/database/entered.js';
import type { Sight } from '../plans/plans-in-sight.service.js';

type Db = Pick<DataSource | EntityManager, 'query'>;

/** A plan's report in the calendar, whether its time has come or not. */
export interface CalendarRow {
  planId: number;
  year: number;
  issuedOn: Day;
  period: PeriodKind;
  schedule: ReportSchedule;
  /** Null until its time has come. */
  run: { id: number; plannedAt: string; outcome: Exclude<AttemptOutcome, 'superseded'> | null } | null;
  attempts: PlannedReport['attempts'];
  report: PlannedReport['report'];
}

const USUAL = USUAL_REPORT_SCHEDULE;

/** Of each plan of `units` (null = all), and of the locality chosen among them, both reports, newest year first. */
export const listCalendar = (db: Db, { units, locality }: Sight = { units: null, locality: null }): Promise<CalendarRow[]> =>
  db.query<CalendarRow[]>(
    `select p.id as "planId", p.year, p.issued_on as "issuedOn", k.period,
       json_build_object('cutoffs', coalesce(s.cutoffs, $2), 'afterDays', coalesce(s.after_days, $3), 'at', coalesce(s.at, $4),
         'remindDays', coalesce(s.remind_days, $5), 'active', coalesce(s.active, true)) as schedule,
       case when r.id is not null then json_build_object('id', r.id, 'plannedAt', ${utc('r.planned_at')}, 'outcome', r.outcome) end as run,
       coalesce((select json_agg(json_build_object('startedAt', ${utc('a.started_at')}, 'endedAt', ${utc('a.ended_at')}, 'outcome', a.outcome, 'error', a.error) order by a.no)
         from report_attempt a where a.run_id = r.id), '[]') as attempts,
       case when r.report_id is not null then json_build_object('id', r.report_id, 'number', i.number,
         'state', coalesce((select t.state from report_step t where t.report_id = r.report_id order by t.no desc limit 1), 'draft')) end as report
     from plan p cross join (values ('H1', 1), ('FY', 2)) k (period, nth)
       left join report_schedule s on s.unit_id = p.unit_id and s.period = k.period
       left join report_run r on r.plan_id = p.id and r.period = k.period
       left join report_issue i on i.report_id = r.report_id
     where ($1::integer[] is null or p.unit_id = any($1)) and ($6::integer is null or p.unit_id = $6) order by p.year desc, k.nth desc, p.unit_id`,
    [units, USUAL.cutoffs, USUAL.afterDays, USUAL.at, USUAL.remindDays, locality],
  );

/** The schedules of a unit, usual where nobody decided otherwise. */
export async function schedulesOf(db: Db, unitId: number): Promise<Record<PeriodKind, ReportSchedule>> {
  const decided = await db.query<(ReportSchedule & { period: PeriodKind })[]>(
    'select period, cutoffs, after_days as "afterDays", at, remind_days as "remindDays", active from report_schedule where unit_id = $1',
    [unitId],
  );
  const of = (kind: PeriodKind): ReportSchedule => {
    const { period: _, ...schedule } = decided.find(({ period }) => period === kind) ?? { period: kind, ...USUAL };
    return schedule;
  };
  return { H1: of('H1'), FY: of('FY') };
}

/** How far the reports in sight are that were planned for the same time as the newest that still waits; null = none waits. */
export async function progressOf(db: Db, { units, locality }: Sight): Promise<ReportProgress['batch']> {
  const [batch] = await db.query<NonNullable<ReportProgress['batch']>[]>(
    `select ${utc('r.planned_at')} as "plannedAt", count(*)::int as total, (count(*) filter (where r.outcome is not null))::int as done,
       (count(*) filter (where r.outcome = 'failed'))::int as failed
     from report_run r join plan p on p.id = r.plan_id where ($1::integer[] is null or p.unit_id = any($1)) and ($2::integer is null or p.unit_id = $2)
     group by r.planned_at having count(*) filter (where r.outcome is null) > 0 order by r.planned_at desc limit 1`,
    [units, locality],
  );
  return batch ?? null;
}

export interface RunToMake {
  id: number;
  planId: number;
  year: number;
  period: PeriodKind;
}

/** Locks a run that still waits, until the transaction ends; null = it has ended, or there is none. */
export async function waitingRun(manager: EntityManager, id: number): Promise<RunToMake | null> {
  const [run] = await manager.query<RunToMake[]>(
    `select r.id, r.plan_id as "planId", p.year, r.period from report_run r join plan p on p.id = r.plan_id
     where r.id = $1 and r.outcome is null for update of r`,
    [id],
  );
  return run ?? null;
}

/** Attempts since the run was opened (again): how many failed, and how many there were. */
export async function triesOf(manager: EntityManager, id: number): Promise<{ failed: number; all: number }> {
  const [tries] = await manager.query<{ failed: number; all: number }[]>(
    `select count(*) filter (where a.outcome = 'failed')::int as failed, count(*)::int as all
     from report_attempt a join report_run r on r.id = a.run_id where r.id = $1 and a.started_at >= coalesce(r.reopened_at, '-infinity')`,
    [id],
  );
  return tries ?? { failed: 0, all: 0 };
}

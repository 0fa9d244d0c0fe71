import type { Activity, ActivityQuery } from '@ocop/contracts';
import { reportingPeriod, searchKey, USUAL_REPORT_SCHEDULE, type Cutoffs, type Day } from '@ocop/domain';
import type { SnapshotActivity } from '@ocop/reports';
import type { EntityManager } from 'typeorm';
import { ENTERED_JOINS, utc } from '../../platform/database/entered.js';
import { withRowScope } from '../../platform/database/row-scope.js';
import type { PlanView } from '../plans/plan-view.js';

type Db = Pick<EntityManager, 'query'>;
type Filters = Pick<ActivityQuery, 'workArea' | 'unit' | 'search'>;

/** What of a plan somebody sees up to a day; what is of no commune is the plan's own, seen by who sees the unit of the plan. */
const ACTIVITIES = `from standing_activity x join plan p on p.id = x.plan_id left join unit u on u.id = x.unit_id`;
const IN_REACH = `x.held_on <= $2 and ($3::integer[] is null or coalesce(x.unit_id, p.unit_id) = any($3))`;
const IN_SCOPE = `x.plan_id = $1 and ${IN_REACH}`;
const COLUMNS = `x.work_area_no as "workArea", x.name, x.held_on as "heldOn", x.ended_on as "endedOn", u.type || ' ' || u.name as "unitName", x.participants, x.paper`;
const ALL_COLUMNS = `x.id, ${COLUMNS}, w.name as "workAreaName", x.unit_id as "unitId", x.note, author.display_name as "enteredBy", ${utc('x.entered_at')} as "enteredAt"`;

const scopeOf = ({ plan, asOf, units }: PlanView): unknown[] => [plan.id, asOf, units];

function matching(view: PlanView, { workArea, unit, search }: Filters): { from: string; values: unknown[] } {
  const values = scopeOf(view);
  const bind = (value: unknown) => `$${values.push(value)}`;
  const where = [IN_SCOPE];
  if (workArea !== undefined) where.push(`x.work_area_no = ${bind(workArea)}`);
  if (unit !== undefined) where.push(unit === 'none' ? 'x.unit_id is null' : `x.unit_id = ${bind(unit)}`);
  // PostgreSQL text holds no NUL.
  for (const word of searchKey((search ?? '').replaceAll('\0', ' ')).split(' ').filter((text) => text !== '')) where.push(`strpos(x.search_key, ${bind(word)}) > 0`);
  return { from: `${ACTIVITIES} where ${where.join(' and ')}`, values };
}

/** Ids of every activity that matches, the newest first, and the sum of those who took part; null = it was counted of none. */
export async function matchingActivities(db: Db, view: PlanView, filters: Filters): Promise<{ ids: number[]; participants: number | null }> {
  const { from, values } = matching(view, filters);
  const [row] = await db.query<{ ids: number[]; participants: number | null }[]>(
    `select coalesce(array_agg(x.id order by x.held_on desc, x.id desc), '{}') as ids, sum(x.participants)::float8 as participants ${from}`,
    values,
  );
  return row ?? { ids: [], participants: null };
}

/** These activities, in this order; one taken back since they were found is among them, so that a page or a file has as many as it says. */
export const activitiesOf = (db: Db, ids: readonly number[]): Promise<Activity[]> =>
  db.query<Activity[]>(
    `select ${ALL_COLUMNS} from activity x join work_area w on w.plan_id = x.plan_id and w.no = x.work_area_no left join unit u on u.id = x.unit_id ${ENTERED_JOINS}
     where x.id = any($1) order by array_position($1, x.id)`,
    [ids],
  );

/** How many lie in each work area of the plan. */
export const countByArea = (db: Db, view: PlanView): Promise<{ workArea: number; name: string; count: number }[]> =>
  db.query(
    `select w.no as "workArea", w.name, (select count(*)::int ${ACTIVITIES} where ${IN_SCOPE} and x.work_area_no = w.no) as count
     from work_area w where w.plan_id = $1 order by w.no`,
    scopeOf(view),
  );

/**
 * Activities held between two days up to the view's, in the order of work areas, days and numbers. A reporting year begins in
 * the plan year before: what was entered under that plan is among them, in the work area of its number, once.
 */
export const heldBetween = (db: Db, view: PlanView, first: Day, last: Day): Promise<SnapshotActivity[]> =>
  db.query<SnapshotActivity[]>(
    `select ${COLUMNS} ${ACTIVITIES} where ${IN_REACH} and x.held_on between $4 and $5
       and (x.plan_id = $1 or p.unit_id = $6 and p.year = $7 and not exists (
         select from standing_activity own where own.plan_id = $1 and own.work_area_no = x.work_area_no and own.held_on = x.held_on
           and own.unit_id is not distinct from x.unit_id and own.name_key = x.name_key))
     order by x.work_area_no, x.held_on, x.id`,
    [...scopeOf(view), first, last, view.plan.unitId, view.plan.year - 1],
  );

/** Where the reporting year of a plan begins: with the period of its yearly report, by the cut-offs its office decided. */
export async function reportingYearFrom(db: Db, { year, unitId }: PlanView['plan']): Promise<Day> {
  // A commune does not see how its town makes its reports, and enters by the same days.
  const [decided] = await withRowScope('all', () => db.query<{ cutoffs: Cutoffs }[]>(`select cutoffs from report_schedule where unit_id = $1 and period = 'FY'`, [unitId]));
  return reportingPeriod(year, 'FY', decided?.cutoffs ?? USUAL_REPORT_SCHEDULE.cutoffs).firstDay;
}

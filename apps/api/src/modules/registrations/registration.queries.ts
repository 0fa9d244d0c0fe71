import type { Registration, RegistrationQuery } from '@ocop/contracts';
import { REGISTRATION_KINDS, REGISTRATION_STAGES, searchKey, type Day, type PastRegistration } from '@ocop/domain';
import type { DataSource } from 'typeorm';
import type { PlanView } from '../plans/plan-view.js';

const DEFAULT_PAGE_SIZE = 50;

const sqlArray = (words: readonly string[]) => `array['${words.join("', '")}']`;

const sortColumns: Readonly<Record<NonNullable<RegistrationQuery['sort']>, string>> = {
  position: 'r.position',
  productName: 'p.name',
  producerName: 'm.name',
  unitName: 'u.name',
  kind: `array_position(${sqlArray(REGISTRATION_KINDS)}, r.kind)`,
  stage: 'step.stage_rank',
  stageOn: 'step.happened_on',
};

// A registration is on the list from its first step on; at which stage is looked up where it is asked for.
const LISTED = `
  from registration r
  join plan on plan.id = r.plan_id
  join product p on p.id = r.product_id
  join producer m on m.id = p.producer_id
  join unit u on u.id = r.unit_id`;
const WITH_STEP = `${LISTED}
  join lateral (
    select s.stage, s.happened_on, s.round_no, array_position(${sqlArray(REGISTRATION_STAGES)}, s.stage) as stage_rank
    from standing_step s
    where s.registration_id = r.id and s.happened_on <= $2
    order by s.happened_on desc, s.id desc limit 1
  ) step on true`;
const WITH_RESULT = `${WITH_STEP}
  left join lateral (
    select trim_scale(e.points)::text as points, e.stars, e.evaluated_on
    from standing_evaluation e where e.registration_id = r.id and e.level = 'town' and e.evaluated_on <= $2
    order by e.evaluated_on desc, e.id desc limit 1
  ) result on true`;
const IN_SCOPE = 'r.registered_on <= $2 and ($3::integer[] is null or r.unit_id = any($3))';
const ON_LIST = `where ${IN_SCOPE} and r.plan_id = $1`;

// As the domain's supplementState says.
const SUPPLEMENT = `case when r.registered_on <= plan.issued_on then 'listed'
  when r.registered_on < plan.supplement_before then 'supplement' else 'late-supplement' end`;

const COLUMNS = `
  r.id, r.position, p.id as "productId", p.name as "productName", m.name as "producerName", m.kind as "producerKind",
  u.id as "unitId", u.type || ' ' || u.name as "unitName", r.address_as_written as "addressAsWritten", r.kind,
  step.stage, step.happened_on as "stageOn", step.round_no as "roundNo", r.note,
  (select g.stars from standing_recognition g where g.registration_id = r.id and g.decided_on <= $2
     and (g.revoked_on is null or g.revoked_on > $2) order by g.decided_on desc limit 1) as stars,
  result.points, result.stars as "awardedStars", result.evaluated_on as "resultOn", r.version,
  ${SUPPLEMENT} as supplement`;

type Filters = Omit<RegistrationQuery, 'year' | 'asOf'>;

function conditions(filters: Filters, values: unknown[]): string {
  const add = (condition: (parameter: string) => string, value: unknown) => {
    values.push(value);
    return ` and ${condition(`$${values.length}`)}`;
  };
  let sql = '';
  if (filters.kind) sql += add((value) => `r.kind = ${value}`, filters.kind);
  if (filters.stage) sql += add((value) => `step.stage = ${value}`, filters.stage);
  if (filters.round) sql += add((value) => `step.round_no = ${value}`, filters.round);
  if (filters.supplement) sql += add((value) => `${SUPPLEMENT} = ${value}`, filters.supplement);
  if (filters.unit) sql += add((value) => `r.unit_id = ${value}`, filters.unit);
  // PostgreSQL text holds no NUL.
  const words = searchKey((filters.search ?? '').replaceAll('\0', ' ')).split(' ');
  for (const word of words.filter((part) => part !== '')) {
    // Found without diacritics in the product, its producer or its place.
    sql += add(
      (value) => `(strpos(p.search_key, ${value}) > 0 or strpos(m.search_key, ${value}) > 0 or strpos(u.search_key, ${value}) > 0)`,
      word,
    );
  }
  return sql;
}

function registrationsThatMatch({ plan, asOf, units }: PlanView, filters: Filters) {
  const values: unknown[] = [plan.id, asOf, units];
  const where = conditions(filters, values);
  const { stage, round, sort } = filters;
  const matching = `${stage || round || sort?.startsWith('stage') ? WITH_STEP : LISTED} ${ON_LIST} ${where}`;
  const direction = filters.order === 'desc' ? 'desc' : 'asc';
  return { matching, inOrder: `select r.id ${matching} order by ${sortColumns[filters.sort ?? 'position']} ${direction}, r.position`, values };
}

/** A page of a plan's registrations at their stage on a day, and how many there are in all. */
export async function registrationsOn(db: DataSource, view: PlanView, filters: Filters): Promise<{ items: Registration[]; total: number }> {
  const { matching, inOrder, values } = registrationsThatMatch(view, filters);
  const pageSize = filters.pageSize ?? DEFAULT_PAGE_SIZE;
  const offset = ((filters.page ?? 1) - 1) * pageSize;
  const [rows, totals] = await Promise.all([
    db.query<{ id: number }[]>(`${inOrder} limit ${pageSize} offset ${offset}`, values),
    db.query<{ total: number }[]>(`select count(*)::int as total ${matching}`, values),
  ]);
  // What is shown is looked up for the page alone.
  const items = await registrationsOf(db, view, rows.map(({ id }) => id));
  return { items, total: totals[0]?.total ?? 0 };
}

/** The ids of every registration that matches, in the order asked. */
export async function registrationIdsOn(db: DataSource, view: PlanView, filters: Filters): Promise<number[]> {
  const { inOrder, values } = registrationsThatMatch(view, filters);
  const rows = await db.query<{ id: number }[]>(inOrder, values);
  return rows.map(({ id }) => id);
}

/** These registrations of the plan, in this order. */
export const registrationsOf = (db: DataSource, { plan, asOf, units }: PlanView, ids: readonly number[]): Promise<Registration[]> =>
  db.query<Registration[]>(`select ${COLUMNS} ${WITH_RESULT} ${ON_LIST} and r.id = any($4) order by array_position($4, r.id)`, [plan.id, asOf, units, ids]);

/** Every registration of a plan at its stage on a day, in the order of the list. */
export const allRegistrationsOn = (db: DataSource, { plan, asOf, units }: PlanView): Promise<Registration[]> =>
  db.query<Registration[]>(`select ${COLUMNS} ${WITH_RESULT} ${ON_LIST} order by r.position`, [plan.id, asOf, units]);

/** Every step to `stage` of a plan's registrations by a day, those of a registration one after another from its first on. */
export function stepsTo(
  db: DataSource,
  { plan, asOf, units }: PlanView,
  stage: Registration['stage'],
): Promise<{ id: number; productId: number; productName: string; unitName: string; reachedOn: Day; roundNo: number | null; paper: string | null }[]> {
  return db.query(
    `select r.id, p.id as "productId", p.name as "productName", u.type || ' ' || u.name as "unitName",
       s.happened_on as "reachedOn", s.round_no as "roundNo", s.paper
     from registration r
     join product p on p.id = r.product_id
     join unit u on u.id = r.unit_id
     join standing_step s on s.registration_id = r.id and s.stage = $2 and s.happened_on <= $3
     where r.plan_id = $1 and ($4::integer[] is null or r.unit_id = any($4))
     order by r.position, r.id, s.happened_on, s.id`,
    [plan.id, stage, asOf, units],
  );
}

/** Registrations by id or product as they stand on a day, each with its plan year, oldest first. */
export async function registrationsNow(
  db: DataSource,
  units: readonly number[] | null,
  today: Day,
  which: { id: number } | { productId: number },
): Promise<{ registration: Registration; year: number }[]> {
  const column = 'id' in which ? 'r.id' : 'r.product_id';
  const rows = await db.query<(Registration & { year: number })[]>(
    `select ${COLUMNS}, plan.year ${WITH_RESULT} where ${IN_SCOPE} and ${column} = $1 order by plan.year, r.id`,
    ['id' in which ? which.id : which.productId, today, units],
  );
  return rows.map(({ year, ...registration }) => ({ registration, year }));
}

export function pastFirstTime(db: DataSource, { plan, units }: PlanView): Promise<PastRegistration[]> {
  return db.query<PastRegistration[]>(
    `select array_agg(distinct s.stage) as stages, exists (
       select 1 from standing_recognition g where g.registration_id = r.id and g.decided_on <= make_date(p.year, 12, 31)
         and (g.revoked_on is null or g.revoked_on > make_date(p.year, 12, 31))) as recognised
     from plan p
     join registration r on r.plan_id = p.id and r.kind = 'new' and ($3::integer[] is null or r.unit_id = any($3))
     join standing_step s on s.registration_id = r.id and s.happened_on <= make_date(p.year, 12, 31)
     where p.unit_id = $1 and p.year < $2
     group by r.id, p.year`,
    [plan.unitId, plan.year, units],
  );
}

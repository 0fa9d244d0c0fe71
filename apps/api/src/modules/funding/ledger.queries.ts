import type { FundingWarning, FundingWarningQuery, LedgerEntry, LedgerPage, LedgerQuery } from '@ocop/contracts';
import { FUNDING_STAGES, searchKey } from '@ocop/domain';
import type { DataSource } from 'typeorm';
import { utc } from '../../platform/database/entered.js';
import { filtered, fundingSums, IN_SCOPE, type FundingScope } from './funding-sums.query.js';

export const DEFAULT_PAGE_SIZE = 50;

const ENTRY_COLUMNS = `
  f.id::float8 as id, f.posting, p.year, s.code as source, s.name as "sourceName", f.stage, f.amount::text as amount, f.occurred_on as "occurredOn",
  f.unit_id as "unitId", u.type || ' ' || u.name as "unitName", f.work_area_no as "workArea", f.product_id as "productId", o.name as "productName",
  f.producer_id as "producerId", m.name as "producerName", f.activity, f.paper_number as "paperNumber", f.paper_on as "paperOn", f.note,
  f.reverses_id::float8 as reverses, (select r.id::float8 from funding_entry r where r.reverses_id = f.id) as "reversedBy",
  (select count(*)::int from funding_warning w where w.entry_id = f.id and w.resolved_at is null) as "openWarnings",
  author.display_name as "enteredBy", ${utc('f.entered_at')} as "enteredAt"`;
/** Every one of them by a key, so that PostgreSQL leaves out those that nothing is asked of. */
const ENTRY_JOINS = `
  left join plan p on p.id = f.plan_id left join funding_source s on s.id = f.source_id left join unit u on u.id = f.unit_id
  left join product o on o.id = f.product_id left join producer m on m.id = f.producer_id left join account author on author.id = f.entered_by`;

const orders: Readonly<Record<NonNullable<LedgerQuery['sort']>, string>> = {
  occurredOn: 'f.occurred_on', amount: 'f.amount', source: 's.position', stage: `array_position(array['${FUNDING_STAGES.join("', '")}'], f.stage)`, unit: 'u.name', enteredAt: 'f.id',
};

type Asked = Omit<LedgerQuery, 'year' | 'fromYear' | 'asOf'>;

/** Whether the kept sums can count and sum what matches, without the lines. */
const isOfSums = ({ search, posting, entry, warned }: Asked) => search === undefined && posting === undefined && entry === undefined && warned === undefined;

/** The lines that match, and the order they come in. */
function matchingEntries({ planIds, asOf, units }: FundingScope, query: Asked): { from: string; order: string; values: unknown[] } {
  const values: unknown[] = [planIds, asOf, ...(units === null ? [] : [units])];
  const bind = (value: unknown) => `$${values.push(value)}`;
  // One plan is named as one: only then does the index of days give the order too.
  const ofPlans = planIds.length === 1 ? 'f.plan_id = ($1::integer[])[1]' : 'f.plan_id = any($1)';
  const { source, month, ...others } = query;
  const where = [`${ofPlans} and f.occurred_on <= $2${filtered(others, values)}`];
  // No join decides which lines match unless it must: the planner takes an index of the ledger then, not a join over all of it.
  if (units !== null) where.push(IN_SCOPE);
  if (source !== undefined) where.push(`f.source_id = any(array(select id from funding_source where plan_id = any($1) and code = ${bind(source)}))`);
  if (month !== undefined) where.push(`f.occurred_on between ${bind(`${month}-01`)}::date and (${bind(`${month}-01`)}::date + interval '1 month - 1 day')::date`);
  if (query.posting !== undefined) where.push(`f.posting = ${bind(query.posting)}`);
  if (query.entry !== undefined) {
    const id = bind(query.entry);
    where.push(`(f.id = ${id} or f.reverses_id = ${id} or f.id = (select named.reverses_id from funding_entry named where named.id = ${id}))`);
  }
  if (query.warned !== undefined) where.push('exists (select 1 from funding_warning w where w.entry_id = f.id and w.resolved_at is null)');
  for (const word of searchKey(query.search?.replaceAll('\0', ' ') ?? '').split(' ').filter((text) => text !== '')) {
    const pattern = bind(`%${word.replace(/[\\%_]/g, '\\$&')}%`);
    where.push(`(f.search_key like ${pattern} or o.search_key like ${pattern} or m.search_key like ${pattern})`);
  }
  const direction = query.order ?? (query.sort === undefined ? 'desc' : 'asc');
  return {
    from: `from funding_entry f ${ENTRY_JOINS} where ${where.join(' and ')}`,
    order: `order by ${orders[query.sort ?? 'occurredOn']} ${direction}${query.sort === 'unit' ? ' nulls last' : ''}, f.id ${direction}`,
    values,
  };
}

/** Ids of every line that matches, in their order. */
export async function matchingIds(db: DataSource, scope: FundingScope, query: Asked): Promise<string[]> {
  const { from, order, values } = matchingEntries(scope, query);
  return (await db.query<{ id: string }[]>(`select f.id ${from} ${order}`, values)).map(({ id }) => id);
}

/** These lines, in this order. */
export const entriesOf = (db: DataSource, ids: readonly string[]): Promise<LedgerEntry[]> =>
  db.query<LedgerEntry[]>(`select ${ENTRY_COLUMNS} from unnest($1::bigint[]) with ordinality wanted (id, place) join funding_entry f using (id) ${ENTRY_JOINS} order by wanted.place`, [ids]);

/** A page of the ledger with the number and the sum of all that matches. */
export async function listEntries(db: DataSource, scope: FundingScope, query: Asked): Promise<LedgerPage> {
  const { page = 1, pageSize = DEFAULT_PAGE_SIZE } = query;
  const { from, order, values } = matchingEntries(scope, query);
  const [rows, sums] = await Promise.all([
    db.query<{ id: string }[]>(`select f.id ${from} ${order} limit ${pageSize} offset ${(page - 1) * pageSize}`, values),
    isOfSums(query)
      ? fundingSums(db, scope, [], query)
      : db.query<{ amount: string | null; entries: number }[]>(`select sum(f.amount)::text as amount, count(*)::int as entries ${from}`, values),
  ]);
  const ids = rows.map(({ id }) => id);
  const items = ids.length === 0 ? [] : await entriesOf(db, ids);
  return { items, total: sums[0]?.entries ?? 0, amount: sums[0]?.amount ?? null };
}

export type WarningRow = Omit<FundingWarning, 'sentence' | 'entry'> & { detail: Record<string, string | number | null>; entryId: number };

const WARNINGS = `from funding_warning w join funding_entry f on f.id = w.entry_id join plan p on p.id = f.plan_id
  left join account author on author.id = f.entered_by left join account resolver on resolver.id = w.resolved_by`;
const WARNING_COLUMNS = `w.id, w.doubt, w.detail, w.reason, author.display_name as "raisedBy", ${utc('f.entered_at')} as "raisedAt", f.id::float8 as "entryId",
  case when w.resolved_at is null then null else json_build_object('by', resolver.display_name, 'at', ${utc('w.resolved_at')}, 'note', w.resolution) end as resolved`;

/** Warnings about the entries of a plan, open ones first, the newest first; without a page size, all of them. */
export async function listWarnings(db: DataSource, planId: number, units: readonly number[] | null, { state, page = 1 }: Pick<FundingWarningQuery, 'state' | 'page'>, pageSize: number | null): Promise<{ items: (WarningRow & { entry: LedgerEntry })[]; total: number }> {
  const values = [planId, units];
  const where = `where f.plan_id = $1 and ($2::integer[] is null or coalesce(f.unit_id, p.unit_id) = any($2))${
    state === undefined ? '' : ` and w.resolved_at is ${state === 'open' ? '' : 'not '}null`}`;
  const [rows, [count]] = await Promise.all([
    db.query<WarningRow[]>(`select ${WARNING_COLUMNS} ${WARNINGS} ${where} order by (w.resolved_at is null) desc, w.id desc${pageSize === null ? '' : ` limit ${pageSize} offset ${(page - 1) * pageSize}`}`, values),
    db.query<{ total: number }[]>(`select count(*)::int as total ${WARNINGS} ${where}`, values),
  ]);
  const entries = new Map((await entriesOf(db, [...new Set(rows.map(({ entryId }) => String(entryId)))])).map((entry) => [entry.id, entry]));
  const items = rows.flatMap((row) => {
    const entry = entries.get(row.entryId);
    return entry === undefined ? [] : [{ ...row, entry }];
  });
  return { items, total: count?.total ?? 0 };
}

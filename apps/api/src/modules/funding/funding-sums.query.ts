import type { FundingFilters, FundingGrouping, FundingSummaryRow } from '@ocop/contracts';
import { FUNDING_STAGES, type Day } from '@ocop/domain';
import type { EntityManager } from 'typeorm';

/** Which money is summed: of which plans, up to which day, for whose eyes; null = every unit. */
export interface FundingScope {
  planIds: readonly number[];
  asOf: Day;
  units: readonly number[] | null;
}

/** Money of no commune is the plan's own: seen by who sees the unit of the plan. */
export const IN_SCOPE = `($3::integer[] is null or coalesce(f.unit_id, p.unit_id) = any($3))`;

interface Grouping {
  /** What the rows are summed by, before anything is named. */
  key: string;
  columns: readonly string[];
  order: string;
  join?: string;
}
const groupColumns: Readonly<Record<FundingGrouping, Grouping>> = {
  source: { key: 'source_id', columns: ['s.code as source'], order: 'min(s.position), s.code', join: 'join funding_source s on s.id = f.source_id' },
  stage: { key: 'stage', columns: ['f.stage'], order: `array_position(array['${FUNDING_STAGES.join("', '")}'], f.stage)` },
  unit: { key: 'unit_id', columns: [`u.type || ' ' || u.name as unit`, 'f.unit_id as "unitId"'], order: 'min(u.name)', join: 'left join unit u on u.id = f.unit_id' },
  workArea: { key: 'work_area_no', columns: ['f.work_area_no as "workArea"'], order: 'f.work_area_no' },
  month: { key: 'month', columns: [`to_char(f.month, 'YYYY-MM') as month`], order: 'min(f.month)' },
  year: { key: 'plan_id', columns: ['p.year'], order: 'p.year', join: 'join plan p on p.id = f.plan_id' },
  product: { key: 'product_id', columns: ['o.name as product', 'f.product_id as "productId"'], order: 'min(o.name)', join: 'left join product o on o.id = f.product_id' },
};

/** The conditions of the filters on rows `f` with the columns of a sum; values go behind those already there. */
export function filtered(filters: FundingFilters, values: unknown[]): string {
  const bind = (value: unknown) => `$${values.push(value)}`;
  const of = (column: string, wanted: number | 'none' | undefined) =>
    wanted === undefined ? '' : wanted === 'none' ? ` and ${column} is null` : ` and ${column} = ${bind(wanted)}`;
  return [
    filters.source === undefined ? '' : ` and s.code = ${bind(filters.source)}`,
    filters.stage === undefined ? '' : ` and f.stage = any(${bind(filters.stage)})`,
    filters.month === undefined ? '' : ` and f.month = ${bind(`${filters.month}-01`)}::date`,
    of('f.unit_id', filters.unit),
    of('f.work_area_no', filters.workArea),
    of('f.product_id', filters.product),
  ].join('');
}

const MONTH = `date_trunc('month', $2::date)::date`;
const nothing = 'null::integer';

/** The ledger itself, line by line; communes are read from an index alone. */
const lines = (units: FundingScope['units']) => `
  select f.plan_id, f.source_id, f.stage, f.unit_id, f.work_area_no, date_trunc('month', f.occurred_on)::date as month, f.product_id, f.amount, 1 as entries
  from funding_entry f where f.plan_id = any($1) and f.occurred_on <= $2${units === null ? '' : ' and (f.unit_id = any($3) or f.unit_id is null)'}`;
const linesOfCommunes = (units: FundingScope['units']) => lines(units).replace('f.product_id', `${nothing} as product_id`);

/** Whether nothing is later than the day. */
const NEWEST = `(select not exists (select 1 from funding_sum n where n.plan_id = any($1) and not n.by_area and n.span = 'day' and n.starts_on > $2::date))`;

/** Sums over all communes: a total when nothing is later than the day, else whole months and the days of the last one. */
const overCommunes = (byArea: boolean, byMonth: boolean) => {
  const cells = (span: string, condition: string) => `
    select c.plan_id, c.source_id, c.stage, ${nothing} as unit_id, nullif(c.work_area_no, 0) as work_area_no,
      ${span === 'total' ? 'null::date' : `date_trunc('month', c.starts_on)::date`} as month, ${nothing} as product_id, c.amount, c.entries
    from funding_sum c where c.plan_id = any($1) and ${byArea ? '' : 'not '}c.by_area and c.span = '${span}' and ${condition}`;
  const months = [cells('month', `c.starts_on < ${MONTH}`), cells('day', `c.starts_on between ${MONTH} and $2`)];
  if (byMonth) return months.join(' union all ');
  const [before, last] = [`${months[0] ?? ''} and not ${NEWEST}`, `${months[1] ?? ''} and not ${NEWEST}`];
  return [cells('total', NEWEST), before, last].join(' union all ');
};

/** Sums by commune, for who sees all of them: a total when nothing is later than the day, else the lines. `unit` narrows them in words their index knows. */
const byCommune = (unit: string) => `
  select c.plan_id, c.source_id, c.stage, nullif(c.unit_id, 0) as unit_id, ${nothing} as work_area_no, null::date as month, ${nothing} as product_id, c.amount, c.entries
  from funding_unit_sum c where c.plan_id = any($1) and ${NEWEST}${unit}
  union all
  select f.plan_id, f.source_id, f.stage, f.unit_id, ${nothing}, null::date, ${nothing}, sum(f.amount), sum(f.entries)
  from (${linesOfCommunes(null)} and not ${NEWEST}) f group by 1, 2, 3, 4`;

/**
 * Sums of the ledger in any combination of groupings and filters, up to a day, from the smallest kept sums that can tell.
 * Products, and communes by anything but source and stage on the newest day, are read from the ledger: a commune has so few
 * lines of one month, source, stage and work area that sums of them would be as many. In the order of the plan.
 * Without groupings: one row over all that match, its amount null when nothing does.
 */
export function fundingSums(db: Pick<EntityManager, 'query'>, { planIds, asOf, units }: FundingScope, groupings: readonly FundingGrouping[], filters: FundingFilters): Promise<FundingSummaryRow[]> {
  const asks = (...some: (FundingGrouping & keyof FundingFilters)[]) => some.some((grouping) => groupings.includes(grouping) || filters[grouping] !== undefined);
  const values: unknown[] = [planIds, asOf, units];
  const { unit } = filters;
  const ofUnit = () => (unit === undefined ? '' : unit === 'none' ? ' and c.unit_id = 0' : ` and c.unit_id = $${values.push(unit)}`);
  const kept = () => asks('unit') ? byCommune(ofUnit()) : overCommunes(asks('workArea'), asks('month'));
  const ofLines = () => asks('product') ? lines(units) : linesOfCommunes(units);
  const rows = asks('product') || units !== null || (asks('unit') && asks('workArea', 'month')) ? ofLines() : kept();
  const where = `${IN_SCOPE}${filtered(filters, values)}`;
  const grouped = groupings.map((grouping) => groupColumns[grouping]);
  const columns = grouped.flatMap((one) => one.columns);
  const keys = grouped.map(({ key }) => `f.${key}`).join(', ');
  return db.query<FundingSummaryRow[]>(
    `select ${[...columns, ''].join(', ')}sum(f.amount)::text as amount, coalesce(sum(f.entries), 0)::int as entries
     from (
       select ${keys === '' ? '' : `${keys}, `}sum(f.amount) as amount, sum(f.entries) as entries
       from (${rows}) f
       join plan p on p.id = f.plan_id
       join funding_source s on s.id = f.source_id
       where ${where}
       ${keys === '' ? '' : `group by ${keys}`}) f
     ${grouped.map(({ join = '' }) => join).join(' ')}
     ${columns.length === 0 ? '' : `group by ${columns.map((_, index) => index + 1).join(', ')} order by ${grouped.map(({ order }) => order).join(', ')}`}`,
    values,
  );
}

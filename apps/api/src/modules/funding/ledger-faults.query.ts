import { DOUBTED_TIMES, NEIGHBOURS, TINY_DONG, type Day, type FundingDoubt, type FundingStage } from '@ocop/domain';
import type { EntityManager } from 'typeorm';

/** A line that is to be written. */
export interface Candidate {
  part: number;
  source_id: number;
  stage: FundingStage;
  amount: string;
  occurred_on: Day;
  unit_id: number | null;
  work_area_no: number | null;
  product_id: number | null;
  producer_id: number | null;
  paper_number: string | null;
  paper_on: Day | null;
  /** The entry it takes back. */
  reverses_id: string | null;
}

/** Rules that refuse whatever the reason. */
type HardRule =
  | 'closed' | 'stage-of-kind' | 'negative' | 'after-today' | 'paper-after-today' | 'before-validity'
  | 'after-validity' | 'unknown-unit' | 'unit-ended' | 'unknown-work-area' | 'unknown-product' | 'unknown-producer'
  | 'producer-of-product' | 'over-ceiling' | 'over-allocated' | 'over-disbursed';

/** What a rule finds about a part, with what the sentence about it needs. */
export interface LedgerFault {
  part: number;
  rule: HardRule | FundingDoubt;
  detail: Record<string, string | number | null>;
}

/** What entries of the whole source come to. */
const SUMS: Partial<Record<LedgerFault['rule'], readonly string[]>> = {
  'over-ceiling': ['allocated'], 'over-allocated': ['allocated', 'disbursed'], 'over-disbursed': ['disbursed', 'settled'], thousandfold: ['median'],
};
/** The same for who does not see the whole plan. */
export const withoutSums = ({ part, rule, detail }: LedgerFault): LedgerFault => ({ part, rule, detail: { ...detail, ...Object.fromEntries((SUMS[rule] ?? []).map((name) => [name, null])) } });

/** Not a fault: the posting is there. */
type Known = Omit<LedgerFault, 'rule'> & { rule: 'known' };

export const CANDIDATE_COLUMNS = `part integer, source_id integer, stage text, amount bigint, occurred_on date, unit_id integer, work_area_no integer,
  product_id integer, producer_id integer, paper_number text, paper_on date, reverses_id bigint`;
const COLUMN_NAMES = CANDIDATE_COLUMNS.replace(/ (integer|text|bigint|date)/g, '');
const SENT = `jsonb_to_recordset($5::jsonb) as sent (${CANDIDATE_COLUMNS})`;

const paperKey = (column: string) => `lower(regexp_replace(${column}, '\\s', '', 'g')) collate "C"`;
const standing = (entry: string) => `${entry}.reverses_id is null and not exists (select 1 from funding_entry r where r.reverses_id = ${entry}.id)`;
const sumOf = (amounts: string, stages: string) => `coalesce(sum(${amounts}) filter (where stage in (${stages})), 0)`;
const sums = (amounts: string) =>
  `${sumOf(amounts, `'allocated', 'adjusted'`)} as allocated, ${sumOf(amounts, `'disbursed'`)} as disbursed, ${sumOf(amounts, `'settled'`)} as settled`;
const found = (rule: HardRule | FundingDoubt | Known['rule'], detail: string, from: string) => `select c.part, '${rule}' as rule, ${detail} as detail from ${from}`;
const NO_DETAIL = `'{}'::jsonb`;
const details = (pairs: Record<string, string>) => `jsonb_build_object(${Object.entries(pairs).map(([name, sql]) => `'${name}', (${sql})::text`).join(', ')})`;

/** What a line `c` tells by itself, with its source `s`, commune `u`, work area `w`, product `o`, producer `m` and plan `p`. */
const OWN = 'c.reverses_id is null and';
const ofLine: readonly (readonly [rule: HardRule | FundingDoubt, wrong: string, detail: string])[] = [
  ['stage-of-kind', `${OWN} (s.kind = 'socialised') <> (c.stage in ('registered', 'contributed'))`, details({ source: 's.name', kind: 's.kind', stage: 'c.stage' })],
  ['negative', `${OWN} c.amount < 0 and c.stage <> 'adjusted'`, NO_DETAIL],
  ['after-today', 'c.occurred_on > $2', NO_DETAIL],
  ['paper-after-today', 'c.paper_on > $2', NO_DETAIL],
  ['before-validity', `${OWN} c.occurred_on < s.valid_from`, details({ source: 's.name', on: 's.valid_from' })],
  ['after-validity', `${OWN} c.occurred_on > s.valid_to`, details({ source: 's.name', on: 's.valid_to' })],
  ['unknown-unit', `${OWN} c.unit_id is not null and u.id is null`, NO_DETAIL],
  ['unit-ended', `${OWN} (c.occurred_on > u.valid_to or c.occurred_on < u.valid_from)`, details({ unit: 'u.name', on: 'u.valid_to', from: 'u.valid_from' })],
  ['unknown-work-area', `${OWN} c.work_area_no is not null and w.no is null`, NO_DETAIL],
  ['unknown-product', `${OWN} c.product_id is not null and o.id is null`, NO_DETAIL],
  ['unknown-producer', `${OWN} c.producer_id is not null and m.id is null`, NO_DETAIL],
  ['producer-of-product', `${OWN} c.producer_id <> o.producer_id`, details({ product: 'o.name' })],
  ['tiny', `${OWN} abs(c.amount) < ${TINY_DONG}`, details({ amount: 'c.amount' })],
  ['outside-fiscal-year', `${OWN} extract(year from c.occurred_on) <> p.year and not (c.stage = 'settled' and extract(year from c.occurred_on) = p.year + 1)`, details({ year: 'p.year' })],
];
/** What the lines of a source `c` bring it to, with what is there already. */
const ofSource: typeof ofLine = [
  ['over-ceiling', 'c.allocated > c.ceiling and c.more_allocated > 0', details({ source: 'c.name', ceiling: 'c.ceiling', allocated: 'c.allocated' })],
  ['over-allocated', `c.kind <> 'socialised' and c.disbursed > c.allocated and (c.more_disbursed > 0 or c.more_allocated < 0)`, details({ source: 'c.name', allocated: 'c.allocated', disbursed: 'c.disbursed' })],
  ['over-disbursed', `c.kind <> 'socialised' and c.settled > c.disbursed and (c.more_settled > 0 or c.more_disbursed < 0)`, details({ source: 'c.name', disbursed: 'c.disbursed', settled: 'c.settled' })],
];
/** Every rule of a list in one pass over `from`: first whether any is broken, then which. */
const brokenOf = (rules: typeof ofLine, from: string) => `
  select c.part, f.rule, f.detail from ${from}
  cross join lateral (values ${rules.map(([rule, wrong, detail]) => `('${rule}', ${wrong}, case when ${wrong} then ${detail} end)`).join(', ')}) f (rule, wrong, detail)
  where (${rules.map(([, wrong]) => `(${wrong})`).join(' or ')}) and f.wrong`;

const broken = [
  found('closed', NO_DETAIL, `(select min(part) as part from c) c where exists (select 1 from funding_closing k where k.plan_id = $1 and k.reopened_at is null)`),
  brokenOf(ofLine, `c cross join p join s on s.id = c.source_id left join communes u on u.id = c.unit_id left join work_area w on w.plan_id = p.id and w.no = c.work_area_no
    left join products o on o.id = c.product_id left join producers m on m.id = c.producer_id`),
  brokenOf(ofSource, 'after c'),
  found('thousandfold', details({ amount: 'c.amount', median: 'n.median' }), `own c join neighbours n on n.source_id = c.source_id and n.stage = c.stage
    where n.count > ${NEIGHBOURS.least} and (abs(c.amount) >= ${DOUBTED_TIMES}::numeric * n.median or abs(c.amount)::numeric * ${DOUBTED_TIMES} <= n.median)`),
  found('paper-twice', details({ paper: 'c.paper_number', on: 'e.occurred_on', amount: 'e.amount' }), `own c cross join lateral (
    select e.occurred_on, e.amount from (
      select * from funding_entry e where e.plan_id = $1 and ${paperKey('e.paper_number')} = c.paper_key offset 0) e
    where e.source_id = c.source_id and e.stage = c.stage
      and e.unit_id is not distinct from c.unit_id and e.posting <> all($3) and ${standing('e')} limit 1) e where c.paper_number is not null`),
  found('paper-twice', details({ paper: 'c.paper_number', on: 'c.occurred_on', amount: 'c.amount' }), `(
    select own.*, row_number() over (partition by paper_key, source_id, stage, unit_id order by part) as times from own
    where (paper_key, source_id, stage, coalesce(unit_id, 0)) in (
      select paper_key, source_id, stage, coalesce(unit_id, 0) from own where paper_key is not null group by 1, 2, 3, 4 having count(*) > 1)) c where c.times > 1`),
  found('unit-over-allocated', details({ source: 's.name', unit: 'u.name', allocated: 't.allocated + c.allocated', disbursed: 't.disbursed + c.disbursed' }), `(
      select min(part) as part, source_id, unit_id, ${sums('amount')} from own where unit_id is not null group by source_id, unit_id) c
    join s on s.id = c.source_id join communes u on u.id = c.unit_id
    cross join lateral (select ${sums('amount')} from funding_unit_sum t where t.plan_id = $1 and t.unit_id = c.unit_id and t.source_id = c.source_id) t
    where c.disbursed > 0 and t.allocated + c.allocated > 0 and t.disbursed + c.disbursed > t.allocated + c.allocated`),
];

/**
 * Products or producers that the lines name, as far as their producer `m` is of the plan and within the units of `reach`.
 * That is materialized so that no list of units is worth a plan of its own: planning takes longer than a posting.
 */
const inReach = (name: 'product' | 'producer', from: string, columns: string) => `
    select x.* from (select distinct ${name}_id as id from c where ${name}_id is not null) named, p, reach, lateral (
      select ${columns} from ${from} join unit u on u.id = m.unit_id left join unit up on up.id = u.parent_id
      where ${columns.split(',')[0]} = named.id and p.unit_id in (u.id, u.parent_id, up.parent_id) and (reach.units is null or u.id = any(reach.units)) offset 0) x`;

/**
 * Everything that is wrong with the lines of `candidates`, or doubtful; the same rules for one line and for a million.
 * Parameters: the plan, today, the keys of the postings, the units whose products and producers may be named (null = all of the plan).
 */
export const faultsOf = (candidates: string, more: readonly string[] = []) => `
  with c as materialized (select ${COLUMN_NAMES}, ${paperKey('paper_number')} as paper_key from ${candidates}),
  own as (select * from c where reverses_id is null),
  p as (select id, year, unit_id from plan where id = $1),
  s as (select id, code, name, kind, valid_from, valid_to, ceiling from funding_source where plan_id = $1),
  communes as (
    select u.* from (select distinct unit_id from c where unit_id is not null) named, p, lateral (
      select u.id, u.type || ' ' || u.name as name, u.valid_from, u.valid_to from unit u left join unit up on up.id = u.parent_id
      where u.id = named.unit_id and u.level = 'commune' and p.unit_id in (u.id, u.parent_id, up.parent_id) offset 0) u),
  reach as materialized (select $4::integer[] as units),
  products as (${inReach('product', 'product o join producer m on m.id = o.producer_id', 'o.id, o.name, o.producer_id')}),
  producers as (${inReach('producer', 'producer m', 'm.id')}),
  more as (select source_id, min(part) as part, ${sums('amount')} from c where amount > 0 or stage = 'adjusted' or reverses_id is not null group by source_id),
  already as (select source_id, ${sums('amount')} from funding_sum where plan_id = $1 and not by_area and span = 'total' group by source_id),
  after as (
    select m.part, s.name, s.kind, s.ceiling, m.allocated as more_allocated, m.disbursed as more_disbursed, m.settled as more_settled,
      m.allocated + coalesce(a.allocated, 0) as allocated, m.disbursed + coalesce(a.disbursed, 0) as disbursed, m.settled + coalesce(a.settled, 0) as settled
    from more m join s on s.id = m.source_id left join already a on a.source_id = m.source_id),
  named as (select distinct source_id, stage from own),
  near as materialized (
    select g.source_id, g.stage, q.id from named g join s on s.id = g.source_id cross join p
    join plan n on n.unit_id = p.unit_id and n.year between p.year - 1 and p.year join funding_source q on q.plan_id = n.id and q.code = s.code),
  neighbours as (
    select source_id, stage, count(*), percentile_disc(0.5) within group (order by amount) as median from (
      select n.source_id, n.stage, e.amount from near n cross join lateral (
        select abs(e.amount) as amount from funding_entry e where e.source_id = n.id and e.stage = n.stage and ${standing('e')}
        order by e.id desc limit ${NEIGHBOURS.most}) e
      union all
      select g.source_id, g.stage, o.amount from named g cross join lateral (
        select abs(o.amount) as amount from own o where o.source_id = g.source_id and o.stage = g.stage limit ${NEIGHBOURS.most}) o
    ) amounts group by 1, 2)
  ${[...broken, ...more].join('\n  union all ')}
  order by part`;

const KNOWN = found('known', NO_DETAIL, `(select min(part) as part from c) c where exists (select 1 from funding_entry f where f.posting = any($3))`);
const OF_POSTING = faultsOf(SENT, [KNOWN]);

/** Rules over the lines of one posting, or of several as if they were one, in its transaction, after its sources were locked; and whether any is written already. */
export async function faultsOfPosting(manager: EntityManager, planId: number, today: Day, postings: readonly string[], units: readonly number[] | null, candidates: readonly Candidate[]): Promise<{ known: boolean; faults: LedgerFault[] }> {
  const rows = await manager.query<(LedgerFault | Known)[]>(OF_POSTING, [planId, today, postings, units, JSON.stringify(candidates)]);
  const faults = rows.filter((row) => row.rule !== 'known');
  return { known: faults.length < rows.length, faults };
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

const BOTH = 'ocop_app, ocop_whole';
const IN_SCOPE = '(select unnest(ocop_units()))';
const ofPlanOrUnit = `unit_id in ${IN_SCOPE} or (unit_id = 0 and plan_id in (select p.id from plan p where p.unit_id in ${IN_SCOPE}))`;

/**
 * By what two numbers of a paper are the same: spaces and case do not matter. Keys are compared as bytes ("C") wherever
 * nobody reads their order: the Vietnamese order costs several times that for every line and index.
 */
const PAPER_KEY = `lower(regexp_replace(paper_number, '\\s', '', 'g')) collate "C"`;

/** The days that lines `f` sum up to; a million lines are few of them. */
const daysOf = (lines: string) => `
  select f.plan_id, f.source_id, f.stage, coalesce(f.work_area_no, 0) as work_area_no, f.occurred_on, sum(f.amount) as amount, count(*) as entries
  from ${lines} f group by 1, 2, 3, 4, 5`;
/** The sums without communes that lines `f` belong to. */
const sumsOf = (lines: string) => `
  select d.plan_id, a.by_area, p.span, p.starts_on, d.source_id, d.stage, a.no as work_area_no, sum(d.amount) as amount, sum(d.entries)::bigint as entries
  from (${daysOf(lines)}) d
  cross join lateral (values (false, 0), (true, d.work_area_no)) a (by_area, no)
  cross join lateral (values ('total', '-infinity'::date), ('month', date_trunc('month', d.occurred_on)::date), ('day', d.occurred_on)) p (span, starts_on)
  group by 1, 2, 3, 4, 5, 6, 7`;
const unitSumsOf = (lines: string) => `
  select f.plan_id, coalesce(f.unit_id, 0) as unit_id, f.source_id, f.stage, sum(f.amount) as amount, count(*) as entries from ${lines} f group by 1, 2, 3, 4`;

/**
 * Adds what lines of the ledger sum up to; in the order of the keys, so that the index grows from page to page.
 * @param parents what the sums belong to, in columns of their own
 */
const addTo = (table: string, key: string, sums: string, parents: Readonly<Record<string, string>> = {}) => `
  insert into ${table} (${[key, ...Object.keys(parents), 'amount', 'entries'].join(', ')})
  select ${[key, ...Object.values(parents), 'amount', 'entries'].join(', ')} from (${sums}) k order by ${key}
  on conflict on constraint ${table}_pkey do update set amount = ${table}.amount + excluded.amount, entries = ${table}.entries + excluded.entries`;
/** Only totals are asked for their parents: every other sum has one. */
const OF_SOURCE = `case span when 'total' then source_id end`;
const OF_WORK_AREA = `case span when 'total' then nullif(work_area_no, 0) end`;
const OF_UNIT = 'nullif(unit_id, 0)';
const SUM_KEY = 'plan_id, by_area, span, starts_on, source_id, stage, work_area_no';
const UNIT_SUM_KEY = 'plan_id, unit_id, source_id, stage';
const addSums = (lines: string) => [
  addTo('funding_sum', SUM_KEY, sumsOf(lines), { of_source: OF_SOURCE, of_work_area: OF_WORK_AREA }),
  addTo('funding_unit_sum', UNIT_SUM_KEY, unitSumsOf(lines), { of_unit: OF_UNIT }),
];

const ROWS_OF_UNITS = ['funding_sum', 'funding_unit_sum', 'funding_warning', 'funding_closing'];
/** What the first tables asked of each line; kept by the sums since. */
const PARENTS = [
  { name: 'funding_entry_plan_id_fkey', rule: '(plan_id) references plan (id)' },
  { name: 'funding_entry_unit_id_fkey', rule: '(unit_id) references unit (id)' },
  { name: 'funding_entry_plan_id_source_id_fkey', rule: '(plan_id, source_id) references funding_source (plan_id, id)' },
  { name: 'funding_entry_plan_id_work_area_no_fkey', rule: '(plan_id, work_area_no) references work_area (plan_id, no)' },
];

const up = [
  `alter table funding_source
    add column legal_basis text,
    add column valid_from date,
    add column valid_to date,
    add column ceiling bigint check (ceiling > 0 and ceiling < 1000000000000000),
    add column eligibility text,
    add column version integer not null default 1,
    add constraint funding_source_validity_in_order check (valid_from <= valid_to),
    drop constraint funding_source_position_once,
    add constraint funding_source_position_once unique (plan_id, position) deferrable`,

  `alter table funding_entry rename column paper to paper_number`,
  `alter table funding_entry
    add column posting uuid not null default gen_random_uuid(),
    add column part integer not null default 1 check (part > 0),
    add column paper_on date,
    add column search_key text,
    add column product_id integer references product (id),
    add column producer_id integer references producer (id),
    add column activity text,
    add column note text,
    add column reverses_id bigint references funding_entry (id),
    add column entered_by integer references account (id),
    add column entered_at timestamptz not null default now(),
    add constraint funding_entry_once unique (posting, part),
    add constraint funding_entry_none_is_null check (unit_id <> 0 and work_area_no <> 0),
    add constraint funding_entry_negative_takes_back check (amount > 0 or stage = 'adjusted' or reverses_id is not null)`,
  `alter table funding_entry disable trigger funding_entry_append_only`,
  `update funding_entry set search_key = lower(unaccent(paper_number)) where paper_number is not null`,
  `alter table funding_entry enable trigger funding_entry_append_only`,
  `alter table funding_entry alter column posting drop default`,
  `alter table funding_entry alter column stage type text collate "C"`,
  `create unique index funding_entry_reversed_once on funding_entry (reverses_id) where reverses_id is not null`,
  // A line belongs to a sum, and the sum to its source, work area and commune: asked once a sum, not four times a line.
  ...PARENTS.map(({ name }) => `alter table funding_entry drop constraint ${name}`),
  // What reads the ledger itself: a day of a plan, communes (summed from the index alone), a product, the neighbours of an amount, a paper.
  `drop index funding_entry_of_plan`,
  `create index funding_entry_of_day on funding_entry (plan_id, occurred_on, id)`,
  `create index funding_entry_of_unit on funding_entry (plan_id, unit_id, occurred_on) include (source_id, stage, work_area_no, amount)`,
  `create index funding_entry_of_source on funding_entry (source_id, stage, id)`,
  `create index funding_entry_of_product on funding_entry (product_id) where product_id is not null`,
  `create index funding_entry_of_paper on funding_entry (plan_id, (${PAPER_KEY})) where paper_number is not null`,

  // Sums without communes: by source and stage (and work area) for a day, a month, the whole plan. 0 = of no work area, of no commune.
  `create table funding_sum (
    plan_id integer not null,
    by_area boolean not null,
    span text collate "C" not null check (span in ('total', 'month', 'day')),
    starts_on date not null,
    source_id integer not null,
    stage text collate "C" not null,
    work_area_no integer not null,
    of_source integer constraint funding_sum_source_of_total check (of_source is not distinct from ${OF_SOURCE}),
    of_work_area integer constraint funding_sum_work_area_of_total check (of_work_area is not distinct from ${OF_WORK_AREA}),
    amount numeric(30) not null,
    entries bigint not null,
    foreign key (plan_id, of_source) references funding_source (plan_id, id),
    foreign key (plan_id, of_work_area) references work_area (plan_id, no),
    primary key (plan_id, by_area, span, starts_on, source_id, stage, work_area_no)
  ) with (fillfactor = 50)`,
  `create table funding_unit_sum (
    plan_id integer not null,
    unit_id integer not null,
    source_id integer not null,
    stage text collate "C" not null,
    of_unit integer references unit (id) constraint funding_unit_sum_of_its_unit check (of_unit is not distinct from ${OF_UNIT}),
    amount numeric(30) not null,
    entries bigint not null,
    primary key (plan_id, unit_id, source_id, stage)
  ) with (fillfactor = 80)`,
  ...addSums('funding_entry'),

  // Sources first, in one order: two who write at once wait for each other, and never both.
  `create function ledger_summed() returns trigger language plpgsql security definer set search_path = public, pg_temp set work_mem = '64MB' as $$
    begin
      if exists (
        select 1 from entered n left join funding_entry o on o.id = n.reverses_id
        where n.reverses_id is not null and (o.reverses_id is not null
          or (o.plan_id, o.source_id, o.stage, o.unit_id, o.work_area_no, o.product_id, o.producer_id, -o.amount)
            is distinct from (n.plan_id, n.source_id, n.stage, n.unit_id, n.work_area_no, n.product_id, n.producer_id, n.amount)
          or n.occurred_on < o.occurred_on)
      ) then
        raise exception 'a reversal takes back one whole entry that is none itself' using errcode = 'restrict_violation';
      end if;
      perform 1 from funding_source s where s.id in (select source_id from entered) order by s.id for no key update;
      ${addSums('entered').join(';\n')};
      return null;
    end
  $$`,
  `create trigger funding_entry_summed after insert on funding_entry
    referencing new table as entered for each statement execute function ledger_summed()`,

  // Sums that are not what the lines say, to the đồng: no row when the ledger is in order.
  `create view ledger_difference with (security_invoker = true) as
    select 'funding_sum' as kept_in, plan_id, source_id, stage, null::integer as unit_id, work_area_no, by_area, span, starts_on as since, kept, recounted
    from (select plan_id, by_area, span, starts_on, source_id, stage, work_area_no, amount as kept, entries from funding_sum) k
    full join (select *, amount as recounted from (${sumsOf('funding_entry')}) c) r using (${SUM_KEY})
    where kept is distinct from recounted or k.entries is distinct from r.entries
    union all
    select 'funding_unit_sum', plan_id, source_id, stage, unit_id, 0, false, 'total', '-infinity', kept, recounted
    from (select ${UNIT_SUM_KEY}, amount as kept, entries from funding_unit_sum) k
    full join (select *, amount as recounted from (${unitSumsOf('funding_entry')}) c) r using (${UNIT_SUM_KEY})
    where kept is distinct from recounted or k.entries is distinct from r.entries`,

  // A change of the ledger is counted by its sums: once a source and stage, not once a line.
  `drop trigger funding_entry_counted on funding_entry`,
  `create constraint trigger funding_sum_counted after insert or update on funding_sum deferrable initially deferred
    for each row when (new.span = 'total' and not new.by_area) execute function facts_changed()`,

  `create table funding_warning (
    id integer generated always as identity primary key,
    entry_id bigint not null references funding_entry (id),
    doubt text not null check (doubt in ('thousandfold', 'tiny', 'paper-twice', 'outside-fiscal-year', 'unit-over-allocated')),
    detail jsonb not null,
    reason text not null check (reason <> ''),
    resolved_at timestamptz,
    resolved_by integer references account (id),
    resolution text,
    constraint funding_warning_once unique (entry_id, doubt),
    constraint funding_warning_resolved_with_note check ((resolved_at is null) = (resolution is null))
  )`,
  `create index funding_warning_open on funding_warning (entry_id) where resolved_at is null`,
  `create table funding_closing (
    id integer generated always as identity primary key,
    plan_id integer not null references plan (id),
    paper text,
    closed_at timestamptz not null,
    closed_by integer references account (id),
    reopened_at timestamptz,
    reopened_by integer references account (id),
    reopening_reason text,
    constraint funding_closing_reopened_with_reason check ((reopened_at is null) = (reopening_reason is null))
  )`,
  `create table ledger_check (
    id integer generated always as identity primary key,
    checked_at timestamptz not null,
    checked_by integer references account (id),
    entries bigint not null,
    differences integer not null,
    told text[] not null
  )`,
  `create unique index funding_closing_once on funding_closing (plan_id) where reopened_at is null`,

  `grant select on funding_sum, funding_unit_sum, ledger_difference to ${BOTH}`,
  `grant update on funding_source to ${BOTH}`,
  `grant select, insert on funding_warning, funding_closing, ledger_check to ${BOTH}`,
  `grant update (resolved_at, resolved_by, resolution) on funding_warning to ${BOTH}`,
  `grant update (reopened_at, reopened_by, reopening_reason) on funding_closing to ${BOTH}`,
  ...ROWS_OF_UNITS.map((table) => `alter table ${table} enable row level security`),
  ...ROWS_OF_UNITS.map(
    (table) => `create policy ${table}_whole on ${table} to ocop_whole using (true) with check (true)`,
  ),
  // Sums over all communes are for who sees all of them.
  `create policy funding_unit_sum_of_units on funding_unit_sum for select to ocop_app using (${ofPlanOrUnit})`,
  `create policy funding_warning_of_units on funding_warning to ocop_app
    using (entry_id in (select f.id from funding_entry f)) with check (entry_id in (select f.id from funding_entry f))`,
  `create policy funding_closing_read on funding_closing for select to ocop_app using (true)`,
];

const down = [
  'drop view ledger_difference',
  'drop table ledger_check, funding_closing, funding_warning',
  'drop trigger funding_entry_summed on funding_entry',
  'drop function ledger_summed()',
  'drop table funding_sum, funding_unit_sum',
  `create constraint trigger funding_entry_counted after insert or update or delete on funding_entry
    deferrable initially deferred for each row execute function facts_changed()`,
  'drop index funding_entry_of_day, funding_entry_of_unit, funding_entry_of_source, funding_entry_of_product, funding_entry_of_paper',
  `alter table funding_entry drop column posting, drop column part, drop column paper_on, drop column search_key, drop column product_id,
    drop column producer_id, drop column activity, drop column note, drop column reverses_id cascade, drop column entered_by, drop column entered_at,
    drop constraint if exists funding_entry_negative_takes_back, drop constraint funding_entry_none_is_null, alter column stage type text collate "default"`,
  'alter table funding_entry rename column paper_number to paper',
  ...PARENTS.map(({ name, rule }) => `alter table funding_entry add constraint ${name} foreign key ${rule}`),
  'create index funding_entry_of_plan on funding_entry (plan_id, occurred_on)',
  `alter table funding_source drop column legal_basis, drop column valid_from, drop column valid_to, drop column ceiling,
    drop column eligibility, drop column version, drop constraint funding_source_position_once,
    add constraint funding_source_position_once unique (plan_id, position)`,
];

/** The ledger of money: postings in parts, reversals, papers; its sums, kept as it is written; warnings; closed years; what is known of a source. */
export class Ledger1795740000000 implements MigrationInterface {
  name = 'Ledger1795740000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}

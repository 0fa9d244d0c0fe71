import type { MigrationInterface, QueryRunner } from 'typeorm';

const keyed = `check (name_key <> '' and search_key <> '' and name = normalize(name, NFC))`;

const up = [
  `create extension if not exists pg_trgm`,

  `create table unit (
    id integer generated always as identity primary key,
    code text not null check (code ~ '^[0-9]{2,5}$'),
    name text collate "vi-x-icu" not null check (char_length(name) between 1 and 200),
    type text not null,
    level text not null check (level in ('province', 'district', 'commune')),
    parent_id integer references unit (id),
    valid_from date,
    valid_to date,
    successor text,
    name_key text not null,
    search_key text not null,
    constraint unit_validity_in_order check (valid_from <= valid_to),
    constraint unit_parent_by_level check ((level = 'province') = (parent_id is null)),
    constraint unit_name_keyed ${keyed},
    constraint unit_code_once unique nulls not distinct (code, valid_from)
  )`,
  `create index unit_parent on unit (parent_id)`,
  `create table unit_alias (
    unit_id integer not null references unit (id),
    name_key text not null check (name_key <> ''),
    alias text not null,
    primary key (unit_id, name_key)
  )`,

  `create table plan (
    id integer generated always as identity primary key,
    unit_id integer not null references unit (id),
    year integer not null check (year between 2018 and 2100),
    number text not null,
    issued_on date not null,
    title text not null,
    issuer_name text not null,
    issuer_short_name text not null,
    place text not null,
    province_name text not null,
    supplement_before date not null,
    legal_basis jsonb not null check (jsonb_typeof(legal_basis) = 'array'),
    signature jsonb not null check (jsonb_typeof(signature) = 'object'),
    recipients text[] not null,
    demo boolean not null,
    constraint plan_once_a_year unique (unit_id, year),
    constraint plan_supplement_after_issue check (supplement_before > issued_on)
  )`,
  `create table plan_target (
    plan_id integer not null references plan (id),
    indicator_id text not null,
    clause text not null,
    text text not null,
    minimum integer check (minimum >= 0),
    primary key (plan_id, indicator_id)
  )`,
  `create table plan_round (
    plan_id integer not null references plan (id),
    no integer not null check (no > 0),
    town_recognition_before date not null,
    dossiers_to_province_before date not null,
    clause text not null,
    primary key (plan_id, no),
    constraint plan_round_in_order check (town_recognition_before <= dossiers_to_province_before)
  )`,
  `create table plan_report_due (
    plan_id integer not null references plan (id),
    period text not null check (period in ('H1', 'FY')),
    name text not null,
    clause text not null,
    due_before date,
    primary key (plan_id, period)
  )`,
  `create table work_area (
    plan_id integer not null references plan (id),
    no integer not null check (no > 0),
    clause text not null,
    name text not null,
    primary key (plan_id, no)
  )`,
  `create table funding_source (
    id integer generated always as identity primary key,
    plan_id integer not null references plan (id),
    position integer not null check (position > 0),
    code text not null,
    name text not null,
    kind text not null check (kind in ('socialised', 'budget', 'integrated')),
    clause text not null,
    principal boolean not null,
    constraint funding_source_code_once unique (plan_id, code),
    constraint funding_source_position_once unique (plan_id, position),
    constraint funding_source_of_plan unique (plan_id, id)
  )`,
  `create unique index funding_source_one_principal on funding_source (plan_id) where principal`,

  `create table producer (
    id integer generated always as identity primary key,
    unit_id integer not null references unit (id),
    name text collate "vi-x-icu" not null check (char_length(name) between 1 and 300),
    kind text not null check (kind in ('cooperative', 'cooperative-group', 'household', 'company', 'farm')),
    name_key text not null,
    search_key text not null,
    constraint producer_name_keyed ${keyed},
    constraint producer_once_in_unit unique (unit_id, name_key)
  )`,
  `create table product (
    id integer generated always as identity primary key,
    producer_id integer not null references producer (id),
    name text collate "vi-x-icu" not null check (char_length(name) between 1 and 300),
    name_key text not null,
    search_key text not null,
    constraint product_name_keyed ${keyed},
    constraint product_once_of_producer unique (producer_id, name_key)
  )`,
  `create index product_search on product using gin (search_key gin_trgm_ops)`,
  `create index producer_search on producer using gin (search_key gin_trgm_ops)`,

  `create table registration (
    id integer generated always as identity primary key,
    plan_id integer not null references plan (id),
    position integer not null check (position > 0),
    product_id integer not null references product (id),
    unit_id integer not null references unit (id),
    kind text not null check (kind in ('new', 'upgrade', 're-evaluation')),
    address_as_written text not null,
    note text,
    constraint registration_once_a_year unique (plan_id, product_id),
    constraint registration_position_once unique (plan_id, position)
  )`,
  `create index registration_product on registration (product_id)`,
  `create table registration_step (
    id integer generated always as identity primary key,
    registration_id integer not null references registration (id),
    stage text not null check (stage in (
      'registered', 'preparing', 'received', 'assessed-by-commune', 'scored-by-town', 'recognised-3',
      'sent-to-province', 'recognised-4', 'sent-to-ministry', 'recognised-5',
      'withdrawn', 'not-recognised', 'moved-to-next-round')),
    happened_on date not null,
    round_no integer check (round_no > 0),
    paper text
  )`,
  `create index registration_step_latest on registration_step (registration_id, happened_on desc, id desc)`,

  `create table evaluation (
    id integer generated always as identity primary key,
    registration_id integer not null references registration (id),
    level text not null check (level in ('commune', 'town', 'province', 'ministry')),
    evaluated_on date not null,
    points numeric(7, 4) not null check (points between 0 and 100),
    star_cap integer not null check (star_cap between 1 and 5),
    stars integer not null,
    constraint evaluation_stars_are_capped_band check (stars = least(star_cap,
      case when points >= 90 then 5 when points >= 70 then 4 when points >= 50 then 3 when points >= 30 then 2 else 1 end)),
    constraint evaluation_once unique (registration_id, level, evaluated_on)
  )`,

  `create table recognition (
    id integer generated always as identity primary key,
    product_id integer not null references product (id),
    registration_id integer references registration (id),
    kind text not null check (kind in ('new', 'upgrade', 're-evaluation')),
    stars integer not null constraint recognition_from_three_stars check (stars between 3 and 5),
    decided_on date not null,
    decision_number text not null check (decision_number <> ''),
    authority text not null check (authority in ('town', 'province', 'ministry')),
    valid_to date not null generated always as ((decided_on + interval '36 months')::date) stored,
    revoked_on date,
    revocation_paper text,
    constraint recognition_once_a_day unique (product_id, decided_on),
    constraint recognition_revoked_after_decided check (revoked_on >= decided_on),
    constraint recognition_revoked_with_paper check ((revoked_on is null) = (revocation_paper is null))
  )`,
  `create unique index recognition_first_once on recognition (product_id) where kind = 'new'`,

  `create table commune_report (
    id integer generated always as identity primary key,
    plan_id integer not null references plan (id),
    unit_id integer not null references unit (id),
    period text not null,
    received_on date not null,
    paper text,
    constraint commune_report_once unique (plan_id, unit_id, period),
    foreign key (plan_id, period) references plan_report_due (plan_id, period)
  )`,

  `create table funding_entry (
    id bigint generated always as identity primary key,
    plan_id integer not null references plan (id),
    source_id integer not null,
    stage text not null check (stage in (
      'planned', 'allocated', 'adjusted', 'disbursed', 'settled', 'registered', 'contributed')),
    amount bigint not null check (amount <> 0 and abs(amount) < 1000000000000000),
    occurred_on date not null,
    unit_id integer references unit (id),
    work_area_no integer,
    paper text,
    foreign key (plan_id, source_id) references funding_source (plan_id, id),
    foreign key (plan_id, work_area_no) references work_area (plan_id, no)
  )`,
  `create index funding_entry_of_plan on funding_entry (plan_id, occurred_on)`,
  `create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
    end
  $$`,
  `create trigger funding_entry_append_only before update or delete or truncate on funding_entry
    for each statement execute function refuse_change()`,

  `create table report (
    id integer generated always as identity primary key,
    plan_id integer not null references plan (id),
    period text not null check (period in ('H1', 'FY')),
    first_day date not null,
    last_day date not null,
    as_of date not null,
    snapshot text not null,
    snapshot_sha256 text not null check (snapshot_sha256 ~ '^[0-9a-f]{64}$'),
    created_at timestamptz not null default now(),
    constraint report_period_in_order check (first_day < last_day),
    constraint report_snapshot_once unique (plan_id, period, as_of, snapshot_sha256)
  )`,
  `create trigger report_append_only before update or delete or truncate on report
    for each statement execute function refuse_change()`,

  // Every dated fact of a plan: on which day something was last recorded.
  `create view plan_fact as
    select id as plan_id, issued_on as happened_on from plan
    union all
    select r.plan_id, s.happened_on from registration_step s join registration r on r.id = s.registration_id
    union all
    select r.plan_id, e.evaluated_on from evaluation e join registration r on r.id = e.registration_id
    union all
    select r.plan_id, g.decided_on from recognition g join registration r on r.id = g.registration_id
    union all
    select r.plan_id, g.revoked_on from recognition g join registration r on r.id = g.registration_id
      where g.revoked_on is not null
    union all
    select plan_id, received_on from commune_report
    union all
    select plan_id, occurred_on from funding_entry`,
];

const down = [
  'report', 'funding_entry', 'commune_report', 'recognition', 'evaluation', 'registration_step', 'registration', 'product',
  'producer', 'funding_source', 'work_area', 'plan_report_due', 'plan_round', 'plan_target', 'plan', 'unit_alias', 'unit',
].map((table) => `drop table ${table}`);

/** Units, plans, the product list with its steps, evaluations, money, commune reports, kept reports. */
export class FirstTables1795478400000 implements MigrationInterface {
  name = 'FirstTables1795478400000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view plan_fact');
    for (const statement of down) await runner.query(statement);
    await runner.query('drop function refuse_change()');
  }
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const BOTH = 'ocop_app, ocop_whole';
const IN_SCOPE = '(select unnest(ocop_units()))';
const dataFolder = join(import.meta.dirname, '..', '..', '..', '..', 'data');

/** Who entered a fact and when; a fact entered by mistake is annulled with a reason and stays. */
const entered = (table: string) => `alter table ${table}
  add column entered_by integer references account (id),
  add column entered_at timestamptz not null default now(),
  add column annulled_at timestamptz,
  add column annulled_by integer references account (id),
  add column annulled_reason text,
  add constraint ${table}_annulled_with_reason check ((annulled_at is null) = (annulled_reason is null))`;
const ANNULMENT = 'annulled_at, annulled_by, annulled_reason';

const up = [
  `create table product_set (
    no integer primary key check (no between 1 and 99),
    sector text not null,
    group_name text,
    name text not null
  )`,
  `create table law_rule (
    id integer generated always as identity primary key,
    topic text not null check (topic in ('recognition-authority', 'certificate-months', 're-evaluation-window')),
    valid_from date,
    legal_basis text not null check (legal_basis <> ''),
    value jsonb not null
  )`,
  entered('law_rule'),
  `create unique index law_rule_once on law_rule (topic, valid_from) nulls not distinct where annulled_at is null`,
  `create table council_rule (
    plan_id integer not null references plan (id),
    level text not null check (level in ('commune', 'town', 'province', 'ministry')),
    members integer check (members between 1 and 50),
    quorum_numerator integer,
    quorum_denominator integer,
    spread_limit numeric(7, 4) check (spread_limit between 0 and 100),
    paper text,
    primary key (plan_id, level),
    constraint council_rule_quorum check ((quorum_numerator is null) = (quorum_denominator is null)
      and quorum_numerator between 1 and quorum_denominator)
  )`,

  `alter table producer
    add column aliases text[] not null default '{}',
    add column version integer not null default 1`,
  `alter table product
    add column aliases text[] not null default '{}',
    add column product_set_no integer references product_set (no),
    add column version integer not null default 1`,
  `create index product_of_name on product (name_key)`,

  `alter table registration
    add column version integer not null default 1,
    add column registered_on date`,
  `update registration r set registered_on = (select min(happened_on) from registration_step s where s.registration_id = r.id)`,
  `alter table registration alter column registered_on set not null`,
  `alter table registration_step add column reason text`,
  entered('registration_step'),

  `alter table evaluation
    add column round_no integer check (round_no > 0),
    add column members jsonb check (jsonb_typeof(members) = 'array'),
    add column member_count integer check (member_count between 1 and 50),
    add column part_a numeric(7, 4) check (part_a between 0 and 40),
    add column part_b numeric(7, 4) check (part_b between 0 and 25),
    add column part_c numeric(7, 4) check (part_c between 0 and 35),
    add column disqualification text,
    add column paper text,
    add column corrects_id integer references evaluation (id),
    alter column stars drop not null,
    drop constraint evaluation_stars_are_capped_band,
    drop constraint evaluation_once`,
  // Outside of the points: who is disqualified has no stars (QĐ 148/QĐ-TTg).
  `alter table evaluation add constraint evaluation_stars_are_capped_band check (
    case when disqualification is null
      then stars is not distinct from least(star_cap,
        case when points >= 90 then 5 when points >= 70 then 4 when points >= 50 then 3 when points >= 30 then 2 else 1 end)
      else stars is null end)`,
  entered('evaluation'),
  `create unique index evaluation_once on evaluation (registration_id, level, evaluated_on) where annulled_at is null`,
  `create index evaluation_corrected on evaluation (corrects_id)`,

  `alter table recognition
    alter column valid_to drop expression,
    add column revocation_reason text,
    drop constraint recognition_once_a_day`,
  entered('recognition'),
  `drop index recognition_first_once`,
  `create unique index recognition_first_once on recognition (product_id) where kind = 'new' and annulled_at is null`,
  `create unique index recognition_once_a_day on recognition (product_id, decided_on) where annulled_at is null`,
  `create index recognition_of_registration on recognition (registration_id)`,
  `create index recognition_latest on recognition (product_id, decided_on desc, stars desc) include (valid_to, revoked_on) where annulled_at is null`,
  `create index product_by_name on product (name, id)`,
  // The law of the day of the decision says how long a certificate lasts; nobody types it.
  `create function certificate_valid_to(decided_on date) returns date language sql stable as $$
    select (decided_on + make_interval(months => (value #>> '{}')::integer))::date from law_rule
    where topic = 'certificate-months' and annulled_at is null and coalesce(valid_from, '-infinity') <= decided_on
    order by valid_from desc nulls last limit 1
  $$`,
  `create function recognition_valid_to() returns trigger language plpgsql as $$
    begin
      new.valid_to := certificate_valid_to(new.decided_on);
      return new;
    end
  $$`,
  `create trigger recognition_valid_to before insert or update on recognition for each row execute function recognition_valid_to()`,
  // A provision that is entered late holds from its own day all the same.
  `create function law_rule_changed() returns trigger language plpgsql security definer set search_path = public as $$
    begin
      update recognition set valid_to = certificate_valid_to(decided_on) where valid_to <> certificate_valid_to(decided_on);
      return null;
    end
  $$`,
  `create trigger law_rule_changed after insert or update on law_rule for each statement execute function law_rule_changed()`,

  // The fact a step came with: taken back together.
  `alter table registration_step
    add column evaluation_id integer references evaluation (id),
    add column recognition_id integer references recognition (id)`,

  `create table inspection (
    id integer generated always as identity primary key,
    product_id integer not null references product (id),
    inspected_on date not null,
    outcome text not null check (outcome in ('met', 'not-met')),
    findings text,
    paper text
  )`,
  entered('inspection'),
  `create index inspection_of_product on inspection (product_id)`,

  // What stands: everything but what was entered by mistake.
  `create view standing_step with (security_invoker = true) as select * from registration_step where annulled_at is null`,
  `create view standing_evaluation with (security_invoker = true) as select * from evaluation where annulled_at is null`,
  `create view standing_recognition with (security_invoker = true) as select * from recognition where annulled_at is null`,
  `drop view plan_fact`,
  `create view plan_fact with (security_invoker = true) as
    select id as plan_id, issued_on as happened_on from plan
    union all
    select r.plan_id, s.happened_on from standing_step s join registration r on r.id = s.registration_id
    union all
    select r.plan_id, e.evaluated_on from standing_evaluation e join registration r on r.id = e.registration_id
    union all
    select r.plan_id, g.decided_on from standing_recognition g join registration r on r.id = g.registration_id
    union all
    select r.plan_id, g.revoked_on from standing_recognition g join registration r on r.id = g.registration_id
      where g.revoked_on is not null
    union all
    select plan_id, received_on from commune_report
    union all
    select plan_id, occurred_on from funding_entry`,

  `grant select on standing_step, standing_evaluation, standing_recognition, plan_fact, product_set to ${BOTH}`,
  `grant select, insert on inspection, law_rule, council_rule to ${BOTH}`,
  `grant update on producer, product, council_rule to ${BOTH}`,
  `grant update (kind, note, version) on registration to ${BOTH}`,
  `grant update (${ANNULMENT}) on registration_step, evaluation, inspection, law_rule to ${BOTH}`,
  `grant update (${ANNULMENT}, revoked_on, revocation_paper, revocation_reason) on recognition to ${BOTH}`,
  `alter table inspection enable row level security`,
  `create policy inspection_of_units on inspection to ocop_app
    using (product_id in (select p.id from product p)) with check (product_id in (select p.id from product p))`,
  `create policy inspection_whole on inspection to ocop_whole using (true) with check (true)`,
  `alter table council_rule enable row level security`,
  `create policy council_rule_read on council_rule for select to ocop_app using (true)`,
  `create policy council_rule_of_units on council_rule to ocop_app
    using (plan_id in (select p.id from plan p where p.unit_id in ${IN_SCOPE}))
    with check (plan_id in (select p.id from plan p where p.unit_id in ${IN_SCOPE}))`,
  `create policy council_rule_whole on council_rule to ocop_whole using (true) with check (true)`,
];

const withoutEntered = (table: string) => `alter table ${table}
  drop column entered_by, drop column entered_at, drop column annulled_at, drop column annulled_by, drop column annulled_reason`;

const down = [
  'drop view plan_fact, standing_step, standing_evaluation, standing_recognition',
  'drop table inspection, council_rule',
  'drop trigger recognition_valid_to on recognition',
  'drop table law_rule',
  'drop function recognition_valid_to(), law_rule_changed(), certificate_valid_to(date)',
  'alter table product drop column product_set_no, drop column aliases, drop column version',
  'drop index product_of_name',
  'drop table product_set',
  'alter table producer drop column aliases, drop column version',
  'alter table registration drop column version, drop column registered_on',
  'alter table registration_step drop column reason, drop column evaluation_id, drop column recognition_id',
  ...['registration_step', 'evaluation', 'recognition'].map(withoutEntered),
  `alter table evaluation drop column round_no, drop column members, drop column member_count, drop column part_a, drop column part_b,
    drop column part_c, drop column disqualification, drop column paper, drop column corrects_id,
    add constraint evaluation_once unique (registration_id, level, evaluated_on)`,
  `alter table recognition drop column revocation_reason, drop column valid_to,
    add column valid_to date not null generated always as ((decided_on + interval '36 months')::date) stored,
    add constraint recognition_once_a_day unique (product_id, decided_on)`,
  `create unique index recognition_first_once on recognition (product_id) where kind = 'new'`,
  'drop index recognition_of_registration, product_by_name',
  `create view plan_fact as select id as plan_id, issued_on as happened_on from plan`,
];

interface ProductSet {
  no: number;
  sectorName: string;
  group: string | null;
  name: string;
}
interface LawFile {
  topic: string;
  validFrom: string | null;
  legalBasis: string;
  value: unknown;
}

const readData = async (file: string): Promise<unknown> => JSON.parse(await readFile(join(dataFolder, file), 'utf8'));

/** The programme as it runs: registers, results with versions, decisions by dated law, inspections. */
export class Programme1795700000000 implements MigrationInterface {
  name = 'Programme1795700000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
    const { sets } = (await readData('product-sets.json')) as { sets: ProductSet[] };
    for (const { no, sectorName, group, name } of sets) {
      await runner.query('insert into product_set (no, sector, group_name, name) values ($1, $2, $3, $4)', [no, sectorName, group, name]);
    }
    for (const { topic, validFrom, legalBasis, value } of (await readData('law.json')) as LawFile[]) {
      await runner.query('insert into law_rule (topic, valid_from, legal_basis, value) values ($1, $2, $3, $4)', [
        topic, validFrom, legalBasis, JSON.stringify(value),
      ]);
    }
  }

  /** What only this program knows is lost; it is for going back to nothing. */
  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

const BOTH = 'ocop_app, ocop_whole';
const TABLES = ['reported_money', 'reconciliation_sign_off', 'reconciliation_setting'];

const up = [
  // 0 is a true zero; what was not reported has no row.
  `create table reported_money (
    id integer generated always as identity primary key,
    plan_id integer not null,
    unit_id integer not null references unit (id),
    period text not null check (period in ('H1', 'FY')),
    source_id integer not null,
    measure text not null check (measure in ('planned', 'disbursed')),
    amount bigint not null check (amount >= 0 and amount < 1000000000000000),
    paper text,
    entered_by integer references account (id),
    entered_at timestamptz not null default now(),
    annulled_at timestamptz,
    annulled_by integer references account (id),
    annulled_reason text,
    foreign key (plan_id, source_id) references funding_source (plan_id, id),
    constraint reported_money_annulled_with_reason check ((annulled_at is null) = (annulled_reason is null) and (annulled_by is null or annulled_at is not null))
  )`,
  `create unique index reported_money_once on reported_money (plan_id, unit_id, period, source_id, measure) where annulled_at is null`,
  `create index reported_money_of_period on reported_money (plan_id, period, unit_id)`,
  `create table reconciliation_sign_off (
    id integer generated always as identity primary key,
    plan_id integer not null references plan (id),
    unit_id integer not null references unit (id),
    period text not null check (period in ('H1', 'FY')),
    tolerance bigint not null check (tolerance >= 0),
    cells jsonb not null check (jsonb_typeof(cells) = 'array'),
    note text,
    signed_at timestamptz not null,
    signed_by integer references account (id)
  )`,
  `create index reconciliation_sign_off_of_period on reconciliation_sign_off (plan_id, period, unit_id)`,
  `create table reconciliation_setting (
    plan_id integer primary key references plan (id),
    tolerance bigint not null check (tolerance >= 0 and tolerance < 1000000000000000),
    version integer not null default 1
  )`,
  `grant select, insert on ${TABLES.join(', ')} to ${BOTH}`,
  `grant update (annulled_at, annulled_by, annulled_reason) on reported_money to ${BOTH}`,
  `grant update (tolerance, version) on reconciliation_setting to ${BOTH}`,
  ...TABLES.map((table) => `alter table ${table} enable row level security`),
  ...TABLES.map((table) => `create policy ${table}_whole on ${table} to ocop_whole using (true) with check (true)`),
  ...['reported_money', 'reconciliation_sign_off'].map(
    (table) => `create policy ${table}_of_units on ${table} to ocop_app using (unit_id in (select unnest(ocop_units()))) with check (unit_id in (select unnest(ocop_units())))`,
  ),
  `create policy reconciliation_setting_read on reconciliation_setting for select to ocop_app using (true)`,
];

/** What communes report of their money, the tolerance it is reconciled with, and who signed which figures. No kept answer is made of them, so they are not counted as facts. */
export class Reconciliation1795750000000 implements MigrationInterface {
  name = 'Reconciliation1795750000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table ${TABLES.join(', ')}`);
  }
}

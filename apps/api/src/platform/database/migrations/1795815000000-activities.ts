import type { MigrationInterface, QueryRunner } from 'typeorm';

const BOTH = 'ocop_app, ocop_whole';
const IN_SCOPE = '(select unnest(ocop_units()))';
// What is of the whole town is the plan's own.
const OF_UNITS = `unit_id in ${IN_SCOPE} or (unit_id is null and plan_id in (select p.id from plan p where p.unit_id in ${IN_SCOPE}))`;

/** @param more what else is a dated fact of a plan */
const planFact = (more: string) => `create or replace view plan_fact with (security_invoker = true) as
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
    select plan_id, received_on from standing_commune_report
    union all
    select plan_id, occurred_on from funding_entry${more}`;

const up = [
  `create table activity (
    id integer generated always as identity primary key,
    plan_id integer not null,
    work_area_no integer not null,
    name text collate "vi-x-icu" not null check (char_length(name) between 1 and 300),
    name_key text not null,
    search_key text not null,
    held_on date not null,
    ended_on date,
    unit_id integer references unit (id),
    participants integer check (participants between 1 and 1000000),
    paper text check (paper <> ''),
    note text check (note <> ''),
    entered_by integer references account (id),
    entered_at timestamptz not null default now(),
    annulled_at timestamptz,
    annulled_by integer references account (id),
    annulled_reason text,
    foreign key (plan_id, work_area_no) references work_area (plan_id, no),
    constraint activity_name_keyed check (name_key <> '' and search_key <> '' and name = normalize(name, NFC)),
    constraint activity_ended_after_start check (ended_on > held_on),
    constraint activity_annulled_with_reason check ((annulled_at is null) = (annulled_reason is null) and (annulled_by is null or annulled_at is not null))
  )`,
  `create unique index activity_once on activity (plan_id, work_area_no, held_on, unit_id, name_key) nulls not distinct where annulled_at is null`,
  `create index activity_of_plan on activity (plan_id, held_on, id) where annulled_at is null`,
  `create view standing_activity with (security_invoker = true) as select * from activity where annulled_at is null`,
  planFact(`
    union all
    select plan_id, held_on from standing_activity`),
  `grant select on standing_activity to ${BOTH}`,
  `grant select, insert on activity to ${BOTH}`,
  `grant update (annulled_at, annulled_by, annulled_reason) on activity to ${BOTH}`,
  `alter table activity enable row level security`,
  `create policy activity_of_units on activity to ocop_app using (${OF_UNITS}) with check (${OF_UNITS})`,
  `create policy activity_whole on activity to ocop_whole using (true) with check (true)`,
  `create constraint trigger activity_counted after insert or update or delete on activity
    deferrable initially deferred for each row execute function facts_changed()`,
];

const down = [planFact(''), 'drop view standing_activity', 'drop table activity'];

/** What was done in the work areas of a plan (its section III). */
export class Activities1795815000000 implements MigrationInterface {
  name = 'Activities1795815000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}

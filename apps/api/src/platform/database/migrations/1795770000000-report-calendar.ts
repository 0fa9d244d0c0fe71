import type { MigrationInterface, QueryRunner } from 'typeorm';

const BOTH = 'ocop_app, ocop_whole';
const PERIOD = `period text not null check (period in ('H1', 'FY'))`;
/** A report's state is shown among what waits, so its changes count as changes of facts. */
const COUNTED = ['report', 'report_step', 'report_issue', 'report_schedule', 'report_run'];

/** A table whose rows belong to who sees the rows named by `rule`. */
const guarded = (table: string, rights: string, rule: string) => [
  `grant ${rights} on ${table} to ${BOTH}`,
  `alter table ${table} enable row level security`,
  `create policy ${table}_whole on ${table} to ocop_whole using (true) with check (true)`,
  `create policy ${table}_of_units on ${table} to ocop_app using (${rule}) with check (${rule})`,
];

const up = [
  // Only what somebody decided otherwise than usual: without a row the usual schedule holds.
  `create table report_schedule (
    unit_id integer not null references unit (id),
    ${PERIOD},
    cutoffs text not null check (cutoffs in ('decree-09-2019', 'calendar')),
    after_days integer not null check (after_days between 0 and 60),
    at text not null check (at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
    remind_days integer not null check (remind_days between 0 and 60),
    active boolean not null,
    primary key (unit_id, period)
  )`,
  // One row for each report that the calendar plans: the unique key is what makes it exist once.
  `create table report_run (
    id integer generated always as identity primary key,
    plan_id integer not null references plan (id),
    ${PERIOD},
    planned_at timestamptz not null,
    reopened_at timestamptz,
    outcome text check (outcome in ('made', 'skipped', 'failed')),
    ended_at timestamptz,
    report_id integer references report (id),
    constraint report_run_once unique (plan_id, period),
    check ((outcome is null) = (ended_at is null)),
    check ((outcome is not distinct from 'made') = (report_id is not null))
  )`,
  `create table report_attempt (
    run_id integer not null references report_run (id),
    no integer not null check (no > 0),
    started_at timestamptz not null,
    ended_at timestamptz,
    outcome text check (outcome in ('made', 'skipped', 'failed', 'superseded')),
    error text,
    primary key (run_id, no),
    check ((outcome is null) = (ended_at is null)),
    check ((outcome is not distinct from 'failed') = (error is not null))
  )`,
  ...guarded('report_schedule', 'select, insert, update', 'unit_id in (select unnest(ocop_units()))'),
  ...guarded('report_run', 'select, insert', 'plan_id in (select p.id from plan p where p.unit_id in (select unnest(ocop_units())))'),
  ...guarded('report_attempt', 'select, insert', 'run_id in (select r.id from report_run r)'),
  `grant update (reopened_at, outcome, ended_at, report_id) on report_run to ${BOTH}`,
  `grant update (ended_at, outcome, error) on report_attempt to ${BOTH}`,
  ...COUNTED.map(
    (table) => `create constraint trigger ${table}_counted after insert or update or delete on ${table}
      deferrable initially deferred for each row execute function facts_changed()`,
  ),
];

/** The calendar by which reports make themselves: its settings, each planned report, each attempt to make it. */
export class ReportCalendar1795770000000 implements MigrationInterface {
  name = 'ReportCalendar1795770000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table report_attempt, report_run, report_schedule');
    for (const table of ['report', 'report_step', 'report_issue']) await runner.query(`drop trigger ${table}_counted on ${table}`);
  }
}

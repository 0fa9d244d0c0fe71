import type { MigrationInterface, QueryRunner } from 'typeorm';

const BOTH = 'ocop_app, ocop_whole';
/** Goes into the head of a letter: one line each. */
const WHO = `name text not null check (length(name) between 1 and 200 and name !~ '[[:cntrl:]]'),
    address text not null check (length(address) <= 200 and address ~ '^[^@[:space:][:cntrl:]<>]+@[^@[:space:][:cntrl:]<>]+$')`;

/** A table whose rows belong to who sees the rows named by `rule`, its columns `changed` but once written. */
const guarded = (table: string, changed: string, rule: string) => [
  `grant select, insert on ${table} to ${BOTH}`,
  `grant update (${changed}) on ${table} to ${BOTH}`,
  `alter table ${table} enable row level security`,
  `create policy ${table}_whole on ${table} to ocop_whole using (true) with check (true)`,
  `create policy ${table}_of_units on ${table} to ocop_app using (${rule}) with check (${rule})`,
];

const up = [
  // One that is removed stays on record.
  `create table report_recipient (
    id integer generated always as identity primary key,
    unit_id integer not null references unit (id),
    ${WHO},
    added_at timestamptz not null,
    added_by integer references account (id),
    removed_at timestamptz,
    removed_by integer references account (id),
    constraint report_recipient_removed check (removed_by is null or removed_at is not null)
  )`,
  `create unique index report_recipient_once on report_recipient (unit_id, lower(address)) where removed_at is null`,
  // One row for each recipient of an issued report: the unique index is what makes the letter one.
  `create table report_delivery (
    id integer generated always as identity primary key,
    report_id integer not null references report_issue (report_id),
    ${WHO},
    note text check (length(note) between 1 and 2000),
    message_id text not null,
    state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
    attempts integer not null default 0 check (attempts >= 0),
    tries_left integer not null check (tries_left >= 0),
    next_attempt_at timestamptz,
    error text,
    requested_at timestamptz not null,
    requested_by integer references account (id),
    ended_at timestamptz,
    constraint report_delivery_message_once unique (message_id),
    constraint report_delivery_waits check ((state = 'waiting') = (next_attempt_at is not null)),
    constraint report_delivery_ended check ((state = 'waiting') = (ended_at is null)),
    constraint report_delivery_error check (case state when 'sent' then error is null when 'failed' then error is not null else true end)
  )`,
  `create unique index report_delivery_once on report_delivery (report_id, lower(address))`,
  `create index report_delivery_waiting on report_delivery (next_attempt_at) where state = 'waiting'`,
  ...guarded('report_recipient', 'removed_at, removed_by', 'unit_id in (select unnest(ocop_units()))'),
  ...guarded('report_delivery', 'name, note, state, attempts, tries_left, next_attempt_at, error, requested_at, requested_by, ended_at', 'report_id in (select r.id from report r)'),
  // What could not be sent to who still is a recipient is shown among what waits; what is on its way is not.
  `create constraint trigger report_recipient_counted after insert or update on report_recipient
    deferrable initially deferred for each row execute function facts_changed()`,
  `create constraint trigger report_delivery_counted after update of state on report_delivery
    deferrable initially deferred for each row execute function facts_changed()`,
];

/** Who gets issued reports by mail, and each letter with how it stands. */
export class ReportMail1795790000000 implements MigrationInterface {
  name = 'ReportMail1795790000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table report_delivery, report_recipient');
  }
}

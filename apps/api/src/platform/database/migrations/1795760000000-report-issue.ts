import type { MigrationInterface, QueryRunner } from 'typeorm';

const BOTH = 'ocop_app, ocop_whole';
const TABLES = ['report_step', 'report_issue'];

const up = [
  `create table report_step (
    id integer generated always as identity primary key,
    report_id integer not null references report (id),
    no integer not null check (no > 0),
    state text not null check (state in ('draft', 'in-review', 'approved', 'issued')),
    note text,
    taken_at timestamptz not null,
    taken_by integer references account (id),
    constraint report_step_once unique (report_id, no),
    constraint report_step_returned_with_reason check (state <> 'draft' or note is not null)
  )`,
  // The file as it left the office, with the number that one People's Committee gives once a year.
  `create table report_issue (
    report_id integer primary key references report (id),
    unit_id integer not null references unit (id),
    number text not null check (number ~ '^[0-9]{2,}/.'),
    issued_on date not null,
    signature_lines text[] not null check (cardinality(signature_lines) between 1 and 4),
    signatory_name text not null check (signatory_name <> ''),
    pdf bytea not null,
    pdf_sha256 text not null check (pdf_sha256 ~ '^[0-9a-f]{64}$')
  )`,
  `create unique index report_issue_number_once on report_issue (unit_id, extract(year from issued_on), number)`,
  ...TABLES.flatMap((table) => [
    `create trigger ${table}_append_only before update or delete or truncate on ${table} for each statement execute function refuse_change()`,
    `grant select, insert on ${table} to ${BOTH}`,
    `alter table ${table} enable row level security`,
    `create policy ${table}_whole on ${table} to ocop_whole using (true) with check (true)`,
    // A report is of a whole plan; who sees it sees its way.
    `create policy ${table}_of_units on ${table} to ocop_app using (report_id in (select r.id from report r)) with check (report_id in (select r.id from report r))`,
  ]),
];

/** The way of a report to the paper signed: its steps, its number and signature, its file as issued. */
export class ReportIssue1795760000000 implements MigrationInterface {
  name = 'ReportIssue1795760000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table ${TABLES.join(', ')}`);
  }
}

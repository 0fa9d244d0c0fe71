import type { MigrationInterface, QueryRunner } from 'typeorm';

const ROLE = 'ocop_app';

/** Tables whose rows belong to a unit, and what must hold for a row to be seen or written under the current scope. */
const sees = (unit: string) => `(select ocop_sees_all()) or ${unit} = any ((select ocop_units())::integer[])`;
const policies: Readonly<Record<string, string>> = {
  producer: sees('unit_id'),
  product: '(select ocop_sees_all()) or producer_id in (select m.id from producer m)',
  registration: sees('unit_id'),
  registration_step: '(select ocop_sees_all()) or registration_id in (select r.id from registration r)',
  evaluation: '(select ocop_sees_all()) or registration_id in (select r.id from registration r)',
  recognition: '(select ocop_sees_all()) or product_id in (select p.id from product p)',
  commune_report: sees('unit_id'),
  // Money of no commune is the plan's own.
  funding_entry: sees('coalesce(unit_id, (select p.unit_id from plan p where p.id = plan_id))'),
  report: sees('(select p.unit_id from plan p where p.id = plan_id)'),
};

const facts = [
  'unit', 'unit_alias', 'plan', 'plan_target', 'plan_round', 'plan_report_due', 'work_area', 'funding_source', 'producer',
  'product', 'registration', 'registration_step', 'evaluation', 'recognition', 'commune_report', 'funding_entry', 'report',
];
const accounts = ['account', 'account_unit', 'account_link', 'recovery_code', 'session', 'known_device', 'wrong_guess'];
const auditColumns =
  'happened_at, account_id, account_name, origin, address, request_id, action, subject, subject_id, subject_name, before, after, reason';

const up = [
  // It may belong to another database of the same server already.
  `do $$ begin
    create role ${ROLE} nologin;
  exception when duplicate_object then null;
  end $$`,
  `grant usage on schema public to ${ROLE}`,
  `grant select, insert on ${facts.join(', ')} to ${ROLE}`,
  `grant select on plan_fact to ${ROLE}`,
  `grant select, insert, update on ${accounts.join(', ')} to ${ROLE}`,
  `grant delete on account_unit, recovery_code, known_device, wrong_guess, session to ${ROLE}`,
  `grant select on audit_entry to ${ROLE}`,
  `grant insert (${auditColumns}) on audit_entry to ${ROLE}`,

  // “all”, “{1,2}”, or nothing: a connection that nobody gave a scope sees no row of any unit.
  `create function ocop_sees_all() returns boolean language sql stable as $$
    select coalesce(current_setting('ocop.scope', true), '') = 'all'
  $$`,
  `create function ocop_units() returns integer[] language sql stable as $$
    select case when coalesce(current_setting('ocop.scope', true), '') like '{%'
      then current_setting('ocop.scope', true)::integer[] else '{}' end
  $$`,
  ...Object.entries(policies).flatMap(([table, rule]) => [
    `alter table ${table} enable row level security`,
    `create policy ${table}_of_scope on ${table} to ${ROLE} using (${rule}) with check (${rule})`,
  ]),
  `alter table audit_entry enable row level security`,
  `create policy audit_entry_read on audit_entry for select to ${ROLE} using ((select ocop_sees_all()))`,
  `create policy audit_entry_write on audit_entry for insert to ${ROLE} with check (true)`,
  // A view looks with its reader's eyes, not with those of its owner.
  `alter view plan_fact set (security_invoker = true)`,
];

const down = [
  `alter view plan_fact set (security_invoker = false)`,
  `drop policy audit_entry_write on audit_entry`,
  `drop policy audit_entry_read on audit_entry`,
  `alter table audit_entry disable row level security`,
  ...Object.keys(policies).flatMap((table) => [
    `drop policy ${table}_of_scope on ${table}`,
    `alter table ${table} disable row level security`,
  ]),
  'drop function ocop_units()',
  'drop function ocop_sees_all()',
  // The role itself may serve another database of the server.
  `drop owned by ${ROLE}`,
];

/** The application's own database role: it owns nothing, changes no past, and sees the rows of its scope only. */
export class ApplicationRole1795500100000 implements MigrationInterface {
  name = 'ApplicationRole1795500100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}

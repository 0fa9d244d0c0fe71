import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The login of the program, which sees the rows of the units it was told of; and what it becomes for who sees every unit. */
const LOGIN = 'ocop_app';
const WHOLE = 'ocop_whole';
const BOTH = `${LOGIN}, ${WHOLE}`;

/** Tables whose rows belong to a unit, and what must hold for the login to see or write a row. */
const IN_SCOPE = '(select unnest(ocop_units()))';
const ofUnit = (unit: string) => `${unit} in ${IN_SCOPE}`;
const ofPlan = `(select p.id from plan p where p.unit_id in ${IN_SCOPE})`;
const policies: Readonly<Record<string, string>> = {
  producer: ofUnit('unit_id'),
  product: 'producer_id in (select m.id from producer m)',
  registration: ofUnit('unit_id'),
  registration_step: 'registration_id in (select r.id from registration r)',
  evaluation: 'registration_id in (select r.id from registration r)',
  recognition: 'product_id in (select p.id from product p)',
  commune_report: ofUnit('unit_id'),
  // Money of no commune is the plan's own.
  funding_entry: `${ofUnit('unit_id')} or (unit_id is null and plan_id in ${ofPlan})`,
  report: `plan_id in ${ofPlan}`,
};

const facts = [
  'unit', 'unit_alias', 'plan', 'plan_target', 'plan_round', 'plan_report_due', 'work_area', 'funding_source', 'producer',
  'product', 'registration', 'registration_step', 'evaluation', 'recognition', 'commune_report', 'funding_entry', 'report',
];
const accounts = ['account', 'account_unit', 'account_link', 'recovery_code', 'session', 'known_device', 'wrong_guess'];
const auditColumns =
  'happened_at, account_id, account_name, origin, address, request_id, action, subject, subject_id, subject_name, before, after, reason';

/** Roles are the server's, and another of its databases may be migrated at this moment: what is there already is not written again. */
const makeRole = (role: string) => `do $$ begin
    if exists (select 1 from pg_roles where rolname = '${role}' and not rolinherit) then return; end if;
    create role ${role} nologin noinherit;
  exception
    when unique_violation then null;
    when duplicate_object then alter role ${role} noinherit;
  end $$`;
const joinRoles = `do $$ begin
    if not pg_has_role('${LOGIN}', '${WHOLE}', 'member') then grant ${WHOLE} to ${LOGIN}; end if;
  exception when unique_violation then null;
  end $$`;

const up = [
  // They may belong to another database of the same server already.
  makeRole(WHOLE),
  makeRole(LOGIN),
  // Not inherited: the login has the other's sight only while it is that role.
  joinRoles,
  `grant usage on schema public to ${BOTH}`,
  `grant select, insert on ${facts.join(', ')} to ${BOTH}`,
  `grant select on plan_fact to ${BOTH}`,
  `grant select, insert, update on ${accounts.join(', ')} to ${BOTH}`,
  `grant delete on account_unit, recovery_code, known_device, wrong_guess, session to ${BOTH}`,
  `grant select on audit_entry to ${BOTH}`,
  `grant insert (${auditColumns}) on audit_entry to ${BOTH}`,

  // “{1,2}”, or nothing: a connection that nobody gave a scope sees no row of any unit.
  `create function ocop_units() returns integer[] language sql stable as $$
    select coalesce(nullif(current_setting('ocop.units', true), ''), '{}')::integer[]
  $$`,
  ...Object.entries(policies).flatMap(([table, rule]) => [
    `alter table ${table} enable row level security`,
    `create policy ${table}_of_units on ${table} to ${LOGIN} using (${rule}) with check (${rule})`,
    // Without a condition, so that it costs nothing and hides no index.
    `create policy ${table}_whole on ${table} to ${WHOLE} using (true) with check (true)`,
  ]),
  `alter table audit_entry enable row level security`,
  `create policy audit_entry_read on audit_entry for select to ${WHOLE} using (true)`,
  `create policy audit_entry_write on audit_entry for insert to ${BOTH} with check (true)`,
  // A view looks with its reader's eyes, not with those of its owner.
  `alter view plan_fact set (security_invoker = true)`,
];

const down = [
  `alter view plan_fact set (security_invoker = false)`,
  `drop policy audit_entry_write on audit_entry`,
  `drop policy audit_entry_read on audit_entry`,
  `alter table audit_entry disable row level security`,
  ...Object.keys(policies).flatMap((table) => [
    `drop policy ${table}_whole on ${table}`,
    `drop policy ${table}_of_units on ${table}`,
    `alter table ${table} disable row level security`,
  ]),
  'drop function ocop_units()',
  // The roles themselves may serve another database of the server.
  `drop owned by ${LOGIN}`,
  `drop owned by ${WHOLE}`,
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

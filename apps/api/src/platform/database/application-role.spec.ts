import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createPlanDatabase } from '../../testing/test-database.js';
import { withRowScope } from './row-scope.js';

let db: DataSource;
let appData: DataSource;
beforeAll(async () => {
  ({ db, appData } = await createPlanDatabase());
});
afterAll(async () => {
  await appData.destroy();
  await db.destroy();
});

describe("what the application's role may do", () => {
  it('is in each table no more than reading, adding and, for accounts and sessions, changing', async () => {
    const rows = await db.query<{ table: string; may: string }[]>(
      `select c.relname as table, string_agg(p.privilege, ' ' order by p.privilege) as may
       from pg_class c cross join unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) as p (privilege)
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'm', 'p') and has_table_privilege('ocop_app', c.oid, p.privilege)
       group by c.relname order by 1`,
    );
    const facts = ['activity', 'commune_report', 'evaluation', 'funding_entry', 'funding_warning', 'funding_closing', 'ledger_check', 'plan', 'recognition', 'registration', 'registration_step', 'report', 'report_step', 'report_issue', 'report_text', 'report_run', 'report_attempt', 'report_recipient', 'report_delivery', 'unit', 'unit_alias', 'work_area', 'inspection', 'law_rule', 'revocation', 'reported_money', 'reconciliation_sign_off', 'reconciliation_setting'];
    const changed = ['account', 'account_link', 'funding_source', 'producer', 'product', 'council_rule', 'report_schedule'];
    const read = ['product_set', 'funding_sum', 'funding_unit_sum', 'ledger_difference', 'facts_version', 'plan_fact', 'standing_step', 'standing_evaluation', 'standing_recognition', 'standing_commune_report', 'standing_activity'];
    const removed = ['account_unit', 'calendar_feed', 'known_device', 'recovery_code', 'session', 'wrong_guess'];
    expect(Object.fromEntries(rows.map(({ table, may }) => [table, may]))).toEqual({
      ...Object.fromEntries(facts.map((table) => [table, 'INSERT SELECT'])),
      ...Object.fromEntries(changed.map((table) => [table, 'INSERT SELECT UPDATE'])),
      // A plan put right: its targets and rounds are written anew, its report days changed where they stand.
      ...Object.fromEntries(['plan_report_due', 'plan_round', 'plan_target'].map((table) => [table, 'DELETE INSERT SELECT'])),
      ...Object.fromEntries(removed.map((table) => [table, 'DELETE INSERT SELECT UPDATE'])),
      // Its columns but number and hash may be inserted.
      audit_entry: 'SELECT',
      ...Object.fromEntries(read.map((table) => [table, 'SELECT'])),
    });
  });

  it('is of the facts no more than annulling, revoking, and the kind and note of a registration: what was entered stays', async () => {
    const rows = await db.query<{ table: string; may: string }[]>(
      `select c.relname as table, string_agg(a.attname, ' ' order by a.attname) as may
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and has_column_privilege('ocop_app', c.oid, a.attnum, 'UPDATE')
         and not has_table_privilege('ocop_app', c.oid, 'UPDATE')
       group by c.relname order by 1`,
    );
    const annulling = 'annulled_at annulled_by annulled_reason';
    expect(Object.fromEntries(rows.map(({ table, may }) => [table, may]))).toEqual({
      activity: annulling,
      commune_report: annulling,
      evaluation: annulling,
      funding_closing: 'reopened_at reopened_by reopening_reason',
      funding_warning: 'resolution resolved_at resolved_by',
      inspection: annulling,
      reconciliation_setting: 'tolerance version',
      reported_money: annulling,
      law_rule: annulling,
      plan: 'issued_on legal_basis number recipients signature supplement_before title version',
      plan_report_due: 'clause due_before name',
      recognition: annulling,
      revocation: annulling,
      registration: 'kind note version',
      registration_step: annulling,
      report_attempt: 'ended_at error outcome',
      report_delivery: 'attempts ended_at error name next_attempt_at note requested_at requested_by state tries_left',
      report_recipient: 'removed_at removed_by',
      report_run: 'ended_at outcome reopened_at report_id',
    });
    // Whoever sees every unit may do nothing more with a row.
    const [both] = await db.query<object[]>(
      `select count(*) filter (where has_column_privilege('ocop_app', c.oid, a.attnum, 'UPDATE') <> has_column_privilege('ocop_whole', c.oid, a.attnum, 'UPDATE'))::int as differ
       from pg_attribute a join pg_class c on c.oid = a.attrelid where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0`,
    );
    expect(both).toEqual({ differ: 0 });
  });

  it('is nothing beyond its tables: no superuser, no bypass, no owner, no place to create anything', async () => {
    const [role] = await db.query<object[]>(
      `select bool_or(rolsuper) as super, bool_or(rolbypassrls) as bypass, bool_or(rolcreaterole) as "createRole", bool_or(rolcreatedb) as "createDb", bool_or(rolinherit) as inherit,
         bool_or(has_schema_privilege(oid, 'public', 'create')) as "createInSchema",
         (select count(*)::int from pg_class where pg_get_userbyid(relowner) in ('ocop_app', 'ocop_whole')) as owns
       from pg_roles where rolname in ('ocop_app', 'ocop_whole')`,
    );
    expect(role).toEqual({ super: false, bypass: false, createRole: false, createDb: false, inherit: false, createInSchema: false, owns: 0 });
    await expect(withRowScope('all', () => appData.query('select * from pg_authid'))).rejects.toMatchObject({ driverError: { code: '42501' } });
  });
});

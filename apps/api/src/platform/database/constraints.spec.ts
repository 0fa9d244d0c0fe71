import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource, QueryRunner } from 'typeorm';
import { enterFunding, receiveReport, recognise, register, score } from '../../testing/facts.js';
import { addPerson } from '../../testing/people.js';
import { createPlanDatabase } from '../../testing/test-database.js';

let db: DataSource;
let appData: DataSource;
let runner: QueryRunner;
beforeAll(async () => {
  ({ db, appData } = await createPlanDatabase());
  const name = 'Quýt Thanh Bình';
  await score(db, name, '2024-06-20', '72.5', 4, 4);
  await recognise(db, name, { kind: 'new', stars: 3, decidedOn: '2024-07-09' });
  await receiveReport(db, 'Xã Bình Thành', 'H1', '2024-06-14');
  await enterFunding(db, [{ source: 'nq-20-2020', stage: 'planned', amount: 1n, occurredOn: '2024-05-01', unit: null, workArea: null }]);
  await db.query(
    `insert into report (plan_id, period, first_day, last_day, as_of, snapshot, snapshot_sha256)
     select id, 'H1', '2023-12-15', '2024-06-14', '2024-06-14', '{}', repeat('0', 64) from plan`,
  );
  const moment = '2024-04-09T00:00:00Z';
  const { accountId } = await addPerson(db, new Date(moment), ['commune-officer'], ['Xã Bình Thành']);
  await db.query(`update account set email = 'a@b.vn', oidc_issuer = 'https://x', oidc_subject = 'y' where id = $1`, [accountId]);
  await db.query(`insert into account_link (account_id, token_sha256, made_at, expires_at) values ($1, repeat('0', 64), $2, '2024-05-01')`, [accountId, moment]);
  await db.query(`insert into recovery_code (account_id, code_hash) values ($1, 'x')`, [accountId]);
  await db.query(`insert into known_device (token_sha256, account_id, last_used_at) values (repeat('0', 64), $1, $2)`, [accountId, moment]);
  await db.query(`insert into wrong_guess (counted_under, count, last_at) values ('a', 1, $1)`, [moment]);
  await db.query(`insert into inspection (product_id, inspected_on, outcome) select id, '2024-07-10', 'met' from product limit 1`);
  await db.query(`insert into council_rule (plan_id, level, members, quorum_numerator, quorum_denominator, spread_limit) select id, 'town', 7, 3, 4, 10 from plan`);
  // On no other list: free to be put on one.
  await register(db, 'Mật ong', 'new', '2024-06-01');
  await db.query(`delete from registration_step where registration_id = (select max(id) from registration)`);
  await db.query('delete from registration where id = (select max(id) from registration)');
  runner = db.createQueryRunner();
});
afterAll(async () => {
  await runner.release();
  await appData.destroy();
  await db.destroy();
});

/** Inserts the last row of a table once more, with changes written as SQL; undone afterwards. */
async function insertCopy(table: string, changes: Readonly<Record<string, string>>): Promise<void> {
  const columns = await db.query<{ name: string }[]>(
    `select column_name as name from information_schema.columns
     where table_name = $1 and is_identity = 'NO' and is_generated = 'NEVER' order by ordinal_position`,
    [table],
  );
  const names = columns.map(({ name }) => name);
  for (const name of Object.keys(changes)) if (!names.includes(name)) throw new Error(`no column ${name} in ${table}`);
  await runner.startTransaction();
  try {
    await runner.query(
      `insert into ${table} (${names.join(', ')}) select ${names.map((name) => changes[name] ?? name).join(', ')}
       from ${table} order by ctid desc limit 1`,
    );
  } finally {
    await runner.rollbackTransaction();
  }
}

const refusal = async (attempt: Promise<unknown>): Promise<{ code?: string; constraint?: string }> =>
  attempt.then(() => ({}), (error: { code?: string; constraint?: string }) => error);

const otherHash = `repeat('1', 64)`;
const otherSession = { id: 'gen_random_uuid()', token_sha256: otherHash };
const unregistered = `(select max(id) from product)`;
const otherDecision = { kind: `'upgrade'`, decided_on: 'decided_on + 1' };
const annulledByNobody = { annulled_at: 'now()', annulled_reason: `'nhầm'`, annulled_by: '0' };

/** [constraint, table, what the copied row changes] */
const refusals: [string, string, Record<string, string>][] = [
  ['unit_code_check', 'unit', { code: `'A1'` }],
  ['unit_name_check', 'unit', { name: `''` }],
  ['unit_level_check', 'unit', { level: `'ward'` }],
  ['unit_validity_in_order', 'unit', { valid_from: `valid_to + 1` }],
  ['unit_parent_by_level', 'unit', { parent_id: 'null' }],
  ['unit_name_keyed', 'unit', { name: `normalize(name, NFD)` }],
  ['unit_code_once', 'unit', {}],
  ['unit_parent_id_fkey', 'unit', { parent_id: '0', code: `'99999'` }],
  ['unit_alias_name_key_check', 'unit_alias', { name_key: `''` }],
  ['unit_alias_pkey', 'unit_alias', {}],
  ['unit_alias_unit_id_fkey', 'unit_alias', { unit_id: '0' }],
  ['plan_year_check', 'plan', { year: '2017' }],
  ['plan_legal_basis_check', 'plan', { legal_basis: `'{}'` }],
  ['plan_signature_check', 'plan', { signature: `'[]'` }],
  ['plan_supplement_after_issue', 'plan', { supplement_before: 'issued_on' }],
  ['plan_once_a_year', 'plan', {}],
  ['plan_unit_id_fkey', 'plan', { unit_id: '0' }],
  ['plan_target_minimum_check', 'plan_target', { minimum: '-1' }],
  ['plan_target_pkey', 'plan_target', {}],
  ['plan_target_plan_id_fkey', 'plan_target', { plan_id: '0' }],
  ['plan_round_no_check', 'plan_round', { no: '0' }],
  ['plan_round_in_order', 'plan_round', { town_recognition_before: 'dossiers_to_province_before + 1' }],
  ['plan_round_pkey', 'plan_round', {}],
  ['plan_round_plan_id_fkey', 'plan_round', { plan_id: '0' }],
  ['plan_report_due_period_check', 'plan_report_due', { period: `'Q1'` }],
  ['plan_report_due_pkey', 'plan_report_due', {}],
  ['plan_report_due_plan_id_fkey', 'plan_report_due', { plan_id: '0' }],
  ['work_area_no_check', 'work_area', { no: '0' }],
  ['work_area_pkey', 'work_area', {}],
  ['work_area_plan_id_fkey', 'work_area', { plan_id: '0' }],
  ['funding_source_position_check', 'funding_source', { position: '0' }],
  ['funding_source_kind_check', 'funding_source', { kind: `'loan'` }],
  ['funding_source_code_once', 'funding_source', { position: '99' }],
  ['funding_source_position_once', 'funding_source', { code: `'x'` }],
  ['funding_source_one_principal', 'funding_source', { code: `'x'`, position: '99', principal: 'true' }],
  ['funding_source_plan_id_fkey', 'funding_source', { plan_id: '0' }],
  ['producer_name_check', 'producer', { name: `repeat('a', 301)` }],
  ['producer_kind_check', 'producer', { kind: `'person'` }],
  ['producer_name_keyed', 'producer', { search_key: `''` }],
  ['producer_once_in_unit', 'producer', {}],
  ['producer_unit_id_fkey', 'producer', { unit_id: '0' }],
  ['product_name_check', 'product', { name: `''` }],
  ['product_name_keyed', 'product', { name: `normalize(name, NFD)` }],
  ['product_once_of_producer', 'product', {}],
  ['product_producer_id_fkey', 'product', { producer_id: '0' }],
  ['product_product_set_no_fkey', 'product', { producer_id: '(select min(id) from producer)', product_set_no: '99' }],
  ['registration_position_check', 'registration', { position: '0' }],
  ['registration_kind_check', 'registration', { kind: `'old'` }],
  ['registration_once_a_year', 'registration', { position: '99' }],
  ['registration_position_once', 'registration', { product_id: unregistered }],
  ['registration_plan_id_fkey', 'registration', { plan_id: '0' }],
  ['registration_product_id_fkey', 'registration', { position: '99', product_id: '0' }],
  ['registration_unit_id_fkey', 'registration', { position: '99', product_id: unregistered, unit_id: '0' }],
  ['registration_step_stage_check', 'registration_step', { stage: `'lost'` }],
  ['registration_step_round_no_check', 'registration_step', { round_no: '0' }],
  ['registration_step_registration_id_fkey', 'registration_step', { registration_id: '0' }],
  ['registration_step_evaluation_id_fkey', 'registration_step', { evaluation_id: '0' }],
  ['registration_step_recognition_id_fkey', 'registration_step', { recognition_id: '0' }],
  ['registration_step_entered_by_fkey', 'registration_step', { entered_by: '0' }],
  ['registration_step_annulled_by_fkey', 'registration_step', annulledByNobody],
  ['registration_step_annulled_with_reason', 'registration_step', { annulled_reason: `'nhầm'` }],
  ['evaluation_level_check', 'evaluation', { level: `'village'` }],
  ['evaluation_points_check', 'evaluation', { points: '100.0001' }],
  ['evaluation_star_cap_check', 'evaluation', { star_cap: '6' }],
  ['evaluation_stars_are_capped_band', 'evaluation', { points: '69.9999' }],
  ['evaluation_once', 'evaluation', {}],
  ['evaluation_registration_id_fkey', 'evaluation', { registration_id: '0' }],
  ['evaluation_stars_are_capped_band', 'evaluation', { disqualification: `'nhập khẩu'` }],
  ['evaluation_stars_are_capped_band', 'evaluation', { stars: 'null' }],
  ['evaluation_round_no_check', 'evaluation', { round_no: '0' }],
  ['evaluation_members_check', 'evaluation', { members: `'{}'` }],
  ['evaluation_member_count_check', 'evaluation', { member_count: '0' }],
  ['evaluation_part_a_check', 'evaluation', { part_a: '40.0001' }],
  ['evaluation_part_b_check', 'evaluation', { part_b: '25.0001' }],
  ['evaluation_part_c_check', 'evaluation', { part_c: '35.0001' }],
  ['evaluation_corrects_id_fkey', 'evaluation', { evaluated_on: 'evaluated_on + 1', corrects_id: '0' }],
  ['evaluation_entered_by_fkey', 'evaluation', { evaluated_on: 'evaluated_on + 1', entered_by: '0' }],
  ['evaluation_annulled_by_fkey', 'evaluation', annulledByNobody],
  ['evaluation_annulled_with_reason', 'evaluation', { annulled_at: 'now()' }],
  ['council_rule_level_check', 'council_rule', { level: `'village'` }],
  ['council_rule_members_check', 'council_rule', { level: `'province'`, members: '51' }],
  ['council_rule_quorum', 'council_rule', { level: `'province'`, quorum_numerator: '5' }],
  ['council_rule_quorum', 'council_rule', { level: `'province'`, quorum_denominator: 'null' }],
  ['council_rule_spread_limit_check', 'council_rule', { level: `'province'`, spread_limit: '100.5' }],
  ['council_rule_pkey', 'council_rule', {}],
  ['council_rule_plan_id_fkey', 'council_rule', { plan_id: '0' }],
  ['inspection_outcome_check', 'inspection', { outcome: `'so-so'` }],
  ['inspection_product_id_fkey', 'inspection', { product_id: '0' }],
  ['inspection_entered_by_fkey', 'inspection', { entered_by: '0' }],
  ['inspection_annulled_by_fkey', 'inspection', annulledByNobody],
  ['inspection_annulled_with_reason', 'inspection', { annulled_at: 'now()' }],
  ['law_rule_topic_check', 'law_rule', { topic: `'taxes'` }],
  ['law_rule_legal_basis_check', 'law_rule', { legal_basis: `''` }],
  ['law_rule_once', 'law_rule', {}],
  ['law_rule_entered_by_fkey', 'law_rule', { valid_from: `'2027-01-01'`, entered_by: '0' }],
  ['law_rule_annulled_by_fkey', 'law_rule', annulledByNobody],
  ['law_rule_annulled_with_reason', 'law_rule', { annulled_at: 'now()' }],
  ['product_set_no_check', 'product_set', { no: '0' }],
  ['product_set_pkey', 'product_set', {}],
  ['recognition_kind_check', 'recognition', { kind: `'old'` }],
  ['recognition_from_three_stars', 'recognition', { stars: '2' }],
  ['recognition_decision_number_check', 'recognition', { decision_number: `''` }],
  ['recognition_authority_check', 'recognition', { authority: `'commune'` }],
  ['recognition_revoked_after_decided', 'recognition', { revoked_on: 'decided_on - 1', revocation_paper: `'x'` }],
  ['recognition_revoked_with_paper', 'recognition', { revoked_on: 'decided_on + 1' }],
  ['recognition_first_once', 'recognition', { decided_on: 'decided_on + 1' }],
  ['recognition_once_a_day', 'recognition', { kind: `'upgrade'` }],
  ['recognition_product_id_fkey', 'recognition', { product_id: '0' }],
  ['recognition_registration_id_fkey', 'recognition', { registration_id: '0', kind: `'upgrade'`, decided_on: 'decided_on + 1' }],
  ['recognition_entered_by_fkey', 'recognition', { ...otherDecision, entered_by: '0' }],
  ['recognition_annulled_by_fkey', 'recognition', annulledByNobody],
  ['recognition_annulled_with_reason', 'recognition', { ...otherDecision, annulled_at: 'now()' }],
  ['commune_report_once', 'commune_report', {}],
  ['commune_report_plan_id_fkey', 'commune_report', { plan_id: '0' }],
  ['commune_report_unit_id_fkey', 'commune_report', { unit_id: '0' }],
  ['commune_report_plan_id_period_fkey', 'commune_report', { period: `'Q1'` }],
  ['funding_entry_stage_check', 'funding_entry', { stage: `'lent'` }],
  ['funding_entry_amount_check', 'funding_entry', { amount: '0' }],
  ['funding_entry_amount_check', 'funding_entry', { amount: '-1000000000000000' }],
  ['funding_entry_plan_id_fkey', 'funding_entry', { plan_id: '0' }],
  ['funding_entry_plan_id_source_id_fkey', 'funding_entry', { source_id: '0' }],
  ['funding_entry_unit_id_fkey', 'funding_entry', { unit_id: '0' }],
  ['funding_entry_plan_id_work_area_no_fkey', 'funding_entry', { work_area_no: '99' }],
  ['report_period_check', 'report', { period: `'Q1'` }],
  ['report_snapshot_sha256_check', 'report', { snapshot_sha256: `'x'` }],
  ['report_period_in_order', 'report', { last_day: 'first_day' }],
  ['report_snapshot_once', 'report', {}],
  ['report_plan_id_fkey', 'report', { plan_id: '0' }],
  ['account_username_check', 'account', { username: `'Có dấu'` }],
  ['account_display_name_check', 'account', { username: `'khac'`, display_name: `''` }],
  ['account_roles_check', 'account', { username: `'khac'`, roles: `array['owner']` }],
  ['account_roles_check', 'account', { username: `'khac'`, roles: `'{}'` }],
  ['account_password_hash_check', 'account', { username: `'khac'`, password_hash: `'mat khau'` }],
  ['account_commune_officer_has_units', 'account', { username: `'khac'`, roles: `array['commune-officer']`, all_units: 'true' }],
  ['account_second_factor_has_secret', 'account', { username: `'khac'`, totp_on: 'true' }],
  ['account_oidc_whole', 'account', { username: `'khac'`, oidc_subject: 'null' }],
  ['account_oidc_once', 'account', { username: `'khac'`, email: 'null' }],
  ['account_email_once', 'account', { username: `'khac'`, email: 'upper(email)', oidc_issuer: 'null', oidc_subject: 'null' }],
  ['account_username_once', 'account', { email: 'null', oidc_issuer: 'null', oidc_subject: 'null' }],
  ['account_unit_pkey', 'account_unit', {}],
  ['account_unit_account_id_fkey', 'account_unit', { account_id: '0' }],
  ['account_unit_unit_id_fkey', 'account_unit', { unit_id: '0' }],
  ['account_link_token_sha256_check', 'account_link', { token_sha256: `'x'`, ended_at: 'made_at' }],
  ['account_link_token_sha256_key', 'account_link', { ended_at: 'made_at' }],
  ['account_link_in_order', 'account_link', { token_sha256: otherHash, ended_at: 'made_at', expires_at: 'made_at' }],
  ['account_link_one_open', 'account_link', { token_sha256: otherHash }],
  ['account_link_account_id_fkey', 'account_link', { token_sha256: otherHash, ended_at: 'made_at', account_id: '0' }],
  ['recovery_code_pkey', 'recovery_code', {}],
  ['recovery_code_account_id_fkey', 'recovery_code', { account_id: '0' }],
  ['session_pkey', 'session', {}],
  ['session_token_sha256_key', 'session', { id: 'gen_random_uuid()' }],
  ['session_token_sha256_check', 'session', { id: 'gen_random_uuid()', token_sha256: `'x'` }],
  ['session_via_check', 'session', { ...otherSession, via: `'magic'` }],
  ['session_second_factor_check', 'session', { ...otherSession, second_factor: `'perhaps'` }],
  ['session_device_check', 'session', { ...otherSession, device: `repeat('a', 301)` }],
  ['session_in_order', 'session', { ...otherSession, last_seen_at: `signed_in_at - interval '1 second'` }],
  ['session_account_id_fkey', 'session', { ...otherSession, account_id: '0' }],
  ['known_device_pkey', 'known_device', {}],
  ['known_device_token_sha256_check', 'known_device', { token_sha256: `'x'` }],
  ['known_device_account_id_fkey', 'known_device', { token_sha256: otherHash, account_id: '0' }],
  ['wrong_guess_pkey', 'wrong_guess', {}],
  ['wrong_guess_counted_under_check', 'wrong_guess', { counted_under: `repeat('a', 301)` }],
  ['wrong_guess_count_check', 'wrong_guess', { counted_under: `'b'`, count: '0' }],
  ['audit_entry_origin_check', 'audit_entry', { origin: `'mail'` }],
  ['audit_entry_account_id_fkey', 'audit_entry', { account_id: '0' }],
];

describe('the database refuses by itself', () => {
  it.each(refusals)('%s: %s with %j', async (constraint, table, changes) => {
    expect((await refusal(insertCopy(table, changes))).constraint).toBe(constraint);
  });

  it('nothing that this list forgets: every check, unique, foreign key and natural key is in it', async () => {
    const rows = await db.query<{ name: string }[]>(
      `select conname as name from pg_constraint c join pg_class t on t.oid = c.conrelid
       where c.connamespace = 'public'::regnamespace and t.relname not in ('migrations', 'typeorm_metadata') and c.contype <> 'n'
         and not (c.contype = 'p' and exists (select 1 from pg_attribute a where a.attrelid = t.oid and a.attnum = any (c.conkey) and a.attidentity <> ''))
       union
       select i.relname from pg_index x join pg_class i on i.oid = x.indexrelid
       where x.indisunique and i.relnamespace = 'public'::regnamespace and not exists (select 1 from pg_constraint where conindid = i.oid)`,
    );
    // funding_source_of_plan repeats the primary key, so that the ledger can refer to a source of its own plan. The number
    // and the hash of an audit line are set by a trigger, whatever is sent.
    const known = new Set([...refusals.map(([name]) => name), 'funding_source_of_plan', 'audit_entry_pkey', 'audit_entry_hash_check']);
    expect(rows.map(({ name }) => name).sort()).toEqual([...known].sort());
  });

  it.each(['update', 'delete', 'truncate'])('to %s the ledger, a kept report or the audit trail: all are append-only', async (action) => {
    const statements = {
      update: (table: string) => `update ${table} set ${table === 'audit_entry' ? 'reason = null' : 'plan_id = plan_id'}`,
      delete: (table: string) => `delete from ${table}`,
      truncate: (table: string) => `truncate ${table}`,
    };
    for (const table of ['funding_entry', 'report', 'audit_entry']) {
      const error = await refusal(db.query(statements[action as keyof typeof statements](table)));
      expect({ table, code: error.code }).toEqual({ table, code: '23001' });
    }
  });
});

describe('certificates of 36 months', () => {
  it.each([
    ['2021-08-31', '2024-08-31'],
    ['2024-02-29', '2027-02-28'],
    ['2023-02-28', '2026-02-28'],
    ['2024-07-09', '2027-07-09'],
    ['2021-12-31', '2024-12-31'],
  ])('one decided on %s is valid through %s', async (decidedOn, validTo) => {
    const [row] = await db.query<{ validTo: string }[]>(
      `with g as (
         insert into recognition (product_id, kind, stars, decided_on, decision_number, authority)
         values (${unregistered}, 'upgrade', 3, $1, 'thử', 'town') returning valid_to)
       select valid_to as "validTo" from g`,
      [decidedOn],
    );
    expect(row?.validTo).toBe(validTo);
  });

  it('cannot be given another end by hand: whatever is written, the law of the day of the decision says it', async () => {
    await db.query(`update recognition set valid_to = '2030-01-01'`);
    const rows = await db.query<{ decidedOn: string; validTo: string }[]>(`select decided_on as "decidedOn", valid_to as "validTo" from recognition where decided_on = '2024-07-09' limit 1`);
    expect(rows).toEqual([{ decidedOn: '2024-07-09', validTo: '2027-07-09' }]);
    const inserted = await db.query<object[]>(
      `insert into recognition (product_id, kind, stars, decided_on, decision_number, authority, valid_to)
       values (${unregistered}, 'upgrade', 3, '2024-05-05', 'thử', 'town', '2099-01-01') returning valid_to as "validTo"`,
    );
    expect(inserted).toEqual([{ validTo: '2027-05-05' }]);
  });

  it('last as the rule in force on their day says, also when it is entered late, annulled or entered again', async () => {
    const ends = async () => {
      const rows = await db.query<{ validTo: string }[]>(
        `select valid_to as "validTo" from recognition where product_id = ${unregistered} and decided_on in ('2021-08-31', '2024-02-29', '2024-07-09') order by decided_on`,
      );
      return rows.map(({ validTo }) => validTo);
    };
    const enter = (months: number) =>
      db.query(`insert into law_rule (topic, valid_from, legal_basis, value) values ('certificate-months', '2024-02-29', 'thử', to_jsonb(${months}))`);
    expect(await ends()).toEqual(['2024-08-31', '2027-02-28', '2027-07-09']);
    await enter(24);
    expect(await ends()).toEqual(['2024-08-31', '2026-02-28', '2026-07-09']);
    await db.query(`update law_rule set annulled_at = now(), annulled_reason = 'nhầm' where legal_basis = 'thử'`);
    expect(await ends()).toEqual(['2024-08-31', '2027-02-28', '2027-07-09']);
    await enter(60);
    expect(await ends()).toEqual(['2024-08-31', '2029-02-28', '2029-07-09']);
  });
});

describe('a fact that was annulled', () => {
  const annulled = { annulled_at: 'now()', annulled_reason: `'nhầm'` };
  it.each(['evaluation', 'recognition', 'law_rule'])('leaves its place free: %s', async (table) => {
    expect(await refusal(insertCopy(table, annulled))).toEqual({});
  });
});

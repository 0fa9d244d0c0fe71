import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource, QueryRunner } from 'typeorm';
import { enterFunding, holdActivity, receiveReport, recognise, register, revoke, score } from '../../testing/facts.js';
import { addPerson } from '../../testing/people.js';
import { refusals, unregistered } from '../../testing/refusals.js';
import { createPlanDatabase } from '../../testing/test-database.js';

let db: DataSource;
let appData: DataSource;
let runner: QueryRunner;
beforeAll(async () => {
  ({ db, appData } = await createPlanDatabase());
  const name = 'Quýt Thanh Bình';
  await score(db, name, '2024-06-20', '72.5', 4, 4);
  await recognise(db, name, { kind: 'new', stars: 3, decidedOn: '2024-07-09' });
  await revoke(db, name, '2024-07-09', '2024-08-01');
  await receiveReport(db, 'Xã Bình Thành', 'H1', '2024-06-14');
  await holdActivity(db, { name: 'Lớp tập huấn', heldOn: '2024-04-12' });
  const entry = { source: 'nq-20-2020', stage: 'planned', amount: 1n, occurredOn: '2024-05-01', unit: null, workArea: null } as const;
  await enterFunding(db, [entry]);
  await db.query(
    `insert into funding_entry (posting, plan_id, source_id, stage, amount, occurred_on, reverses_id)
     select gen_random_uuid(), plan_id, source_id, stage, -amount, occurred_on, id from funding_entry`,
  );
  await enterFunding(db, [entry]);
  await db.query(`insert into funding_warning (entry_id, doubt, detail, reason) select max(id), 'tiny', '{}', 'thử' from funding_entry`);
  await db.query(`insert into ledger_check (checked_at, entries, differences, told) values ('2024-12-31', 0, 0, '{}')`);
  await db.query(`insert into funding_closing (plan_id, closed_at) select id, '2024-12-31' from plan`);
  await db.query(`insert into reported_money (plan_id, unit_id, period, source_id, measure, amount) select s.plan_id, u.id, 'H1', s.id, 'planned', 0 from funding_source s, unit u where s.code = 'socialised' and u.name = 'Bình Thành'`);
  await db.query(`insert into reconciliation_sign_off (plan_id, unit_id, period, tolerance, cells, signed_at) select plan_id, unit_id, period, 0, '[]', now() from reported_money`);
  await db.query('insert into reconciliation_setting (plan_id, tolerance) select id, 0 from plan');
  await db.query(
    `insert into report (plan_id, period, first_day, last_day, as_of, snapshot, snapshot_sha256)
     select id, 'H1', '2023-12-15', '2024-06-14', day, '{}', repeat('0', 64) from plan, unnest(array[date '2024-06-13', date '2024-06-14']) day order by day`,
  );
  await db.query(`insert into report_step (report_id, no, state, taken_at) select max(id), 1, 'in-review', now() from report`);
  await db.query(`insert into report_text (report_id, section, version, text, written_at) select max(id), 'limits', 1, 'x', now() from report`);
  await db.query(`insert into report_run (plan_id, period, planned_at) select plan_id, 'H1', now() from report limit 1`);
  await db.query(`insert into report_attempt (run_id, no, started_at) select id, 1, now() from report_run`);
  await db.query(`insert into report_schedule select unit_id, 'H1', 'calendar', 1, '06:00', 14, true from plan limit 1`);
  await db.query(`insert into report_issue (report_id, unit_id, number, issued_on, signature_lines, signatory_name, pdf, pdf_sha256) select r.id, p.unit_id, '05/BC-UBND', '2024-07-01', '{x}', 'x', '', repeat('0', 64) from report r join plan p on p.id = r.plan_id order by r.id desc limit 1`);
  await db.query(`insert into report_recipient (unit_id, name, address, added_at) select unit_id, 'x', 'a@b.example', now() from plan`);
  await db.query(`insert into report_delivery (report_id, name, address, message_id, tries_left, next_attempt_at, requested_at) select report_id, 'x', 'a@b.example', '<1@b.example>', 1, now(), now() from report_issue`);
  const moment = '2024-04-09T00:00:00Z';
  const { accountId } = await addPerson(db, new Date(moment), ['commune-officer'], ['Xã Bình Thành']);
  await db.query(`update account set email = 'a@b.vn', oidc_issuer = 'https://x', oidc_subject = 'y' where id = $1`, [accountId]);
  await db.query(`insert into account_link (account_id, token_sha256, made_at, expires_at) values ($1, repeat('0', 64), $2, '2024-05-01')`, [accountId, moment]);
  await db.query(`insert into recovery_code (account_id, code_hash) values ($1, 'x')`, [accountId]);
  await db.query(`insert into known_device (token_sha256, account_id, last_used_at) values (repeat('0', 64), $1, $2)`, [accountId, moment]);
  await db.query(`insert into calendar_feed (account_id, token_sha256, made_at) select max(id), repeat('0', 64), now() from account`);
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

describe('the database refuses by itself', () => {
  it.each(refusals)('%s: %s with %j', async (constraint, table, changes) => {
    expect((await refusal(insertCopy(table, changes))).constraint).toBe(constraint);
  });

  it('nothing that this list forgets: every check, unique, foreign key and natural key is in it', async () => {
    const rows = await db.query<{ name: string }[]>(
      `select conname as name from pg_constraint c join pg_class t on t.oid = c.conrelid
       where c.connamespace = 'public'::regnamespace and t.relname not in ('migrations', 'typeorm_metadata') and c.contype not in ('n', 't')
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
      truncate: (table: string) => `truncate ${table} cascade`,
    };
    for (const table of ['funding_entry', 'report', 'audit_entry']) {
      const error = await refusal(db.query(statements[action as keyof typeof statements](table)));
      expect({ table, code: error.code }).toEqual({ table, code: '23001' });
    }
  });
});

describe('a reversal in the ledger', () => {
  const take = (changes: string) =>
    db.query(
      `insert into funding_entry (posting, plan_id, source_id, stage, amount, occurred_on, work_area_no, reverses_id)
       select gen_random_uuid(), plan_id, source_id, e.stage, e.amount, e.occurred_on, e.area, e.reverses_id from funding_entry f
       cross join lateral (select ${changes}) e where f.id = (select max(id) from funding_entry where reverses_id is null)`,
    );
  it.each([
    ['of another amount', `f.stage, -f.amount - 1 as amount, f.occurred_on, null::integer as area, f.id as reverses_id`],
    ['of another stage', `'allocated' as stage, -f.amount as amount, f.occurred_on, null::integer as area, f.id as reverses_id`],
    ['of another work area', `f.stage, -f.amount as amount, f.occurred_on, 2 as area, f.id as reverses_id`],
    ['before the entry', `f.stage, -f.amount as amount, f.occurred_on - 1 as occurred_on, null::integer as area, f.id as reverses_id`],
    ['of nothing', `f.stage, -f.amount as amount, f.occurred_on, null::integer as area, 999999 as reverses_id`],
    ['of a reversal', `f.stage, f.amount, f.occurred_on, null::integer as area, (select max(id) from funding_entry where reverses_id is not null) as reverses_id`],
  ])('%s is refused by the database itself', async (_, changes) => {
    expect((await refusal(take(changes))).code).toBe('23001');
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
  it.each(['evaluation', 'recognition', 'activity', 'law_rule'])('leaves its place free: %s', async (table) => {
    expect(await refusal(insertCopy(table, annulled))).toEqual({});
  });
});

describe('what a line of the ledger names', () => {
  it.each(['product', 'producer'])('%s: must be there, and stays as long as the line', async (parent) => {
    const constraint = `funding_entry_${parent}`;
    expect(await refusal(insertCopy('funding_entry', { part: '2', [`${parent}_id`]: '0' }))).toMatchObject({ code: '23503', constraint });
    await runner.startTransaction();
    try {
      const [made] = (await runner.query(
        parent === 'product'
          ? `insert into product (producer_id, name, name_key, search_key) select id, 'Thu', 'thu', 'thu' from producer limit 1 returning id`
          : `insert into producer (unit_id, name, name_key, search_key, kind) select unit_id, 'Thu', 'thu', 'thu', kind from producer limit 1 returning id`,
      )) as unknown as { id: number }[];
      await runner.query(
        `insert into funding_entry (posting, plan_id, source_id, stage, amount, occurred_on, ${parent}_id)
         select gen_random_uuid(), plan_id, source_id, stage, 1, occurred_on, $1 from funding_entry where reverses_id is null limit 1`,
        [made?.id],
      );
      expect(await refusal(runner.query(`delete from ${parent} where id = $1`, [made?.id]))).toMatchObject({ code: '23503', constraint });
    } finally {
      await runner.rollbackTransaction();
    }
  });
});

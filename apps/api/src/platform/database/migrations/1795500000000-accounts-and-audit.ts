import type { MigrationInterface, QueryRunner } from 'typeorm';

const roles = `array['leadership', 'finance', 'economic-office', 'commune-officer', 'administrator', 'auditor']`;
const sha256 = (column: string) => `check (${column} ~ '^[0-9a-f]{64}$')`;

const up = [
  `create extension if not exists unaccent`,
  `create table account (
    id integer generated always as identity primary key,
    username text not null check (username ~ '^[a-z0-9][a-z0-9._-]{1,38}[a-z0-9]$'),
    display_name text collate "vi-x-icu" not null check (char_length(display_name) between 1 and 100),
    email text,
    roles text[] not null check (cardinality(roles) > 0 and roles <@ ${roles}),
    all_units boolean not null,
    password_hash text check (password_hash like '$argon2id$%'),
    password_changed_at timestamptz,
    totp_secret text,
    totp_on boolean not null default false,
    totp_last_step bigint,
    recovery_salt text,
    oidc_issuer text,
    oidc_subject text,
    disabled_at timestamptz,
    created_at timestamptz not null,
    last_sign_in_at timestamptz,
    constraint account_username_once unique (username),
    constraint account_oidc_once unique (oidc_issuer, oidc_subject),
    constraint account_oidc_whole check ((oidc_issuer is null) = (oidc_subject is null)),
    constraint account_second_factor_has_secret check (not totp_on or totp_secret is not null),
    constraint account_commune_officer_has_units check (not (all_units and roles @> array['commune-officer']))
  )`,
  `create unique index account_email_once on account (lower(email))`,
  `create table account_unit (
    account_id integer not null references account (id),
    unit_id integer not null references unit (id),
    primary key (account_id, unit_id)
  )`,
  `create table account_link (
    id integer generated always as identity primary key,
    account_id integer not null references account (id),
    token_sha256 text not null unique ${sha256('token_sha256')},
    made_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz,
    constraint account_link_in_order check (made_at < expires_at)
  )`,
  `create unique index account_link_one_open on account_link (account_id) where ended_at is null`,
  `create table recovery_code (
    account_id integer not null references account (id),
    code_hash text not null,
    primary key (account_id, code_hash)
  )`,
  `create table session (
    id uuid primary key,
    token_sha256 text not null unique ${sha256('token_sha256')},
    account_id integer not null references account (id),
    via text not null check (via in ('password', 'openid-connect')),
    second_factor text not null check (second_factor in ('off', 'pending', 'passed')),
    address text not null,
    device text not null check (char_length(device) <= 300),
    signed_in_at timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz,
    constraint session_in_order check (signed_in_at <= last_seen_at and signed_in_at < expires_at)
  )`,
  `create index session_open on session (account_id) where ended_at is null`,
  // A device that signed in before; what strangers do does not slow it down.
  `create table known_device (
    token_sha256 text primary key ${sha256('token_sha256')},
    account_id integer not null references account (id),
    last_used_at timestamptz not null
  )`,
  // Wrong passwords and codes, by what they are counted under. Not worth a write to the disk at each attempt: forgotten
  // when PostgreSQL falls.
  `create unlogged table wrong_guess (
    counted_under text primary key check (char_length(counted_under) <= 300),
    count integer not null check (count > 0),
    last_at timestamptz not null
  )`,

  // Every process drops what it remembers of the account's sessions.
  `create function tell_session_change() returns trigger language plpgsql as $$
    begin
      perform pg_notify('ocop_session', (case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end ->>
        (case tg_table_name when 'account' then 'id' else 'account_id' end)));
      return null;
    end
  $$`,
  `create trigger session_change after update of ended_at, second_factor, token_sha256 on session
    for each row execute function tell_session_change()`,
  `create trigger account_change after update of roles, all_units, disabled_at, display_name, username on account
    for each row execute function tell_session_change()`,
  `create trigger account_unit_change after insert or update or delete on account_unit
    for each row execute function tell_session_change()`,

  `create table audit_entry (
    no bigint primary key,
    happened_at timestamptz not null,
    account_id integer references account (id),
    account_name text,
    origin text not null check (origin in ('http', 'command', 'system')),
    address text,
    request_id text,
    action text not null,
    subject text not null,
    subject_id text,
    subject_name text,
    before jsonb,
    after jsonb,
    reason text,
    hash text not null ${sha256('hash')}
  )`,
  `create index audit_entry_of_subject on audit_entry (subject, subject_id, no)`,
  `create index audit_entry_of_account on audit_entry (account_id, no)`,
  `create index audit_entry_when on audit_entry (happened_at)`,
  // Each value with its length in bytes, so that no two lines read alike. platform/audit/audit-chain.ts writes the same.
  `create function audit_line(entry audit_entry) returns text language sql stable as $$
    select string_agg(coalesce(octet_length(value)::text || ':' || value, '-'), ',' order by place)
    from unnest(array[
      entry.no::text, to_char(entry.happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), entry.account_id::text,
      entry.account_name, entry.origin, entry.address, entry.request_id, entry.action, entry.subject, entry.subject_id,
      entry.subject_name, entry.before::text, entry.after::text, entry.reason
    ]) with ordinality as part (value, place)
  $$`,
  // The lock is held to the end of the transaction: lines are numbered in the order they become visible.
  `create function chain_audit_entry() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      previous record;
    begin
      perform pg_advisory_xact_lock(1227003);
      select e.no, e.hash into previous from audit_entry e order by e.no desc limit 1;
      new.no := coalesce(previous.no, 0) + 1;
      new.hash := encode(sha256(convert_to(coalesce(previous.hash, '') || audit_line(new), 'UTF8')), 'hex');
      return new;
    end
  $$`,
  `create trigger audit_entry_chain before insert on audit_entry for each row execute function chain_audit_entry()`,
  `create trigger audit_entry_append_only before update or delete or truncate on audit_entry
    for each statement execute function refuse_change()`,
];

const down = [
  ...['audit_entry', 'wrong_guess', 'known_device', 'session', 'recovery_code', 'account_link', 'account_unit', 'account'].map(
    (table) => `drop table ${table} cascade`,
  ),
  'drop function if exists audit_line',
  'drop function chain_audit_entry()',
  'drop function tell_session_change()',
];

/** Accounts, their sessions and links, and the audit trail. */
export class AccountsAndAudit1795500000000 implements MigrationInterface {
  name = 'AccountsAndAudit1795500000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}

import type { Account } from '@ocop/contracts';
import type { DataSource, EntityManager } from 'typeorm';
import { standing, standingFrom, type GuessCount, type Standing, type StandingColumn } from '../../platform/access/guesses.service.js';
import type { AccountEntity } from './account.entity.js';

type SigningIn = Pick<AccountEntity, 'id' | 'username' | 'passwordHash' | 'totpOn'> & { disabled: boolean; deviceKnown: boolean };

type Row = Omit<Account, 'createdAt' | 'lastSignInAt' | 'linkExpiresAt'> & {
  createdAt: Date;
  lastSignInAt: Date | null;
  linkExpiresAt: Date | null;
};

const text = (moment: Date | null) => moment?.toISOString() ?? null;

/** Accounts within the scope of who asks (null = all): only those that see nothing beyond it. */
async function accounts(db: DataSource | EntityManager, now: Date, units: readonly number[] | null, id: number | null): Promise<Account[]> {
  const rows = await db.query<Row[]>(
    `select a.id, a.username, a.display_name as "displayName", a.email, a.roles,
       case when a.all_units then null else (
         select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'fullName', u.type || ' ' || u.name) order by u.name), '[]')
         from account_unit o join unit u on u.id = o.unit_id where o.account_id = a.id) end as units,
       case when a.disabled_at is not null then 'disabled'
         when a.password_hash is null and a.oidc_subject is null then 'invited' else 'active' end as status,
       a.totp_on as "secondFactor", a.oidc_subject is not null as "openIdConnect", a.created_at as "createdAt",
       a.last_sign_in_at as "lastSignInAt",
       (select l.expires_at from account_link l where l.account_id = a.id and l.ended_at is null and l.expires_at > $1) as "linkExpiresAt"
     from account a
     where ($2::integer[] is null or (not a.all_units and not exists (
         select from account_unit o where o.account_id = a.id and o.unit_id <> all($2))))
       and ($3::integer is null or a.id = $3)
     order by a.display_name, a.username`,
    [now, units, id],
  );
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString(), lastSignInAt: text(row.lastSignInAt), linkExpiresAt: text(row.linkExpiresAt) }));
}

export const allAccounts = (db: DataSource, now: Date, units: readonly number[] | null) => accounts(db, now, units, null);

export const findAccount = async (db: DataSource | EntityManager, now: Date, units: readonly number[] | null, id: number): Promise<Account | null> =>
  (await accounts(db, now, units, id))[0] ?? null;

/**
 * Whoever a name is typed of (null = nobody), whether the device that sends it signed in to that account before, and what
 * was guessed under the counts so far: in one statement, since nothing else of a sign-in has to come before its password.
 */
export async function findSigningIn(
  db: DataSource,
  username: string | null,
  deviceSha256: string | null,
  counts: readonly GuessCount[],
): Promise<{ account: SigningIn | null; standing: Standing }> {
  const [row] = await db.query<((SigningIn | { id: null }) & { guessed: StandingColumn })[]>(
    `select a.id, a.username, a.password_hash as "passwordHash", a.totp_on as "totpOn", a.disabled_at is not null as disabled,
       exists (select from known_device d where d.token_sha256 = $2 and d.account_id = a.id) as "deviceKnown", ${standing('$3')} as guessed
     from (select) as nobody left join account a on a.username = $1`,
    [username, deviceSha256, counts.map(({ countedUnder }) => countedUnder)],
  );
  return { account: row === undefined || row.id === null ? null : row, standing: standingFrom(row?.guessed ?? null) };
}

/** Those of the ids that no unit has. */
export async function unknownUnits(manager: EntityManager, ids: readonly number[]): Promise<number[]> {
  const rows = await manager.query<{ id: number }[]>(
    'select i.id from unnest($1::integer[]) as i (id) where not exists (select from unit u where u.id = i.id) order by i.id',
    [ids],
  );
  return rows.map(({ id }) => id);
}

/** Names of those units that are no commune. */
export async function unitsAboveCommunes(manager: EntityManager, ids: readonly number[]): Promise<string[]> {
  const rows = await manager.query<{ name: string }[]>(
    `select type || ' ' || name as name from unit where id = any($1) and level <> 'commune' order by name`,
    [ids],
  );
  return rows.map(({ name }) => name);
}

/** Administrators who can sign in. */
export async function activeAdministrators(manager: EntityManager): Promise<number> {
  const [row] = await manager.query<{ count: number }[]>(
    `select count(*)::int as count from account where roles @> array['administrator'] and disabled_at is null
       and (password_hash is not null or oidc_subject is not null)`,
  );
  return row?.count ?? 0;
}

export async function setUnits(manager: EntityManager, accountId: number, unitIds: readonly number[] | null): Promise<void> {
  await manager.query('delete from account_unit where account_id = $1 and unit_id <> all($2)', [accountId, unitIds ?? []]);
  await manager.query(
    'insert into account_unit (account_id, unit_id) select $1, unnest($2::integer[]) on conflict do nothing',
    [accountId, unitIds ?? []],
  );
}

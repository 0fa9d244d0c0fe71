import type { Role } from '@ocop/contracts';
import type { DataSource } from 'typeorm';
import { newToken, sha256 } from '../platform/access/session-cookie.js';

export interface Person {
  accountId: number;
  username: string;
  /** What the browser of this person sends. */
  cookie: string;
}

/** Everything that any role may do, over every unit. */
export const ALL_ROLES: readonly Role[] = ['leadership', 'finance', 'economic-office', 'administrator', 'auditor'];

/** An account that is signed in since `now`, for as long as a test's clock may run; units as people name them, null = every unit. No password: what that costs is tested where it belongs. */
export async function addPerson(db: DataSource, now: Date, roles: readonly Role[], units: readonly string[] | null = null): Promise<Person> {
  const username = `thu-${newToken().toLowerCase().replace(/[^a-z0-9]/g, '').slice(0, 12)}`;
  const token = newToken();
  const [account] = await db.query<{ id: number; units: number }[]>(
    `with added as (
       insert into account (username, display_name, roles, all_units, created_at) values ($1, 'Người thử', $2, $3::text[] is null, $4) returning id),
     placed as (
       insert into account_unit (account_id, unit_id) select a.id, u.id from added a join unit u on u.type || ' ' || u.name = any($3) returning 1),
     opened as (
       insert into session (id, token_sha256, account_id, via, second_factor, address, device, signed_in_at, last_seen_at, expires_at)
       select gen_random_uuid(), $5, id, 'password', 'off', '127.0.0.1', 'test', $4, '2099-01-01', '2099-01-01' from added)
     select id, (select count(*)::integer from placed) as units from added`,
    [username, roles, units, now, sha256(token)],
  );
  if (account?.units !== (units ?? []).length) throw new Error(`no such units: ${String(units)}`);
  return { accountId: account.id, username, cookie: `ocop=${token}` };
}

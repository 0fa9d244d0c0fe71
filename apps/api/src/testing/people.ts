import type { Role } from '@ocop/contracts';
import type { DataSource } from 'typeorm';
import { newToken, sha256 } from '../platform/access/session-cookie.js';
import { unitId } from './facts.js';

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
  const [account] = await db.query<{ id: number }[]>(
    `insert into account (username, display_name, roles, all_units, created_at) values ($1, 'Người thử', $2, $3, $4) returning id`,
    [username, roles, units === null, now],
  );
  if (!account) throw new Error('no account');
  for (const unit of units ?? []) {
    await db.query('insert into account_unit (account_id, unit_id) values ($1, $2)', [account.id, await unitId(db, unit)]);
  }
  const token = newToken();
  await db.query(
    `insert into session (id, token_sha256, account_id, via, second_factor, address, device, signed_in_at, last_seen_at, expires_at)
     values (gen_random_uuid(), $1, $2, 'password', 'off', '127.0.0.1', 'test', $3, '2099-01-01', '2099-01-01')`,
    [sha256(token), account.id, now],
  );
  return { accountId: account.id, username, cookie: `ocop=${token}` };
}

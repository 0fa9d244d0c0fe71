import { randomUUID } from 'node:crypto';
import { isHalfSignedIn, permissionsOf, type HalfSignedInState, type Permission, type Role } from '@ocop/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { auditInsertion, auditLines } from '../audit/audit.service.js';
import { Clock } from '../clock/clock.js';
import { ownAndShared, takenBack, type GuessCount } from './guesses.service.js';
import { newToken, sha256 } from './session-cookie.js';
import type { OpenSession } from './open-session.js';
import { SessionCache } from './session-cache.js';
import { SessionEntity } from './session.entity.js';
import type { Viewer } from './viewer.js';

const MINUTE_MS = 60_000;
/** After which a session ends without a request (ASVS 5, 7.3.1), and after which in any case (7.3.2). */
export const IDLE_MINUTES = 30;
const ABSOLUTE_HOURS = 12;
/** How long a code may take; and setting up the second factor, for which an application may have to be found first. */
const HALF_MINUTES: Readonly<Record<HalfSignedInState, number>> = { pending: 10, 'to-set-up': 30 };

const idleBefore = (now: Date): Date => new Date(now.getTime() - IDLE_MINUTES * MINUTE_MS);

/** The session, or null when its time is over. */
const stillOpen = (session: OpenSession, now: Date): OpenSession | null =>
  session.expiresAt <= now || now.getTime() - session.lastSeenAt.getTime() >= IDLE_MINUTES * MINUTE_MS ? null : session;

// Of an account "a": the ids of its units with all below them; null = every unit.
const UNITS = `case when a.all_units then null else array(
  with recursive below as (
    select o.unit_id as id from account_unit o where o.account_id = a.id
    union select u.id from unit u join below b on u.parent_id = b.id)
  select id from below order by id) end`;

/** Sessions of a table with their accounts. */
const sessionsWithAccount = (table: 'session' | 'opened') => `
  select s.id, s.account_id as "accountId", a.username, a.display_name as "displayName", a.roles, s.via,
    s.second_factor as "secondFactor", s.expires_at as "expiresAt", s.last_seen_at as "lastSeenAt", ${UNITS} as units,
    case when a.all_units then null else (
      select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'fullName', u.type || ' ' || u.name) order by u.name), '[]')
      from account_unit o join unit u on u.id = o.unit_id where o.account_id = a.id) end as "namedUnits"
  from ${table} s join account a on a.id = s.account_id and a.disabled_at is null`;

const OPEN_SESSION = `${sessionsWithAccount('session')}
  where s.token_sha256 = $1 and s.ended_at is null and s.expires_at > $2 and s.last_seen_at > $3`;

/**
 * Parts of a statement: when the account signed in last; from now on its guesses from this device are counted alone. Without
 * a device nothing.
 */
const remembered = (account: string, now: string, device: string, when = 'true') => `
  device as (
    insert into known_device (token_sha256, account_id, last_used_at) select ${device}::text, ${account}, ${now}::timestamptz where ${device}::text is not null and ${when}
    on conflict (token_sha256) do update set last_used_at = excluded.last_used_at returning 1),
  dated as (update account set last_sign_in_at = ${now} where id = ${account} and exists (select from device) returning 1)`;

// One statement, so that signing in costs little beside its password: one way to the database, one commit.
const OPEN = `
  with opened as (
    insert into session (id, token_sha256, account_id, via, second_factor, address, device, signed_in_at, last_seen_at, expires_at)
    select $1, $2, id, $4, $5, $6, $7, $8, $8, $9 from account where id = $3 and disabled_at is null returning *),
  ${remembered('$3', '$8', '$10', 'exists (select from opened)')},
  ${takenBack('$12', '$13')},
  noted as (${auditInsertion('$8', '$11', '(select count(*) from opened) = 1 and (select count(*) from dated) <= 1 and (select count(*) from taken_back) >= 0')})
  ${sessionsWithAccount('opened')}`;

/** Sessions in the database: every process sees the same, and none outlives its end. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly cache: SessionCache,
  ) {}

  /** The open session of a token, or null; at once when it is remembered and was seen within the minute. */
  find(token: string): OpenSession | null | Promise<OpenSession | null> {
    const now = this.clock.now();
    const session = this.cache.peek(token);
    if (session === undefined) return this.look(token, now);
    const seen = now.getTime() - session.lastSeenAt.getTime();
    return seen <= MINUTE_MS ? stillOpen(session, now) : this.seeAgain(session, now);
  }

  private async look(token: string, now: Date): Promise<OpenSession | null> {
    const session = await this.cache.fill(token, async () => {
      const [found] = await this.dataSource.query<OpenSession[]>(OPEN_SESSION, [sha256(token), now, idleBefore(now)]);
      return found ?? null;
    });
    return session === null ? null : this.seeAgain(session, now);
  }

  /** Once a minute is exact enough for the idle limit and spares a write at each request. */
  private async seeAgain(session: OpenSession, now: Date): Promise<OpenSession | null> {
    if (stillOpen(session, now) === null) return null;
    if (now.getTime() - session.lastSeenAt.getTime() > MINUTE_MS) {
      session.lastSeenAt = now;
      await this.dataSource.query('update session set last_seen_at = greatest(last_seen_at, $2) where id = $1', [session.id, now]);
    }
    return session;
  }

  /** Sessions last seen before this moment have ended. */
  idleSince = (): Date => idleBefore(this.clock.now());

  async ofId(manager: EntityManager, id: string): Promise<Pick<SessionEntity, 'secondFactor' | 'signedInAt' | 'expiresAt'>> {
    return manager.findOneByOrFail(SessionEntity, { id });
  }

  /** The same inside a transaction, as it stands there. @throws when there is none */
  async read(manager: EntityManager, token: string): Promise<OpenSession> {
    const [found] = await manager.query<OpenSession[]>(OPEN_SESSION, [sha256(token), this.clock.now(), new Date(0)]);
    if (!found) throw new Error('No such session');
    return found;
  }

  /** What an account may do and see now, outside of any session; null = there is none, or it is disabled. */
  async rightsOf(accountId: number): Promise<{ permissions: Permission[]; units: number[] | null } | null> {
    const [account] = await this.dataSource.query<{ roles: Role[]; units: number[] | null }[]>(
      `select a.roles, ${UNITS} as units from account a where a.id = $1 and a.disabled_at is null`,
      [accountId],
    );
    return account === undefined ? null : { permissions: permissionsOf(account.roles), units: account.units };
  }

  /**
   * Opens a session and writes that down; gives it with its token, which is kept nowhere.
   * @param viewer the account, signing in
   * @param counts under which its right guess is taken back
   * @throws when the account was disabled meanwhile
   */
  async open(
    db: DataSource | EntityManager,
    viewer: Viewer,
    session: Pick<SessionEntity, 'accountId' | 'via' | 'secondFactor' | 'address' | 'device'>,
    deviceToken: string,
    counts: readonly GuessCount[] = [],
  ): Promise<{ token: string; opened: OpenSession }> {
    const token = newToken();
    const now = this.clock.now();
    const minutes = isHalfSignedIn(session.secondFactor) ? HALF_MINUTES[session.secondFactor] : ABSOLUTE_HOURS * 60;
    const expiresAt = new Date(now.getTime() + minutes * MINUTE_MS);
    const { accountId, via, secondFactor, address, device } = session;
    const id = randomUUID();
    const note = { action: 'signed-in', subject: 'session', subjectId: id, after: { via, secondFactor } } as const;
    // With the second factor still to come, the device is known only after it.
    const knownDevice = isHalfSignedIn(secondFactor) ? null : sha256(deviceToken);
    const [opened] = await db.query<OpenSession[]>(OPEN, [
      id, sha256(token), accountId, via, secondFactor, address, device.slice(0, 300), now, expiresAt, knownDevice, auditLines([{ viewer, note }]), ...ownAndShared(counts),
    ]);
    if (!opened) throw new Error('No such account');
    return { token, opened };
  }

  /** Remembers that the account signed in now, and from which device. */
  async remember(manager: EntityManager, accountId: number, deviceToken: string): Promise<void> {
    await manager.query(`with ${remembered('$1', '$2', '$3')} select count(*) from dated`, [accountId, this.clock.now(), sha256(deviceToken)]);
  }

  /** A new token for the session: who knew the old one knows nothing (ASVS 5, 7.2.4). */
  async rotate(manager: EntityManager, accountId: number, sessionId: string, secondFactor: SessionEntity['secondFactor']): Promise<string> {
    const token = newToken();
    this.cache.changed(manager, accountId);
    const fullTerm = new Date(this.clock.now().getTime() + ABSOLUTE_HOURS * 60 * MINUTE_MS);
    await manager.query(
      `update session set token_sha256 = $2, second_factor = $3, expires_at = case when second_factor = any($5) then $4 else expires_at end
       where id = $1`,
      [sessionId, sha256(token), secondFactor, fullTerm, Object.keys(HALF_MINUTES)],
    );
    return token;
  }

  /** Ends open sessions of an account: one, all but one, or all. Gives how many. */
  async end(manager: EntityManager, accountId: number, which: { only?: string; except?: string } = {}): Promise<number> {
    this.cache.changed(manager, accountId);
    const [, count] = await manager.query<[unknown, number]>(
      `update session set ended_at = $2 where account_id = $1 and ended_at is null
         and ($3::uuid is null or id = $3) and ($4::uuid is null or id <> $4)`,
      [accountId, this.clock.now(), which.only ?? null, which.except ?? null],
    );
    return count;
  }
}

export const permissionsOfSession = ({ roles, secondFactor }: OpenSession) => (isHalfSignedIn(secondFactor) ? [] : permissionsOf(roles));

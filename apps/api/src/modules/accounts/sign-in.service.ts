import { usernameSchema, type Session, type SignIn } from '@ocop/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { GuessesService, type GuessCount } from '../../platform/access/guesses.service.js';
import { newToken, sha256 } from '../../platform/access/session-cookie.js';
import type { OpenSession } from '../../platform/access/open-session.js';
import { IDLE_MINUTES, permissionsOfSession, SessionsService } from '../../platform/access/sessions.service.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { AppError } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import { AccountEntity } from './account.entity.js';
import { verifyPassword } from './passwords.js';

/** What a browser is given after signing in: its tokens, and who it is now. */
export interface SignedIn {
  token: string;
  /** Null = the device is known already. */
  deviceToken: string | null;
  session: Session;
  expiresAt: Date;
}

export const presentSession = (session: OpenSession): Session => ({
  accountId: session.accountId,
  username: session.username,
  displayName: session.displayName,
  roles: session.roles,
  permissions: permissionsOfSession(session),
  units: session.namedUnits,
  secondFactor: session.secondFactor,
  expiresAt: session.expiresAt.toISOString(),
  idleMinutes: IDLE_MINUTES,
});

@Injectable()
export class SignInService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly sessions: SessionsService,
    private readonly guesses: GuessesService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Signs in by name and password. A wrong name and a wrong password answer alike and take alike.
   * @param device what the browser sent of an earlier sign-in
   * @throws AppError wrong-credentials, too-many-attempts
   */
  async signIn(visitor: Viewer, { username, password }: SignIn, device: string | null, deviceName: string): Promise<SignedIn> {
    const typed = username.trim().toLowerCase();
    const possible = usernameSchema.safeParse(typed).success;
    // What no account can be called is asked of no table; it may be a password in the wrong field.
    const name = possible ? typed : sha256(typed);
    const account = possible ? await this.dataSource.manager.findOneBy(AccountEntity, { username: name }) : null;
    const known = account !== null && device !== null && (await this.isKnownDevice(account.id, device));
    const counts = guessCounts(name, visitor.address ?? '', known ? device : null);
    const kept = await this.guesses.check(counts).catch(async (error: unknown) => {
      await this.audit.recordAlone(visitor, { action: 'sign-in-blocked', subject: 'account', subjectId: account?.id ?? null });
      throw error;
    });
    const right = await verifyPassword(account?.passwordHash ?? null, password);
    if (!right || account === null || account.disabledAt !== null) {
      await this.guesses.countWrong(counts);
      // A name that no account has may be a password typed into the wrong field: it is not written down.
      await this.audit.recordAlone(visitor, {
        action: 'sign-in-failed', subject: 'account', subjectId: account?.id ?? null, subjectName: account?.username ?? null,
      });
      throw new AppError('wrong-credentials', messages.wrongCredentials);
    }
    await this.guesses.forget(counts.filter(({ forgiven, countedUnder }) => forgiven && kept.includes(countedUnder)).map(({ countedUnder }) => countedUnder));
    return this.dataSource.transaction((manager) =>
      this.open(manager, visitor, account, { via: 'password', secondFactor: account.totpOn ? 'pending' : 'off' }, known ? null : newToken(), deviceName),
    );
  }

  /** Opens a session for an account whose owner has shown who they are. */
  async open(
    manager: EntityManager,
    viewer: Viewer,
    account: AccountEntity,
    how: Pick<OpenSession, 'via' | 'secondFactor'>,
    deviceToken: string | null,
    deviceName: string,
  ): Promise<SignedIn> {
    const now = this.clock.now();
    const { token, expiresAt } = await this.sessions.open(manager, {
      ...how, accountId: account.id, address: viewer.address ?? '', device: deviceName,
    });
    // With the second factor still to come, the device is known only after it.
    const newDevice = how.secondFactor === 'pending' ? null : deviceToken;
    if (newDevice !== null) await this.rememberDevice(manager, account.id, newDevice);
    if (how.secondFactor !== 'pending') await manager.update(AccountEntity, account.id, { lastSignInAt: now });
    const session = await this.sessions.read(manager, token);
    await this.audit.record(manager, { ...viewer, accountId: account.id, username: account.username }, {
      action: 'signed-in', subject: 'session', subjectId: session.id, after: { via: how.via, secondFactor: how.secondFactor },
    });
    return { token, deviceToken: newDevice, session: presentSession(session), expiresAt };
  }

  /** Ends the session; without one nothing happens. */
  async signOut(visitor: Viewer): Promise<void> {
    const { accountId, sessionId } = visitor;
    if (accountId === null || sessionId === null) return;
    await this.dataSource.transaction(async (manager) => {
      await this.sessions.end(manager, accountId, { only: sessionId });
      await this.audit.record(manager, visitor, { action: 'signed-out', subject: 'session', subjectId: sessionId });
    });
  }

  async rememberDevice(manager: EntityManager, accountId: number, device: string): Promise<void> {
    const values = [sha256(device), accountId, this.clock.now()];
    await manager.query('insert into known_device (token_sha256, account_id, last_used_at) values ($1, $2, $3)', values);
  }

  /** Whether the account signed in from this device before. */
  async isKnownDevice(accountId: number, device: string, manager = this.dataSource.manager): Promise<boolean> {
    const [, count] = await manager.query<[unknown, number]>(
      'update known_device set last_used_at = $3 where token_sha256 = $1 and account_id = $2',
      [sha256(device), accountId, this.clock.now()],
    );
    return count > 0;
  }
}

/**
 * A device that signed in before is counted alone: nobody else's guesses keep its owner out. Strangers are counted by name
 * and address, by address (one password over many names), and by name (one name from many addresses).
 */
function guessCounts(username: string, address: string, device: string | null): (GuessCount & { forgiven: boolean })[] {
  if (device !== null) return [{ countedUnder: `device ${sha256(device)}`, free: 10, forgiven: true }];
  return [
    { countedUnder: `name and address ${username} ${address}`, free: 5, forgiven: true },
    { countedUnder: `address ${address}`, free: 50, forgiven: false },
    { countedUnder: `name ${username}`, free: 100, forgiven: false },
  ];
}

import { isHalfSignedIn, usernameSchema, type Session, type SignIn } from '@ocop/contracts';
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
import { Installation } from '../../platform/installation.js';
import type { AccountEntity } from './account.entity.js';
import { findSigningIn } from './account.queries.js';
import { verifyPassword } from './passwords.js';

/** The browser's own token, by which it is known again; new = it was not known to the account. */
export interface Device {
  token: string;
  isNew: boolean;
}

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
    private readonly installation: Installation,
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
    const countsOf = (from: Device) => guessCounts(name, visitor.address ?? '', from);
    const sent: Device | null = device === null ? null : { token: device, isNew: false };
    const unknown: Device = { token: newToken(), isNew: true };
    const possibleCounts = [...countsOf(unknown), ...(sent === null ? [] : countsOf(sent))];
    const { account, standing } = await findSigningIn(this.dataSource, possible ? name : null, device === null ? null : sha256(device), possibleCounts);
    const known = account?.deviceKnown && sent !== null ? sent : unknown;
    const counts = countsOf(known);
    // A name that no account has may be a password typed into the wrong field: it is not written down.
    const meant = { subject: 'account', subjectId: account?.id ?? null, subjectName: account?.username ?? null } as const;
    const judge = () => verifyPassword(account?.passwordHash ?? null, password);
    const right = await this.guesses.attemptWhile(counts, standing, judge).catch(async (error: unknown) => {
      if (error instanceof AppError) await this.audit.recordAlone(visitor, { action: 'sign-in-blocked', ...meant });
      throw error;
    });
    if (!right || account === null || account.disabled) {
      await this.audit.recordAlone(visitor, { action: 'sign-in-failed', ...meant });
      throw new AppError('wrong-credentials', messages.wrongCredentials);
    }
    const without = this.installation.secondFactorRequired ? 'to-set-up' : 'off';
    const how = { via: 'password', secondFactor: account.totpOn ? 'pending' : without } as const;
    return this.open(this.dataSource, visitor, account, how, known, deviceName, counts);
  }

  /** Opens a session for an account whose owner has shown who they are, and takes back what that counted as a guess. */
  async open(
    db: DataSource | EntityManager,
    viewer: Viewer,
    account: Pick<AccountEntity, 'id' | 'username'>,
    how: Pick<OpenSession, 'via' | 'secondFactor'>,
    device: Device,
    deviceName: string,
    counts: readonly GuessCount[] = [],
  ): Promise<SignedIn> {
    const session = { ...how, accountId: account.id, address: viewer.address ?? '', device: deviceName };
    const { token, opened } = await this.sessions.open(db, { ...viewer, accountId: account.id, username: account.username }, session, device.token, counts);
    const whole = !isHalfSignedIn(how.secondFactor);
    return { token, deviceToken: whole && device.isNew ? device.token : null, session: presentSession(opened), expiresAt: opened.expiresAt };
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

  /** The device a browser names, if the account signed in from it before; else a new one. */
  async deviceOf(accountId: number, sent: string | null, manager = this.dataSource.manager): Promise<Device> {
    if (sent === null) return newDevice();
    const known = await manager.query<unknown[]>('select 1 from known_device where token_sha256 = $1 and account_id = $2', [sha256(sent), accountId]);
    return known.length > 0 ? { token: sent, isNew: false } : newDevice();
  }
}

const newDevice = (): Device => ({ token: newToken(), isNew: true });

/**
 * A device that signed in before is counted alone: nobody else's guesses keep its owner out. Strangers are counted by name
 * and address, by address (one password over many names), and by name (one name from many addresses).
 */
function guessCounts(username: string, address: string, device: Device): GuessCount[] {
  if (!device.isNew) return [{ countedUnder: `device ${sha256(device.token)}`, free: 10 }];
  return [
    { countedUnder: `name and address ${username} ${address}`, free: 5 },
    { countedUnder: `address ${address}`, free: 50, shared: true },
    { countedUnder: `name ${username}`, free: 100, shared: true },
  ];
}

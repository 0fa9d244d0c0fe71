import type { ChangePassword, OwnAccount, OwnSession } from '@ocop/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SessionsService } from '../../platform/access/sessions.service.js';
import { signedIn, type Viewer } from '../../platform/access/viewer.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { AppError } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import { Installation } from '../../platform/installation.js';
import { AccountEntity, RecoveryCodeEntity } from './account.entity.js';
import { hashPassword, verifyPassword } from './passwords.js';
import { PasswordsService } from './passwords.service.js';

type SessionRow = Omit<OwnSession, 'current' | 'signedInAt' | 'lastSeenAt' | 'expiresAt'> & Record<'signedInAt' | 'lastSeenAt' | 'expiresAt', Date>;

/** How long a sign-in at the provider counts as asked just now. */
const JUST_NOW_MINUTES = 10;

/** What everybody may see and do of the own account. */
@Injectable()
export class OwnAccountService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly installation: Installation,
    private readonly sessions: SessionsService,
    private readonly passwords: PasswordsService,
    private readonly audit: AuditService,
  ) {}

  async get(viewer: Viewer): Promise<OwnAccount> {
    const { accountId, sessionId } = signedIn(viewer);
    const { manager } = this.dataSource;
    const [account, recoveryCodesLeft, rows] = await Promise.all([
      manager.findOneByOrFail(AccountEntity, { id: accountId }),
      manager.countBy(RecoveryCodeEntity, { accountId }),
      this.dataSource.query<SessionRow[]>(
        `select id, address, device, via, signed_in_at as "signedInAt", last_seen_at as "lastSeenAt", expires_at as "expiresAt"
         from session where account_id = $1 and ended_at is null and expires_at > $2 and last_seen_at > $3 order by last_seen_at desc`,
        [accountId, this.clock.now(), this.sessions.idleSince()],
      ),
    ]);
    return {
      username: account.username,
      displayName: account.displayName,
      email: account.email,
      hasPassword: account.passwordHash !== null,
      passwordChangedAt: account.passwordChangedAt?.toISOString() ?? null,
      secondFactor: account.totpOn,
      secondFactorRequired: this.installation.secondFactorRequired,
      recoveryCodesLeft,
      openIdConnect: account.oidcSubject !== null,
      sessions: rows.map((row) => ({
        ...row,
        current: row.id === sessionId,
        signedInAt: row.signedInAt.toISOString(),
        lastSeenAt: row.lastSeenAt.toISOString(),
        expiresAt: row.expiresAt.toISOString(),
      })),
    };
  }

  /** Ends every other session and gives this one a new token. @throws AppError wrong-credentials, invalid-input */
  async changePassword(viewer: Viewer, { currentPassword, newPassword }: ChangePassword): Promise<{ token: string; expiresAt: Date }> {
    const { accountId, sessionId } = signedIn(viewer);
    const account = await this.dataSource.manager.findOneByOrFail(AccountEntity, { id: accountId });
    await this.passwords.confirm(viewer, account, currentPassword, 'currentPassword');
    await this.passwords.checkNew(newPassword, [account.username, account.displayName, account.email ?? ''], 'newPassword');
    if (await verifyPassword(account.passwordHash, newPassword)) {
      throw new AppError('invalid-input', messages.samePassword, [{ path: 'newPassword', message: messages.samePassword }]);
    }
    const passwordHash = await hashPassword(newPassword);
    return this.dataSource.transaction(async (manager) => {
      await manager.update(AccountEntity, accountId, { passwordHash, passwordChangedAt: this.clock.now() });
      await this.sessions.end(manager, accountId, { except: sessionId });
      const { secondFactor, expiresAt } = await this.sessions.ofId(manager, sessionId);
      const token = await this.sessions.rotate(manager, accountId, sessionId, secondFactor);
      await this.audit.record(manager, viewer, { action: 'password-changed', subject: 'account', subjectId: accountId, subjectName: account.username });
      return { token, expiresAt };
    });
  }

  /**
   * Ends one of the own sessions, or every other one, after asking once more who it is (ASVS 5, 7.5.2).
   * @param password null = the account has none
   * @throws AppError wrong-credentials, forbidden, not-found
   */
  async endSessions(viewer: Viewer, only: string | null, password: string | null): Promise<void> {
    const { accountId, sessionId } = signedIn(viewer);
    const account = await this.dataSource.manager.findOneByOrFail(AccountEntity, { id: accountId });
    if (account.passwordHash !== null) await this.passwords.confirm(viewer, account, password ?? '', 'password');
    else await this.signedInJustNow(sessionId);
    await this.dataSource.transaction(async (manager) => {
      const count = await this.sessions.end(manager, accountId, only === null ? { except: sessionId } : { only });
      if (count === 0 && only !== null) throw new AppError('not-found', messages.sessionNotFound);
      if (count === 0) return;
      await this.audit.record(manager, viewer, { action: 'session-ended', subject: 'account', subjectId: accountId, subjectName: viewer.username, after: { count } });
    });
  }

  /** Who has no password here showed who they are at the provider. */
  private async signedInJustNow(sessionId: string): Promise<void> {
    const { signedInAt } = await this.sessions.ofId(this.dataSource.manager, sessionId);
    if (this.clock.now().getTime() - signedInAt.getTime() > JUST_NOW_MINUTES * 60_000) {
      throw new AppError('forbidden', messages.signInAnew(JUST_NOW_MINUTES));
    }
  }
}

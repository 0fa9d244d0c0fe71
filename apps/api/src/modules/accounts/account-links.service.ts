import type { LinkOwner, OpenLink, UseLink } from '@ocop/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { newToken, sha256 } from '../../platform/access/session-cookie.js';
import { SessionsService } from '../../platform/access/sessions.service.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { AppError } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import { AccountEntity } from './account.entity.js';
import { hashPassword } from './passwords.js';
import { PasswordsService } from './passwords.service.js';

const VALID_MS = 72 * 3_600_000;

type FoundLink = Pick<AccountEntity, 'username' | 'displayName' | 'email'> & { linkId: number; accountId: number; expiresAt: Date };

/** Links with which an invited or forgetful person chooses a password: once, within 72 hours. */
@Injectable()
export class AccountLinksService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly sessions: SessionsService,
    private readonly passwords: PasswordsService,
    private readonly audit: AuditService,
  ) {}

  /** A new link; the one before ends. Its secret stands in the fragment, which no browser sends and no log sees. */
  async make(manager: EntityManager, accountId: number): Promise<{ url: string; expiresAt: Date }> {
    const token = newToken();
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + VALID_MS);
    await this.end(manager, accountId);
    await manager.query('insert into account_link (account_id, token_sha256, made_at, expires_at) values ($1, $2, $3, $4)', [
      accountId, sha256(token), now, expiresAt,
    ]);
    return { url: `/loi-moi#${token}`, expiresAt };
  }

  async end(manager: EntityManager, accountId: number): Promise<void> {
    await manager.query('update account_link set ended_at = $2 where account_id = $1 and ended_at is null', [accountId, this.clock.now()]);
  }

  /** Whose link it is; it stays usable. @throws AppError link-not-valid */
  async open(visitor: Viewer, { token }: OpenLink): Promise<LinkOwner> {
    const { username, displayName, expiresAt } = await this.find(token);
    return { username, displayName, expiresAt: expiresAt.toISOString() };
  }

  /** Sets the password and uses the link up; a refused password does not. @throws AppError link-not-valid, invalid-input */
  async use(visitor: Viewer, { token, password }: UseLink): Promise<void> {
    const { linkId, accountId, username, displayName, email } = await this.find(token);
    await this.passwords.checkNew(password, [username, displayName, email ?? ''], 'password');
    const passwordHash = await hashPassword(password);
    await this.dataSource.transaction(async (manager) => {
      const now = this.clock.now();
      const [, count] = await manager.query<[unknown, number]>('update account_link set ended_at = $2 where id = $1 and ended_at is null', [linkId, now]);
      if (count === 0) throw new AppError('link-not-valid', messages.linkNotValid);
      await manager.update(AccountEntity, accountId, { passwordHash, passwordChangedAt: now });
      await this.sessions.end(manager, accountId);
      // Whoever held a device of the account before may not be its owner.
      await manager.query('delete from known_device where account_id = $1', [accountId]);
      await this.audit.record(manager, { ...visitor, accountId, username }, {
        action: 'account-link-used', subject: 'account', subjectId: accountId, subjectName: username,
      });
    });
  }

  private async find(token: string): Promise<FoundLink> {
    const [found] = await this.dataSource.query<FoundLink[]>(
      `select l.id as "linkId", a.id as "accountId", a.username, a.display_name as "displayName", a.email, l.expires_at as "expiresAt"
       from account_link l join account a on a.id = l.account_id
       where l.token_sha256 = $1 and l.ended_at is null and l.expires_at > $2 and a.disabled_at is null`,
      [sha256(token), this.clock.now()],
    );
    if (!found) throw new AppError('link-not-valid', messages.linkNotValid);
    return found;
  }
}

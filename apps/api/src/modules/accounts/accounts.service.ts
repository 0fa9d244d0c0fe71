import type { Account, AccountLink, ChangeAccount, InviteAccount, MakeLink } from '@ocop/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { SessionsService } from '../../platform/access/sessions.service.js';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { difference } from '../../platform/audit/difference.js';
import { Clock } from '../../platform/clock/clock.js';
import { lock } from '../../platform/database/locks.js';
import { AppError, Faults } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import { AccountLinksService } from './account-links.service.js';
import { AccountEntity } from './account.entity.js';
import { activeAdministrators, allAccounts, findAccount, setUnits, unitsAboveCommunes, unknownUnits } from './account.queries.js';
import { SecondFactorService } from './second-factor.service.js';

/** What an administrator decided of an account, as the audit trail shows it. */
const decided = ({ displayName, email, roles, units, status }: Account) => ({
  displayName, email, roles, units: units?.map(({ fullName }) => fullName) ?? null, disabled: status === 'disabled',
});

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

@Injectable()
export class AccountsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly sessions: SessionsService,
    private readonly links: AccountLinksService,
    private readonly secondFactor: SecondFactorService,
    private readonly audit: AuditService,
  ) {}

  async listAccounts(viewer: Viewer): Promise<{ items: Account[]; total: number }> {
    authorize(viewer, 'accounts.read');
    const items = await allAccounts(this.dataSource, this.clock.now(), viewer.units);
    return { items, total: items.length };
  }

  getAccount(viewer: Viewer, id: number): Promise<Account> {
    authorize(viewer, 'accounts.read');
    return this.find(this.dataSource.manager, viewer, id);
  }

  /** Makes an account and the link with which its owner chooses a password. @throws AppError invalid-input, already-there */
  async invite(viewer: Viewer, input: InviteAccount): Promise<AccountLink> {
    authorize(viewer, 'accounts.manage');
    return this.change(async (manager) => {
      await this.check(manager, viewer, input, null);
      if (await manager.existsBy(AccountEntity, { username: input.username })) {
        const message = messages.usernameTaken(input.username);
        throw new AppError('already-there', message, [{ path: 'username', message }]);
      }
      const { username, displayName, email, roles, unitIds } = input;
      const { id } = await manager.save(AccountEntity, { username, displayName, email, roles, allUnits: unitIds === null, createdAt: this.clock.now() });
      await setUnits(manager, id, unitIds);
      const { url, expiresAt } = await this.links.make(manager, id);
      const account = await this.find(manager, viewer, id);
      await this.audit.record(manager, viewer, { action: 'account-invited', subject: 'account', subjectId: id, subjectName: username, after: decided(account) });
      return { account, url, expiresAt: expiresAt.toISOString() };
    });
  }

  /** @throws AppError invalid-input, already-there, own-account, last-administrator, not-found */
  async changeAccount(viewer: Viewer, id: number, input: ChangeAccount): Promise<Account> {
    authorize(viewer, 'accounts.manage');
    return this.change(async (manager) => {
      const account = await this.find(manager, viewer, id);
      await this.check(manager, viewer, input, id);
      const { displayName, email, roles, unitIds, disabled, reason } = input;
      const ids = account.units?.map((unit) => unit.id) ?? null;
      const rightsChange =
        !same(account.roles.toSorted(), roles.toSorted()) || !same(ids?.toSorted() ?? null, unitIds?.toSorted() ?? null) || (account.status === 'disabled') !== disabled;
      if (rightsChange && id === viewer.accountId) throw new AppError('own-account', messages.ownAccount);
      const disabledAt = disabled ? this.clock.now() : null;
      await manager.update(AccountEntity, id, {
        displayName, email, roles, allUnits: unitIds === null, ...((account.status === 'disabled') === disabled ? {} : { disabledAt }),
      });
      await setUnits(manager, id, unitIds);
      const wasAdministrator = account.status === 'active' && account.roles.includes('administrator');
      if (wasAdministrator && (await activeAdministrators(manager)) === 0) throw new AppError('last-administrator', messages.lastAdministrator);
      if (rightsChange) await this.sessions.end(manager, id);
      if (disabled) await this.links.end(manager, id);
      const changed = await this.find(manager, { ...viewer, units: null }, id);
      const facts = difference(decided(account), decided(changed));
      if (facts !== null) {
        await this.audit.record(manager, viewer, { action: 'account-changed', subject: 'account', subjectId: id, subjectName: account.username, ...facts, reason });
      }
      return changed;
    });
  }

  /** A new link for somebody who lost the password, or with it the authenticator. */
  async makeLink(viewer: Viewer, id: number, { resetSecondFactor, reason }: MakeLink): Promise<AccountLink> {
    authorize(viewer, 'accounts.manage');
    return this.change(async (manager) => {
      const { username } = await this.find(manager, viewer, id);
      const { url, expiresAt } = await this.links.make(manager, id);
      if (resetSecondFactor) {
        await this.secondFactor.reset(manager, id);
        await this.sessions.end(manager, id);
      }
      const account = await this.find(manager, viewer, id);
      await this.audit.record(manager, viewer, {
        action: 'account-link-made', subject: 'account', subjectId: id, subjectName: username, after: { resetSecondFactor }, reason,
      });
      return { account, url, expiresAt: expiresAt.toISOString() };
    });
  }

  async endSessions(viewer: Viewer, id: number): Promise<void> {
    authorize(viewer, 'accounts.manage');
    await this.change(async (manager) => {
      const { username } = await this.find(manager, viewer, id);
      const count = await this.sessions.end(manager, id);
      if (count > 0) await this.audit.record(manager, viewer, { action: 'session-ended', subject: 'account', subjectId: id, subjectName: username, after: { count } });
    });
  }

  private change<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (manager) => {
      // One after the other, so that two administrators cannot remove each other at once.
      await lock(manager, 'accounts');
      return work(manager);
    });
  }

  private async find(manager: EntityManager, { units }: Viewer, id: number): Promise<Account> {
    const account = await findAccount(manager, this.clock.now(), units, id);
    if (account === null) throw new AppError('not-found', messages.accountNotFound(id));
    return account;
  }

  /** What only the database knows, every field at once: units that exist and are in reach, an address nobody else uses. */
  private async check(manager: EntityManager, viewer: Viewer, { unitIds, email, roles }: Pick<InviteAccount, 'unitIds' | 'email' | 'roles'>, id: number | null): Promise<void> {
    const faults = new Faults();
    const unknown = await unknownUnits(manager, unitIds ?? []);
    if (unknown.length > 0) faults.add('unitIds', messages.unknownUnits(unknown));
    const above = roles.includes('commune-officer') ? await unitsAboveCommunes(manager, unitIds ?? []) : [];
    if (above.length > 0) faults.add('unitIds', messages.communeOfficerAbove(above));
    const { units } = viewer;
    if (units !== null && (unitIds === null || unitIds.some((unitId) => !units.includes(unitId)))) faults.add('unitIds', messages.unitsOutOfReach);
    faults.refuse();
    if (email === null) return;
    const [other] = await manager.query<unknown[]>('select 1 from account where lower(email) = lower($1) and id is distinct from $2', [email, id]);
    if (other !== undefined) throw new AppError('already-there', messages.emailTaken(email), [{ path: 'email', message: messages.emailTaken(email) }]);
  }
}

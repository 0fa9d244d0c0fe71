import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { localViewer } from '../../platform/access/viewer.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { lock } from '../../platform/database/locks.js';
import { messages } from '../../platform/errors/messages.js';
import { AccountEntity } from './account.entity.js';
import { generatePassword, hashPassword } from './passwords.js';

const USERNAME = 'admin';

/** Makes the account that invites all others. */
@Injectable()
export class FirstAdministrator {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /**
   * Makes `admin` in a database without accounts. It may also do the work of the offices, since a small office starts with
   * one person; what is not needed is taken away in the accounts page.
   * @param chosen its password; null = one is made
   * @returns its name and password; null = the database has accounts already
   */
  async makeOnce(chosen: string | null): Promise<{ username: string; password: string } | null> {
    const password = chosen ?? generatePassword();
    return this.dataSource.transaction(async (manager) => {
      await lock(manager, 'first administrator');
      if (await manager.exists(AccountEntity)) return null;
      const now = this.clock.now();
      const { id } = await manager.save(AccountEntity, {
        username: USERNAME,
        displayName: messages.administrator,
        email: null,
        roles: ['administrator', 'economic-office', 'finance'],
        allUnits: true,
        passwordHash: await hashPassword(password),
        passwordChangedAt: now,
        createdAt: now,
      });
      await this.audit.record(manager, localViewer('system'), {
        action: 'first-administrator-made', subject: 'account', subjectId: id, subjectName: USERNAME,
      });
      return { username: USERNAME, password };
    });
  }
}

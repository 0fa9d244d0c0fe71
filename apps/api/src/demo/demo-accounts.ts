import type { Role } from '@ocop/contracts';
import type { EntityManager } from 'typeorm';
import { AccountEntity, AccountUnitEntity } from '../modules/accounts/account.entity.js';
import { UnitEntity } from '../modules/units/unit.entity.js';
import { messages } from './messages.js';

/** One account a role, to look around with; names of offices, not of people. */
const ACCOUNTS: readonly { username: keyof typeof messages.accounts; role: Role; commune: string | null }[] = [
  { username: 'lanhdao', role: 'leadership', commune: null },
  { username: 'taichinh', role: 'finance', commune: null },
  { username: 'kinhte', role: 'economic-office', commune: null },
  { username: 'tuha', role: 'commune-officer', commune: messages.accountCommune },
  { username: 'kiemtoan', role: 'auditor', commune: null },
];

/** Adds them beside the first administrator, whose password they share. Gives their names. */
export async function addDemoAccounts(manager: EntityManager): Promise<string[]> {
  const first = await manager.findOneByOrFail(AccountEntity, { username: 'admin' });
  for (const { username, role, commune } of ACCOUNTS) {
    const { id } = await manager.save(AccountEntity, {
      username,
      displayName: messages.accounts[username],
      email: null,
      roles: [role],
      allUnits: commune === null,
      passwordHash: first.passwordHash,
      passwordChangedAt: first.passwordChangedAt,
      createdAt: first.createdAt,
    });
    if (commune === null) continue;
    const unit = await manager.findOneByOrFail(UnitEntity, { name: commune });
    await manager.insert(AccountUnitEntity, { accountId: id, unitId: unit.id });
  }
  return ACCOUNTS.map(({ username }) => username);
}

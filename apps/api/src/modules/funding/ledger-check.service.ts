import type { LedgerCheck } from '@ocop/contracts';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { authorize, localViewer, type Viewer } from '../../platform/access/viewer.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { utc } from '../../platform/database/entered.js';
import { tryLock } from '../../platform/database/locks.js';
import { withRowScope } from '../../platform/database/row-scope.js';
import { messages } from '../../platform/errors/messages.js';
import { LedgerCheckEntity } from './funding-entry.entity.js';
import { ReconcileService } from './reconcile.service.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Differences told; the rest is counted. */
const TOLD = 50;

/** Compares the kept sums with the ledger once a day, in whichever process comes first, and when somebody asks; keeps what it found. */
@Injectable()
export class LedgerCheckService implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly reconciler: ReconcileService,
    private readonly audit: AuditService,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void withRowScope('all', () => this.checkIfDue()).catch(() => undefined), HOUR_MS).unref();
  }

  onApplicationShutdown(): void {
    if (this.timer !== null) clearInterval(this.timer);
  }

  /** What the newest check found; null = there was none yet. */
  async newest(viewer: Viewer): Promise<LedgerCheck | null> {
    authorize(viewer, 'funding.read');
    const [found] = await this.dataSource.query<LedgerCheck[]>(
      `select ${utc('k.checked_at')} as "checkedAt", a.display_name as "checkedBy", k.entries, k.differences, k.told
       from ledger_check k left join account a on a.id = k.checked_by order by k.id desc limit 1`,
    );
    // Where the sums differ names other communes' money.
    return found === undefined || viewer.units === null ? (found ?? null) : { ...found, told: [] };
  }

  async check(viewer: Viewer): Promise<LedgerCheck> {
    authorize(viewer, 'funding.write');
    await this.dataSource.transaction((manager) => this.run(manager, viewer));
    const newest = await this.newest(viewer);
    if (newest === null) throw new Error('the check was not kept');
    return newest;
  }

  /** The check of the day, unless another process is at it or it was made already. @returns whether it was made */
  checkIfDue(): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      if (!(await tryLock(manager, 'ledger check'))) return false;
      const [last] = await manager.find(LedgerCheckEntity, { order: { id: 'DESC' }, take: 1 });
      if (last !== undefined && this.clock.now().getTime() - last.checkedAt.getTime() < DAY_MS) return false;
      await this.run(manager, localViewer('system'));
      return true;
    });
  }

  /** The sums are one over all communes, whoever asks. */
  private async run(manager: EntityManager, viewer: Viewer): Promise<void> {
    const { entries, differences } = await withRowScope('all', () => this.reconciler.reconcile(viewer, manager));
    const told = differences.slice(0, TOLD).map((difference) => messages.ledgerCommand.difference(difference));
    await manager.insert(LedgerCheckEntity, { checkedAt: this.clock.now(), checkedBy: viewer.accountId, entries: String(entries), differences: differences.length, told });
    // A difference is nobody's change: it goes on record where an auditor looks.
    if (differences.length > 0 || viewer.origin === 'http') {
      await this.audit.record(manager, viewer, { action: 'funding-checked', subject: 'funding', after: { entries, differences: differences.length } });
    }
  }
}

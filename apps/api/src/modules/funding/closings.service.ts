import type { LedgerClosing, NewClosing, Receipt, Reopening } from '@ocop/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { utc } from '../../platform/database/entered.js';
import { AppError } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import { unitsWithin } from '../plans/plan-view.js';
import { PlansInSightService } from '../plans/plans-in-sight.service.js';
import { FundingClosingEntity } from './funding-entry.entity.js';

/** Closes the ledger of a year, so that nothing is entered or taken back any more; and reopens it. */
@Injectable()
export class ClosingsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly inSight: PlansInSightService,
    private readonly audit: AuditService,
  ) {}

  async listClosings(viewer: Viewer): Promise<{ items: LedgerClosing[]; total: number }> {
    authorize(viewer, 'funding.read');
    const items = await this.dataSource.query<LedgerClosing[]>(
      `select p.year, a.display_name as "closedBy", ${utc('k.closed_at')} as "closedAt", k.paper,
         case when k.reopened_at is null then null else json_build_object('by', b.display_name, 'at', ${utc('k.reopened_at')}, 'reason', k.reopening_reason) end as reopened
       from funding_closing k join plan p on p.id = k.plan_id left join account a on a.id = k.closed_by left join account b on b.id = k.reopened_by
       where k.plan_id = any($1) order by p.year desc, k.id desc`,
      [(await this.inSight.list(viewer)).map(({ id }) => id)],
    );
    return { items, total: items.length };
  }

  /** @throws AppError already-there, unknown-year, forbidden */
  close(viewer: Viewer, { year, paper }: NewClosing): Promise<Receipt> {
    authorize(viewer, 'funding.close');
    return this.dataSource.transaction(async (manager) => {
      const plan = await this.take(manager, viewer, year);
      if (await manager.existsBy(FundingClosingEntity, { planId: plan.id, reopenedAt: IsNull() })) throw new AppError('already-there', messages.closedAlready(year));
      const { id } = await manager.save(FundingClosingEntity, { planId: plan.id, paper, closedAt: this.clock.now(), closedBy: viewer.accountId });
      await this.audit.record(manager, viewer, { action: 'funding-closed', subject: 'funding', subjectId: year, subjectName: String(year), after: { paper } });
      return { id, version: 1 };
    });
  }

  /** @throws AppError not-found, unknown-year, forbidden */
  reopen(viewer: Viewer, { year, reason }: Reopening): Promise<Receipt> {
    authorize(viewer, 'funding.close');
    return this.dataSource.transaction(async (manager) => {
      const plan = await this.take(manager, viewer, year);
      const closing = await manager.findOneBy(FundingClosingEntity, { planId: plan.id, reopenedAt: IsNull() });
      if (closing === null) throw new AppError('not-found', messages.ledgerNotClosed(year));
      await manager.update(FundingClosingEntity, closing.id, { reopenedAt: this.clock.now(), reopenedBy: viewer.accountId, reopeningReason: reason });
      await this.audit.record(manager, viewer, { action: 'funding-reopened', subject: 'funding', subjectId: year, subjectName: String(year), reason });
      return { id: closing.id, version: 1 };
    });
  }

  /** The plan, once everybody who is writing its money has finished: they hold their sources. */
  private async take(manager: EntityManager, viewer: Viewer, year: number): Promise<{ id: number }> {
    const plan = await this.inSight.find(viewer, year, manager);
    if (unitsWithin(plan, viewer.units) !== null) throw new AppError('forbidden', messages.closingOfWholePlan);
    await manager.query('select 1 from funding_source where plan_id = $1 order by id for no key update', [plan.id]);
    return plan;
  }
}

import type { FundingWarning, FundingWarningQuery, Receipt, WarningResolution } from '@ocop/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { AppError } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import { unitsWithin } from '../plans/plan-view.js';
import { PlansInSightService } from '../plans/plans-in-sight.service.js';
import { DEFAULT_PAGE_SIZE, listWarnings } from './ledger.queries.js';

/** What is doubtful in the ledger, until somebody has looked at it. */
@Injectable()
export class WarningsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly inSight: PlansInSightService,
    private readonly audit: AuditService,
  ) {}

  /** @param pageSize null = all of them */
  async listWarnings(viewer: Viewer, query: FundingWarningQuery, pageSize: number | null = query.pageSize ?? DEFAULT_PAGE_SIZE): Promise<{ items: FundingWarning[]; total: number }> {
    authorize(viewer, 'funding.read');
    const plan = await this.inSight.find(viewer, query.year);
    const { items, total } = await listWarnings(this.dataSource, plan.id, unitsWithin(plan, viewer.units), query, pageSize);
    return { items: items.map(({ detail, entryId: _, ...warning }) => ({ ...warning, sentence: messages.ledgerFault[warning.doubt](detail).sentence })), total };
  }

  /** Somebody looked and says what it is. @throws AppError not-found, already-there */
  resolve(viewer: Viewer, id: number, { note }: WarningResolution): Promise<Receipt> {
    authorize(viewer, 'funding.write');
    return this.dataSource.transaction(async (manager) => {
      const [warning] = await manager.query<{ entryId: string; doubt: FundingWarning['doubt']; open: boolean }[]>(
        `select w.entry_id as "entryId", w.doubt, w.resolved_at is null as open from funding_warning w join funding_entry f on f.id = w.entry_id join plan p on p.id = f.plan_id
         where w.id = $1 and ($2::integer[] is null or coalesce(f.unit_id, p.unit_id) = any($2)) for update of w`,
        [id, viewer.units],
      );
      if (warning === undefined) throw new AppError('not-found', messages.warningNotFound(id));
      if (!warning.open) throw new AppError('already-there', messages.warningResolved);
      await manager.query('update funding_warning set resolved_at = $2, resolved_by = $3, resolution = $4 where id = $1', [id, this.clock.now(), viewer.accountId, note]);
      await this.audit.record(manager, viewer, {
        action: 'funding-warning-resolved', subject: 'funding', subjectId: warning.entryId, subjectName: messages.doubtWords[warning.doubt], reason: note,
      });
      return { id, version: 1 };
    });
  }
}

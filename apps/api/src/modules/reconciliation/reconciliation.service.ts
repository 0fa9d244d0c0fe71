import type { CommuneReconciliation, NewSignOff, Receipt, Reconciliation, ReconciliationQuery, ReconciliationTolerance } from '@ocop/contracts';
import { needsExplanation, reportingPeriod, type PeriodKind } from '@ocop/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { lock } from '../../platform/database/locks.js';
import { AppError, Faults } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import { FundingService } from '../funding/funding.service.js';
import { unitsWithin, type PlanView } from '../plans/plan-view.js';
import { PlansService } from '../plans/plans.service.js';
import { reconciledCells, sameFigures, seenOf } from './reconciled-cells.js';
import { ReconciliationSettingEntity, ReconciliationSignOffEntity } from './reconciliation.entity.js';
import { listCommunes, listReported, listSignOffs } from './reconciliation.queries.js';

/** Sets what communes reported of their money beside the ledger, and keeps who signed it. */
@Injectable()
export class ReconciliationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly plans: PlansService,
    private readonly funding: FundingService,
    private readonly audit: AuditService,
  ) {}

  /** @throws AppError unknown-year */
  async reconcile(viewer: Viewer, { year, period }: ReconciliationQuery): Promise<Reconciliation> {
    authorize(viewer, 'funding.read');
    const { manager } = this.dataSource;
    const plan = await this.plans.ofYear(viewer, year);
    const [{ tolerance, version }, sources, items] = await Promise.all([
      this.setting(manager, plan.id),
      this.plans.listFundingSources(plan.id),
      this.communes(manager, plan, period, unitsWithin(plan, viewer.units)),
    ]);
    return {
      year, period, lastDay: reportingPeriod(year, period).lastDay, tolerance, toleranceVersion: version,
      sources: sources.map(({ code, name, kind }) => ({ code, name, kind })), items, total: items.length,
    };
  }

  /** Signs exactly what the person looked at. @throws AppError invalid-input, changed-meanwhile, unknown-year */
  sign(viewer: Viewer, { year, period, unitId, seen, note }: NewSignOff): Promise<Receipt> {
    authorize(viewer, 'reconciliation.sign');
    return this.dataSource.transaction(async (manager) => {
      const plan = await this.plans.ofYear(viewer, year, manager);
      await lock(manager, 'reported money of a unit', unitId);
      const commune = await this.commune(manager, viewer, plan, period, unitId);
      const { tolerance } = await this.setting(manager, plan.id);
      if (commune.seen !== seen) throw new AppError('changed-meanwhile', messages.changedMeanwhile, undefined, undefined, { ...commune });
      const faults = new Faults();
      if (note === null && commune.cells.some(({ state }) => needsExplanation(state))) faults.add('note', messages.signOffNote);
      faults.refuse();
      const { id } = await manager.save(ReconciliationSignOffEntity, {
        planId: plan.id, unitId, period, tolerance, cells: commune.cells, note, signedAt: this.clock.now(), signedBy: viewer.accountId,
      });
      await this.audit.record(manager, viewer, {
        action: 'reconciliation-signed', subject: 'funding', subjectId: unitId, subjectName: messages.communeInPeriod(commune.unitName, period, year),
        after: { tolerance, cells: commune.cells }, reason: note,
      });
      return { id, version: 1 };
    });
  }

  /** @throws AppError forbidden, changed-meanwhile, unknown-year */
  setTolerance(viewer: Viewer, { year, tolerance, version }: ReconciliationTolerance): Promise<Receipt> {
    authorize(viewer, 'reconciliation.sign');
    return this.dataSource.transaction(async (manager) => {
      const plan = await this.plans.ofYear(viewer, year, manager);
      const { id: planId } = plan;
      if (unitsWithin(plan, viewer.units) !== null) throw new AppError('forbidden', messages.toleranceOfWholePlan);
      await lock(manager, 'tolerance of a plan', planId);
      const before = await this.setting(manager, planId);
      if (before.version !== version) throw new AppError('changed-meanwhile', messages.changedMeanwhile, undefined, undefined, { ...before });
      await manager.save(ReconciliationSettingEntity, { planId, tolerance, version: version + 1 });
      await this.audit.record(manager, viewer, {
        action: 'reconciliation-tolerance-set', subject: 'funding', subjectId: year, subjectName: String(year), before: { tolerance: before.tolerance }, after: { tolerance },
      });
      return { id: planId, version: version + 1 };
    });
  }

  /** A commune of the plan within the viewer's reach. @throws AppError invalid-input */
  async commune(manager: EntityManager, viewer: Viewer, plan: PlanView['plan'], period: PeriodKind, unitId: number): Promise<CommuneReconciliation> {
    const reached = viewer.units === null || viewer.units.includes(unitId);
    const [commune] = reached ? await this.communes(manager, plan, period, [unitId]) : [];
    if (commune !== undefined) return commune;
    const message = reached ? messages.ledgerFault['unknown-unit']().sentence : messages.unitOutOfReach;
    throw new AppError('invalid-input', message, [{ path: 'unitId', message }]);
  }

  private async setting(manager: EntityManager, planId: number): Promise<Pick<ReconciliationSettingEntity, 'tolerance' | 'version'>> {
    const found = await manager.findOneBy(ReconciliationSettingEntity, { planId });
    return { tolerance: found?.tolerance ?? '0', version: found?.version ?? 1 };
  }

  private async communes(manager: EntityManager, plan: PlanView['plan'], period: PeriodKind, units: PlanView['units']): Promise<CommuneReconciliation[]> {
    const scope = { planId: plan.id, period, units };
    // One after the other: within a transaction they share one connection.
    const { tolerance } = await this.setting(manager, plan.id);
    const sources = (await this.plans.listFundingSources(plan.id, manager)).map(({ code }) => code);
    const communes = await listCommunes(manager, scope);
    const reported = await listReported(manager, scope);
    const signOffs = await listSignOffs(manager, scope);
    const { lastDay } = reportingPeriod(plan.year, period);
    const sums = await this.funding.sumsOf({ planIds: [plan.id], asOf: lastDay, units }, ['unit', 'source', 'stage'], {}, manager);
    return communes.map(({ unitId, ...commune }) => {
      const own = <T extends { unitId?: number | null | undefined }>(rows: readonly T[]) => rows.filter((row) => row.unitId === unitId);
      const figures = own(reported);
      const newest = figures.at(-1);
      const cells = reconciledCells(sources, figures, own(sums), tolerance);
      return {
        unitId, ...commune,
        reported: newest === undefined ? null : { paper: newest.paper, by: newest.by, at: newest.at },
        cells,
        seen: seenOf(cells, tolerance),
        signOffs: own(signOffs).map(({ unitId: _, ...signOff }) => ({ ...signOff, matches: sameFigures(signOff.cells, cells) })),
      };
    });
  }
}

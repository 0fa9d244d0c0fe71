import type { Receipt, ReportedMoney } from '@ocop/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { lock } from '../../platform/database/locks.js';
import { AppError, Faults } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import { PlansService } from '../plans/plans.service.js';
import { ReportedMoneyEntity } from './reconciliation.entity.js';
import { listReported, type ReportedFigure } from './reconciliation.queries.js';
import { ReconciliationService } from './reconciliation.service.js';

type Figure = ReportedMoney['figures'][number];
const isOf = (a: Pick<Figure, 'source' | 'measure'>) => (b: Pick<Figure, 'source' | 'measure'>) => a.source === b.source && a.measure === b.measure;
const described = (figures: readonly Figure[], paper: string | null) => ({ paper, figures: figures.map(({ source, measure, amount }) => ({ source, measure, amount })) });

/** What communes report of their money. */
@Injectable()
export class ReportedMoneyService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly plans: PlansService,
    private readonly reconciliation: ReconciliationService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Enters a commune's figures of a period, all or none. What is changed or left out is annulled and stays on record.
   * @throws AppError invalid-input with every fault, changed-meanwhile, unknown-year
   */
  report(viewer: Viewer, { year, period, unitId, paper, figures, version, reason }: ReportedMoney): Promise<Receipt> {
    authorize(viewer, 'reportedMoney.write');
    return this.dataSource.transaction(async (manager) => {
      const plan = await this.plans.ofYear(viewer, year, manager);
      await lock(manager, 'reported money of a unit', unitId);
      const commune = await this.reconciliation.commune(manager, viewer, plan, period, unitId);
      const sources = await this.plans.listFundingSources(plan.id, manager);
      if (commune.version !== version) throw new AppError('changed-meanwhile', messages.changedMeanwhile, undefined, undefined, { ...commune });
      const standing = await listReported(manager, { planId: plan.id, period, units: [unitId] });
      const kept = (figure: ReportedFigure) => figures.some((one) => isOf(one)(figure) && one.amount === figure.amount) && figure.paper === paper;
      const annulled = standing.filter((figure) => !kept(figure));
      const entered = figures.filter((one) => !standing.some((figure) => isOf(one)(figure) && kept(figure)));
      const faults = this.check(figures, sources);
      if (annulled.length > 0 && reason === null) faults.add('reason', messages.reasonForCorrection);
      faults.refuse();
      if (annulled.length + entered.length === 0) return { id: unitId, version };
      const now = this.clock.now();
      if (annulled.length > 0) {
        const ids = In(annulled.map(({ id }) => id));
        await manager.update(ReportedMoneyEntity, { id: ids }, { annulledAt: now, annulledBy: viewer.accountId, annulledReason: reason });
      }
      const sourceId = (code: string) => sources.find((source) => source.code === code)?.id ?? 0;
      await manager.insert(
        ReportedMoneyEntity,
        entered.map(({ source, measure, amount }) => ({ planId: plan.id, unitId, period, sourceId: sourceId(source), measure, amount, paper, enteredBy: viewer.accountId, enteredAt: now })),
      );
      await this.audit.record(manager, viewer, {
        action: 'money-reported', subject: 'funding', subjectId: unitId, subjectName: messages.communeInPeriod(commune.unitName, period, year),
        ...(standing.length === 0 ? {} : { before: described(standing, commune.reported?.paper ?? null) }), after: described(figures, paper), reason,
      });
      return { id: unitId, version: version + entered.length + annulled.length };
    });
  }

  private check(figures: readonly Figure[], sources: readonly { code: string }[]): Faults {
    const faults = new Faults();
    for (const [index, figure] of figures.entries()) {
      if (!sources.some(({ code }) => code === figure.source)) faults.add(`figures.${index}.source`, messages.unknownSource(figure.source, sources.map(({ code }) => code)));
      if (figures.findIndex(isOf(figure)) !== index) faults.add(`figures.${index}.source`, messages.figureTwice(figure.source, figure.measure));
    }
    return faults;
  }
}

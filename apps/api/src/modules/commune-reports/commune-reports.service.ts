import type { Annulment, CommuneReportList, NewCommuneReport, OwedReport, Receipt, YearAsOfQuery } from '@ocop/contracts';
import { communeReportState, type Day, type PeriodKind } from '@ocop/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { ENTERED_COLUMNS, ENTERED_JOINS } from '../../platform/database/entered.js';
import { lockShared } from '../../platform/database/locks.js';
import { AppError, Faults } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import type { PlanView } from '../plans/plan-view.js';
import { PlansService } from '../plans/plans.service.js';
import { UnitsService } from '../units/units.service.js';
import { CommuneReportEntity } from './commune-report.entity.js';

export interface CommuneReportRow {
  id: number;
  unitName: string;
  period: PeriodKind;
  receivedOn: Day;
  paper: string | null;
}

type Received = NonNullable<OwedReport['report']> & { unitId: number; period: PeriodKind };

const told = ({ id, receivedOn, paper, enteredBy, enteredAt }: Received): OwedReport['report'] => ({ id, receivedOn, paper, enteredBy, enteredAt });

/** Reports that communes owe by the plan (clause V.4) and what was received of them. */
@Injectable()
export class CommuneReportsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly plans: PlansService,
    private readonly units: UnitsService,
    private readonly audit: AuditService,
  ) {}

  /** Reports received by the day, in the order they came. */
  listReceived({ plan, asOf, units }: PlanView): Promise<CommuneReportRow[]> {
    return this.dataSource.query<CommuneReportRow[]>(
      `select c.id, u.type || ' ' || u.name as "unitName", c.period, c.received_on as "receivedOn", c.paper
       from standing_commune_report c join unit u on u.id = c.unit_id
       where c.plan_id = $1 and c.received_on <= $2 and ($3::integer[] is null or c.unit_id = any($3))
       order by c.received_on, u.name`,
      [plan.id, asOf, units],
    );
  }

  /** Every report owed in a plan year, by period, as it stands on a day. @throws AppError unknown-year, as-of-before-plan, as-of-after-today */
  async listOwed(viewer: Viewer, { year, asOf }: YearAsOfQuery): Promise<CommuneReportList> {
    authorize(viewer, 'indicators.read');
    const view = await this.plans.view(viewer, year, asOf);
    const { plan } = view;
    const [periods, communes, received] = await Promise.all([
      this.plans.listCommuneReporting(view),
      this.units.listCommunesOf(plan.unitId, plan.issuedOn, view.units),
      this.receivedBy(view),
    ]);
    const items = periods.map((reporting) => ({
      ...reporting,
      communes: communes.map((commune) => {
        const found = received.find(({ unitId, period }) => unitId === commune.id && period === reporting.period);
        return {
          unitId: commune.id,
          unitName: commune.fullName,
          state: communeReportState(found?.receivedOn ?? null, reporting.due.before),
          report: found === undefined ? null : told(found),
        };
      }),
    }));
    return { year: plan.year, asOf: view.asOf, items, total: items.length };
  }

  /** Enters that a commune's report was received. @throws AppError invalid-input with every fault, already-there, changed-meanwhile, unknown-year */
  async addReport(viewer: Viewer, input: NewCommuneReport): Promise<Receipt> {
    authorize(viewer, 'communeReports.write');
    const { year, period, unitId, receivedOn, paper } = input;
    const view = await this.plans.view(viewer, year);
    const { plan } = view;
    const faults = new Faults();
    const today = this.clock.today();
    const periods = await this.plans.listCommuneReporting(view);
    if (!periods.some((one) => one.period === period)) faults.add('period', messages.noReportOfPeriod(plan.number));
    if (receivedOn > today) faults.add('receivedOn', messages.inFuture('receivedOn', today));
    if (receivedOn < plan.issuedOn) faults.add('receivedOn', messages.receivedBeforePlan(plan.number, plan.issuedOn));
    const unitName = await this.checkCommune(viewer, view, input, faults);
    faults.refuse();
    return this.dataSource.transaction(async (manager) => {
      await lockShared(manager, 'facts of a plan', plan.id);
      // Judged by what the plan said: when it was put right meanwhile, the sender looks again.
      if ((await this.plans.ofId(plan.id, manager)).version !== plan.version) throw new AppError('changed-meanwhile', messages.changedMeanwhile);
      const id = await this.insertOnce(manager, viewer, { planId: plan.id, unitId, period, receivedOn, paper });
      if (id === null) {
        const standing = await manager.findOneBy(CommuneReportEntity, { planId: plan.id, unitId, period, annulledAt: IsNull() });
        const message = messages.reportReceivedAlready(unitName, standing?.receivedOn ?? receivedOn);
        throw new AppError('already-there', message, [{ path: 'unitId', message }]);
      }
      await this.audit.record(manager, viewer, {
        action: 'commune-report-entered', subject: 'commune-report', subjectId: id, subjectName: unitName, after: { year, period, receivedOn, paper },
      });
      return { id, version: 1 };
    });
  }

  /** Takes back a report entered by mistake. @throws AppError not-found */
  annulReport(viewer: Viewer, id: number, { reason }: Annulment): Promise<Receipt> {
    authorize(viewer, 'communeReports.write');
    return this.dataSource.transaction(async (manager) => {
      const report = await manager.findOne(CommuneReportEntity, { where: { id, annulledAt: IsNull() }, lock: { mode: 'pessimistic_write' } });
      const reached = report !== null && (viewer.units === null || viewer.units.includes(report.unitId));
      if (!reached) throw new AppError('not-found', messages.communeReportNotFound(id));
      const { unitId, period, receivedOn, paper } = report;
      const commune = await this.units.findCommune(unitId, manager);
      await manager.update(CommuneReportEntity, id, { annulledAt: this.clock.now(), annulledBy: viewer.accountId, annulledReason: reason });
      await this.audit.record(manager, viewer, {
        action: 'commune-report-annulled', subject: 'commune-report', subjectId: id, subjectName: commune?.fullName ?? null, before: { period, receivedOn, paper }, reason,
      });
      return { id, version: 1 };
    });
  }

  /** A commune that owes reports by the plan, is in reach, and was there on the day. Gives its name. */
  private async checkCommune(viewer: Viewer, { plan }: PlanView, { unitId, receivedOn }: NewCommuneReport, faults: Faults): Promise<string> {
    const commune = (await this.units.listCommunesOf(plan.unitId, plan.issuedOn, null)).find(({ id }) => id === unitId);
    if (commune === undefined) faults.add('unitId', messages.communeOwesNothing(unitId, plan.number));
    else if (viewer.units !== null && !viewer.units.includes(unitId)) faults.add('unitId', messages.communeOutOfReach(commune.fullName));
    else if (commune.validTo !== null && receivedOn > commune.validTo) faults.add('receivedOn', messages.communeEndedBefore(commune.fullName, commune.validTo));
    return commune?.fullName ?? '';
  }

  /** Null = the commune's report of the period stands already, entered a moment ago perhaps. */
  private async insertOnce(manager: EntityManager, viewer: Viewer, row: Pick<CommuneReportEntity, 'planId' | 'unitId' | 'period' | 'receivedOn' | 'paper'>): Promise<number | null> {
    const [inserted] = await manager.query<{ id: number }[]>(
      `insert into commune_report (plan_id, unit_id, period, received_on, paper, entered_by, entered_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (plan_id, unit_id, period) where annulled_at is null do nothing returning id`,
      [row.planId, row.unitId, row.period, row.receivedOn, row.paper, viewer.accountId, this.clock.now()],
    );
    return inserted?.id ?? null;
  }

  private receivedBy({ plan, asOf, units }: PlanView): Promise<Received[]> {
    return this.dataSource.query<Received[]>(
      `select x.unit_id as "unitId", x.period, x.id, x.received_on as "receivedOn", x.paper, ${ENTERED_COLUMNS}
       from standing_commune_report x ${ENTERED_JOINS}
       where x.plan_id = $1 and x.received_on <= $2 and ($3::integer[] is null or x.unit_id = any($3))`,
      [plan.id, asOf, units],
    );
  }
}

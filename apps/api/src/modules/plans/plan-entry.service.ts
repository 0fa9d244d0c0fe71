import type { NewPlan, PlanForm, Receipt } from '@ocop/contracts';
import { planFaults } from '@ocop/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { lock } from '../../platform/database/locks.js';
import { AppError } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import { invalidInput } from '../../platform/errors/problem.filter.js';
import { unitsWithin } from './plan-view.js';
import { PlanEntity, PlanReportDueEntity, PlanTargetEntity, WorkAreaEntity } from './plan.entity.js';
import { PlansService } from './plans.service.js';

/** The plan of a new year, entered by the office when it is issued. */
@Injectable()
export class PlanEntryService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly plans: PlansService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** What the plan of a year says. @throws AppError unknown-year, locality-needed, unknown-locality, forbidden */
  async getForm(viewer: Viewer, year: number): Promise<PlanForm> {
    authorize(viewer, 'plans.write');
    const { manager } = this.dataSource;
    const { id: planId, number, issuedOn, title, supplementBefore, legalBasis, signature, recipients } = await this.wholePlan(viewer, year, manager);
    const [targets, rounds, reports] = await Promise.all([
      manager.find(PlanTargetEntity, { where: { planId }, order: { indicatorId: 'ASC' } }),
      this.plans.listRounds(planId),
      manager.find(PlanReportDueEntity, { where: { planId }, order: { period: 'DESC' } }),
    ]);
    return {
      year, number, issuedOn, title, supplementBefore, legalBasis, signature, recipients,
      targets: targets.map(({ planId: _, ...target }) => target),
      rounds: rounds.map(({ planId: _, ...round }) => round),
      reports: reports.map(({ planId: _, ...report }) => report),
    };
  }

  /**
   * Writes the plan of a year that the place has none of yet; issuer, work areas and sources are those of the plan it goes
   * on from, without what was known of the sources' money.
   * @throws AppError invalid-input, already-there, unknown-year, locality-needed, unknown-locality, forbidden
   */
  async enterPlan(viewer: Viewer, { fromYear, ...input }: NewPlan): Promise<Receipt> {
    authorize(viewer, 'plans.write');
    await this.check(input);
    return this.dataSource.transaction(async (manager) => {
      const before = await this.wholePlan(viewer, fromYear, manager);
      const { unitId, issuerName, issuerShortName, place, provinceName, demo } = before;
      const { targets, rounds, reports, ...own } = input;
      await lock(manager, 'plans of a unit', unitId);
      const [workAreas, sources] = [await manager.findBy(WorkAreaEntity, { planId: before.id }), await this.plans.listFundingSources(before.id, manager)];
      const id = await this.plans.createOnce(
        {
          plan: { ...own, unitId, issuerName, issuerShortName, place, provinceName, demo },
          targets, rounds, reports, workAreas,
          fundingSources: sources.map(({ position, code, name, kind, clause, principal }) => ({ position, code, name, kind, clause, principal })),
        },
        manager,
      );
      if (id === null) {
        const there = await manager.findOneByOrFail(PlanEntity, { unitId, year: input.year });
        const message = messages.plan.there(input.year, there.number, there.issuedOn);
        throw new AppError('already-there', message, [{ path: 'year', message }]);
      }
      await this.audit.record(manager, viewer, { action: 'plan-entered', subject: 'plan', subjectId: id, subjectName: input.number, after: { fromYear, ...input } });
      return { id, version: 1 };
    });
  }

  /** The plan of a year, for who may write for all of it. */
  private async wholePlan(viewer: Viewer, year: number, manager: EntityManager): Promise<PlanEntity> {
    const plan = await this.plans.ofYear(viewer, year, manager);
    if (unitsWithin(plan, viewer.units) !== null) throw new AppError('forbidden', messages.plan.ofWholePlace);
    return plan;
  }

  private async check(input: Omit<NewPlan, 'fromYear'>): Promise<void> {
    const today = this.clock.today();
    const issues = planFaults(input).map(({ path, fault }) => ({ path, message: messages.plan.faults[fault] }));
    if (input.issuedOn > today) issues.push({ path: ['issuedOn'], message: messages.plan.inFuture(today) });
    // What no report could print would be in the way of all of them.
    const { unprintableIn } = await import('@ocop/reports');
    for (const { path, text } of textsIn(input)) {
      const character = await unprintableIn(text);
      if (character !== null) issues.push({ path, message: messages.plan.unprintable(character, codeOf(character)) });
    }
    if (issues.length > 0) throw invalidInput(issues);
  }
}

const codeOf = (character: string): string => (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

/** Every text in a value, with its place. */
function textsIn(value: unknown, path: readonly string[] = []): { path: readonly string[]; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, one]) => textsIn(one, [...path, key])) : [];
}

import type { ChangePlan, NewPlan, PlanForm, Receipt } from '@ocop/contracts';
import { PERIOD_KINDS, planFaults, TARGET_IDS, type Day } from '@ocop/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, In, Not, type EntityManager } from 'typeorm';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { difference } from '../../platform/audit/difference.js';
import { Clock } from '../../platform/clock/clock.js';
import { lock } from '../../platform/database/locks.js';
import { AppError } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import { invalidInput } from '../../platform/errors/problem.filter.js';
import { unitsWithin } from './plan-view.js';
import { PlanEntity, PlanReportDueEntity, PlanRoundEntity, PlanTargetEntity, WorkAreaEntity } from './plan.entity.js';
import { hasFactBefore, partsInUse } from './plan.queries.js';
import { PlansService } from './plans.service.js';

type Fields = Omit<NewPlan, 'fromYear'>;
type Issue = Parameters<typeof invalidInput>[0][number];

/** The plan of a new year, entered by the office when it is issued, and put right where it was entered otherwise. */
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
    return this.formOf(await this.wholePlan(viewer, year, manager), manager);
  }

  /**
   * Writes the plan of a year that the locality has none of yet; issuer, work areas and sources are those of the plan it goes
   * on from, without what was known of the sources' money.
   * @throws AppError invalid-input, already-there, unknown-year, locality-needed, unknown-locality, forbidden
   */
  async enterPlan(viewer: Viewer, { fromYear, ...input }: NewPlan): Promise<Receipt> {
    authorize(viewer, 'plans.write');
    this.refuse(await this.issuesOf(input));
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

  /**
   * Puts right what a plan says; locality, year, issuer, work areas and sources stay.
   * @throws AppError invalid-input, changed-meanwhile, unknown-year, locality-needed, unknown-locality, forbidden
   */
  async changePlan(viewer: Viewer, year: number, { version, reason, ...input }: ChangePlan): Promise<Receipt> {
    authorize(viewer, 'plans.write');
    const issues = await this.issuesOf({ year, ...input });
    return this.dataSource.transaction(async (manager) => {
      const { id: planId, unitId } = await this.wholePlan(viewer, year, manager);
      await lock(manager, 'plans of a unit', unitId);
      // Whoever enters what the plan bounds has committed, or sees the plan as it will be.
      await lock(manager, 'facts of a plan', planId);
      const { year: _, version: present, ...before } = await this.formOf(await this.plans.ofId(planId, manager), manager);
      if (present !== version) throw new AppError('changed-meanwhile', messages.changedMeanwhile, undefined, undefined, { year, version: present, ...before });
      this.refuse([...issues, ...(await this.issuesInUse(planId, before.issuedOn, input, manager))]);
      const { targets, rounds, reports, ...own } = input;
      const of = <T extends object>(rows: readonly T[]) => rows.map((row) => ({ ...row, planId }));
      await manager.update(PlanEntity, planId, { ...own, version: version + 1 });
      await manager.delete(PlanTargetEntity, { planId });
      await manager.insert(PlanTargetEntity, of(targets));
      await manager.delete(PlanRoundEntity, { planId });
      await manager.insert(PlanRoundEntity, of(rounds));
      // What communes sent hangs on these: they are changed where they stand.
      await manager.delete(PlanReportDueEntity, { planId, period: Not(In(reports.map(({ period }) => period))) });
      for (const { period, ...report } of reports) {
        const { affected } = await manager.update(PlanReportDueEntity, { planId, period }, report);
        if (affected === 0) await manager.insert(PlanReportDueEntity, { planId, period, ...report });
      }
      const facts = difference<typeof input>(before, inOrder(input));
      if (facts !== null) await this.audit.record(manager, viewer, { action: 'plan-changed', subject: 'plan', subjectId: planId, subjectName: input.number, ...facts, reason });
      return { id: planId, version: version + 1 };
    });
  }

  private async formOf({ id: planId, year, version, number, issuedOn, title, supplementBefore, legalBasis, signature, recipients }: PlanEntity, manager: EntityManager): Promise<PlanForm> {
    const targets = await manager.find(PlanTargetEntity, { where: { planId } });
    const rounds = await this.plans.listRounds(planId, manager);
    const reports = await manager.find(PlanReportDueEntity, { where: { planId } });
    return {
      year, version,
      ...inOrder({
        number, issuedOn, title, supplementBefore,
        targets: targets.map(({ indicatorId, clause, text, minimum }) => ({ indicatorId, clause, text, minimum })),
        rounds: rounds.map(({ no, clause, townRecognitionBefore, dossiersToProvinceBefore }) => ({ no, clause, townRecognitionBefore, dossiersToProvinceBefore })),
        reports: reports.map(({ period, name, clause, dueBefore }) => ({ period, name, clause, dueBefore })),
        legalBasis: legalBasis.map(({ number: of, date, issuer }) => ({ number: of, date, issuer })),
        signature: { onBehalfOf: signature.onBehalfOf, capacity: signature.capacity, name: signature.name },
        recipients,
      }),
    };
  }

  /** The plan of a year, for who may write for all of it. */
  private async wholePlan(viewer: Viewer, year: number, manager: EntityManager): Promise<PlanEntity> {
    const plan = await this.plans.ofYear(viewer, year, manager);
    if (unitsWithin(plan, viewer.units) !== null) throw new AppError('forbidden', messages.plan.ofWholeLocality);
    return plan;
  }

  private refuse(issues: readonly Issue[]): void {
    if (issues.length > 0) throw invalidInput(issues);
  }

  /** What the plan's facts stand in the way of. */
  private async issuesInUse(planId: number, issuedBefore: Day, { issuedOn, rounds, reports }: Omit<Fields, 'year'>, manager: EntityManager): Promise<Issue[]> {
    const { lastRound, periods } = await partsInUse(manager, planId);
    const gone = periods.filter((period) => !reports.some((report) => report.period === period));
    return [
      ...(issuedOn > issuedBefore && (await hasFactBefore(manager, planId, issuedOn)) ? [{ path: ['issuedOn'], message: messages.plan.factsBefore }] : []),
      ...(lastRound !== null && lastRound > rounds.length ? [{ path: ['rounds'], message: messages.plan.roundInUse(lastRound) }] : []),
      ...gone.map((period) => ({ path: ['reports'], message: messages.plan.reportInUse[period] })),
    ];
  }

  private async issuesOf(input: Fields): Promise<Issue[]> {
    const today = this.clock.today();
    const issues: Issue[] = planFaults(input).map(({ path, fault }) => ({ path, message: messages.plan.faults[fault] }));
    if (input.issuedOn > today) issues.push({ path: ['issuedOn'], message: messages.plan.inFuture(today) });
    // What no report could print would be in the way of all of them.
    const { unprintableIn } = await import('@ocop/reports');
    for (const { path, text } of textsIn(input)) {
      const character = await unprintableIn(text);
      if (character !== null) issues.push({ path, message: messages.plan.unprintable(character, codeOf(character)) });
    }
    return issues;
  }
}

/** The same with targets by indicator and reports by period, as they are kept: another order is no change. */
const inOrder = <T extends Pick<Fields, 'targets' | 'reports'>>(plan: T): T => ({
  ...plan,
  targets: plan.targets.toSorted((a, b) => TARGET_IDS.indexOf(a.indicatorId) - TARGET_IDS.indexOf(b.indicatorId)),
  reports: plan.reports.toSorted((a, b) => PERIOD_KINDS.indexOf(a.period) - PERIOD_KINDS.indexOf(b.period)),
});

const codeOf = (character: string): string => (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

/** Every text in a value, with its place. */
function textsIn(value: unknown, path: readonly string[] = []): { path: readonly string[]; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, one]) => textsIn(one, [...path, key])) : [];
}

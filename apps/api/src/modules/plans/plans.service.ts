import type { PlanDetail, PlanSummary } from '@ocop/contracts';
import { addMonths, deadlineState, earlierOf, laterOf, usualReportDeadline, type Day, type PeriodKind } from '@ocop/domain';
import { Injectable } from '@nestjs/common';
import { Between, DataSource, In, type EntityManager } from 'typeorm';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { FactsCache } from '../../platform/database/facts-cache.js';
import { rowScope } from '../../platform/database/row-scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import { unitsWithin, type PlanView } from './plan-view.js';
import {
  FundingSourceEntity,
  PlanEntity,
  PlanReportDueEntity,
  PlanRoundEntity,
  PlanTargetEntity,
  WorkAreaEntity,
} from './plan.entity.js';
import { communesWithoutReport, hasFactBetween, newestFactOn, reportingByPeriod, resultsByRound } from './plan.queries.js';
import type { Sight } from './plans-in-sight.query.js';
import { PlansInSightService } from './plans-in-sight.service.js';

const SUPPLEMENT_CLAUSE = 'V.4';

export interface NewPlan {
  plan: Omit<PlanEntity, 'id' | 'version'>;
  targets: Omit<PlanTargetEntity, 'planId'>[];
  rounds: Omit<PlanRoundEntity, 'planId'>[];
  reports: Omit<PlanReportDueEntity, 'planId'>[];
  workAreas: Omit<WorkAreaEntity, 'planId'>[];
  fundingSources: Pick<FundingSourceEntity, 'position' | 'code' | 'name' | 'kind' | 'clause' | 'principal'>[];
}

@Injectable()
export class PlansService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly cache: FactsCache,
    private readonly inSight: PlansInSightService,
  ) {}

  async listPlans(viewer: Viewer): Promise<{ items: PlanSummary[]; total: number }> {
    authorize(viewer, 'plans.read');
    const { manager } = this.dataSource;
    const ids = (await this.inSight.list({ units: viewer.units, locality: null })).map(({ id }) => id);
    const plans = await manager.findBy(PlanEntity, { id: In(ids) });
    const items = await Promise.all(plans.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)).map((plan) => this.summarise(plan)));
    return { items, total: items.length };
  }

  /**
   * The plan of a year as of a day, with somebody's eyes; without a day, the plan's default one.
   * @throws AppError unknown-year, locality-needed, unknown-locality, as-of-before-plan, as-of-after-today
   */
  async view(sight: Sight, year: number, asOf?: Day): Promise<PlanView> {
    return this.viewOf(await this.ofYear(sight, year), sight.units, asOf);
  }

  /** The same of a plan that is known, for who sees `of`. @throws AppError as-of-before-plan, as-of-after-today */
  async viewOf(plan: PlanEntity, of: Viewer['units'], asOf?: Day): Promise<PlanView> {
    const units = unitsWithin(plan, of);
    if (asOf === undefined) return { plan, asOf: this.todayOf(plan) ?? (await this.lastFactOn(plan)), units };
    if (asOf < plan.issuedOn) {
      throw new AppError('as-of-before-plan', messages.asOfBeforePlan(asOf, plan.issuedOn, plan.number));
    }
    if (asOf > this.clock.today()) {
      throw new AppError('as-of-after-today', messages.asOfAfterToday(asOf, this.clock.today()));
    }
    return { plan, asOf, units };
  }

  /** The plan of a year: of the locality chosen, else the nearest in sight. @throws AppError unknown-year, locality-needed, unknown-locality */
  async ofYear(sight: Sight, year: number, manager: EntityManager = this.dataSource.manager): Promise<PlanEntity> {
    if (sight.units === null) {
      // What `find` would give, in one statement instead of two.
      const where = { year, ...(sight.locality === null ? {} : { unitId: sight.locality }) };
      const [plan, another] = await manager.find(PlanEntity, { where, take: 2 });
      if (plan !== undefined && another === undefined) return plan;
    }
    return this.ofId((await this.inSight.find(sight, year, manager)).id, manager);
  }

  ofId(id: number, manager: EntityManager = this.dataSource.manager): Promise<PlanEntity> {
    return manager.findOneByOrFail(PlanEntity, { id });
  }

  /** The plans of the same unit from a year to that of `plan`. */
  async idsFrom(fromYear: number, plan: PlanEntity): Promise<number[]> {
    const plans = await this.dataSource.manager.find(PlanEntity, { select: { id: true }, where: { unitId: plan.unitId, year: Between(fromYear, plan.year) } });
    return plans.map(({ id }) => id);
  }

  /** The plan of the year before on the same day of its year (29/02 → 28/02); null = there is none, or it was not issued yet. */
  async viewOfYearBefore({ plan, asOf, units }: PlanView): Promise<PlanView | null> {
    const before = await this.dataSource.manager.findOneBy(PlanEntity, { unitId: plan.unitId, year: plan.year - 1 });
    const day = addMonths(asOf, -12);
    return before === null || day < before.issuedOn ? null : { plan: before, asOf: day, units };
  }

  /** Names an answer about a plan in the cache: what is asked, whose rows, which day; without a day, today decides. */
  cacheKey(what: string, { units, locality }: Sight, { year, asOf }: { year: number; asOf?: Day | undefined }): string {
    return [what, year, locality ?? 'any', asOf ?? 'none', this.clock.today(), units?.join(',') ?? 'all'].join(' ');
  }

  getDetail(viewer: Viewer, year: number, asOf?: Day): Promise<PlanDetail> {
    authorize(viewer, 'plans.read');
    return this.cache.get(this.cacheKey('plan', viewer, { year, asOf }), async () => this.detail(await this.view(viewer, year, asOf)));
  }

  /** The plan of a view: what it asks for and how its deadlines stand. */
  async detail(view: PlanView): Promise<PlanDetail> {
    const { plan, asOf } = view;
    const [summary, targets, rounds, results, communeReports, workAreas, fundingSources] = await Promise.all([
      this.summarise(plan),
      this.dataSource.manager.find(PlanTargetEntity, { where: { planId: plan.id }, order: { indicatorId: 'ASC' } }),
      this.listRounds(plan.id),
      resultsByRound(this.dataSource, view),
      this.listCommuneReporting(view),
      this.listWorkAreas(plan.id),
      this.listFundingSources(plan.id),
    ]);
    return {
      ...summary,
      asOf,
      place: plan.place,
      provinceName: plan.provinceName,
      targets: targets.map(({ indicatorId, clause, text, minimum }) => ({ indicatorId, clause, text, minimum })),
      supplements: { clause: SUPPLEMENT_CLAUSE, due: deadlineState(plan.supplementBefore, asOf) },
      rounds: rounds.map((round) => ({
        no: round.no,
        clause: round.clause,
        townRecognition: deadlineState(round.townRecognitionBefore, asOf),
        dossiersToProvince: deadlineState(round.dossiersToProvinceBefore, asOf),
        recognised: results.find(({ no }) => no === round.no)?.recognised ?? 0,
        dossiersSent: results.find(({ no }) => no === round.no)?.dossiersSent ?? 0,
      })),
      communeReports,
      workAreas: workAreas.map(({ no, clause, name }) => ({ no, clause, name })),
      fundingSources: fundingSources.map(({ code, name, kind, clause, principal }) => ({ code, name, kind, clause, principal })),
    };
  }

  /** Within a transaction with its manager: one that waits for a second connection may wait for itself. */
  listRounds(planId: number, manager: EntityManager = this.dataSource.manager): Promise<PlanRoundEntity[]> {
    return manager.find(PlanRoundEntity, { where: { planId }, order: { no: 'ASC' } });
  }

  listWorkAreas(planId: number): Promise<WorkAreaEntity[]> {
    return this.dataSource.manager.find(WorkAreaEntity, { where: { planId }, order: { no: 'ASC' } });
  }

  listFundingSources(planId: number, manager: EntityManager = this.dataSource.manager): Promise<FundingSourceEntity[]> {
    return manager.find(FundingSourceEntity, { where: { planId }, order: { position: 'ASC' } });
  }

  /** The least number the plan asks of an indicator; null = it sets none. */
  async findTargetMinimum(planId: number, indicatorId: PlanTargetEntity['indicatorId']): Promise<number | null> {
    const target = await this.dataSource.manager.findOneBy(PlanTargetEntity, { planId, indicatorId });
    return target?.minimum ?? null;
  }

  /** What the communes owe and have sent, by period, as of the view's day. */
  async listCommuneReporting(view: PlanView): Promise<PlanDetail['communeReports']> {
    const { plan, asOf } = view;
    const usual = { H1: usualReportDeadline(plan.year, 'H1'), FY: usualReportDeadline(plan.year, 'FY') };
    const periods = await reportingByPeriod(this.dataSource, view, usual);
    return periods.map(({ dueBefore, ...period }) => ({
      ...period,
      dueIsAssumed: dueBefore === null,
      due: deadlineState(dueBefore ?? usual[period.period], asOf),
    }));
  }

  /** Names of the communes whose report of a period is not there as of the view's day. */
  listCommunesWithoutReport(view: PlanView, period: PeriodKind): Promise<string[]> {
    return communesWithoutReport(this.dataSource, view, period);
  }

  /** Writes a plan once; null when the unit already has one for that year. */
  async createOnce(input: NewPlan, manager: EntityManager): Promise<number | null> {
    const { unitId, year } = input.plan;
    if (await manager.existsBy(PlanEntity, { unitId, year })) return null;
    const { id: planId } = await manager.save(PlanEntity, { ...input.plan });
    const of = <T extends object>(rows: readonly T[]) => rows.map((row) => ({ ...row, planId }));
    await manager.insert(PlanTargetEntity, of(input.targets));
    await manager.insert(PlanRoundEntity, of(input.rounds));
    await manager.insert(PlanReportDueEntity, of(input.reports));
    await manager.insert(WorkAreaEntity, of(input.workAreas));
    await manager.insert(FundingSourceEntity, of(input.fundingSources));
    return planId;
  }

  /** Day of the newest fact of the plan up to the view's day. */
  async lastFactUpTo({ plan, asOf }: Pick<PlanView, 'plan' | 'asOf'>): Promise<Day> {
    return (await newestFactOn(this.dataSource, plan.id, asOf)) ?? plan.issuedOn;
  }

  /** Whether anything of a plan, beside its own issue, is dated between two days, both included. */
  hasFactBetween(planId: number, from: Day, until: Day): Promise<boolean> {
    return hasFactBetween(this.dataSource, planId, from, until);
  }

  /** Day of the newest fact of the plan's year, up to today. */
  private lastFactOn(plan: PlanEntity): Promise<Day> {
    const asOf = earlierOf(this.clock.today(), `${plan.year}-12-31`);
    const scope = rowScope();
    return this.cache.get(`last fact ${plan.id} ${asOf} ${scope === null ? 'none' : scope.toString()}`, () => this.lastFactUpTo({ plan, asOf }));
  }

  /** The day of a question without one: today while the plan's year runs. Null = it is over, and the newest recorded day counts, so that an untended year does not read as a failed one. */
  private todayOf(plan: PlanEntity): Day | null {
    const today = this.clock.today();
    return today.startsWith(`${plan.year}-`) ? laterOf(today, plan.issuedOn) : null;
  }

  private async summarise(plan: PlanEntity): Promise<PlanSummary> {
    const [unitName, lastFactOn] = await Promise.all([this.unitName(plan.unitId), this.lastFactOn(plan)]);
    return {
      year: plan.year,
      number: plan.number,
      issuedOn: plan.issuedOn,
      title: plan.title,
      unitId: plan.unitId,
      unitName,
      firstAsOf: plan.issuedOn,
      lastAsOf: this.clock.today(),
      defaultAsOf: this.todayOf(plan) ?? lastFactOn,
      lastFactOn,
      demo: plan.demo,
    };
  }

  private async unitName(unitId: number): Promise<string> {
    const rows = await this.dataSource.query<{ name: string }[]>(
      `select type || ' ' || name as name from unit where id = $1`,
      [unitId],
    );
    return rows[0]?.name ?? '';
  }
}

import type { FundingFilters, FundingGrouping, FundingSummary, FundingSummaryQuery, FundingSummaryRow, LedgerPage, LedgerQuery } from '@ocop/contracts';
import { STAGES_OF_SUM, type Day, type FundingSourceKind, type FundingStage } from '@ocop/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
import type { PlanView } from '../plans/plan-view.js';
import { PlansService } from '../plans/plans.service.js';
import { ledgerLines, type LedgerLine } from './funding-lines.query.js';
import { fundingSums, type FundingScope } from './funding-sums.query.js';
import { listEntries } from './ledger.queries.js';

export type { LedgerLine };

/** Sums of one source in whole đồng; a stage that was never entered is null. Socialised money is not allocated: registered counts as planned, contributed as disbursed. */
export interface SourceSums {
  code: string;
  name: string;
  kind: FundingSourceKind;
  clause: string;
  planned: bigint | null;
  allocated: bigint | null;
  disbursed: bigint | null;
}

@Injectable()
export class FundingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly plans: PlansService,
  ) {}

  /** Ledger sums in any combination of groupings and filters, up to a day. */
  async summarise(viewer: Viewer, { year, fromYear, asOf, groupBy, ...filters }: FundingSummaryQuery): Promise<FundingSummary> {
    authorize(viewer, 'funding.read');
    const { scope, view } = await this.scopeOf(viewer, year, fromYear, asOf);
    const items = await fundingSums(this.dataSource, scope, groupBy, filters);
    return { year, asOf: view.asOf, items, total: items.length };
  }

  /** A page of the ledger, with the sum of everything that matches. */
  async listEntries(viewer: Viewer, { year, fromYear, asOf, ...query }: LedgerQuery): Promise<LedgerPage> {
    authorize(viewer, 'funding.read');
    const { scope } = await this.scopeOf(viewer, year, fromYear, asOf);
    return listEntries(this.dataSource, scope, query);
  }

  /** The plan's sources in its order, each with its sums on the day. */
  async sumBySource({ plan, asOf, units }: PlanView): Promise<SourceSums[]> {
    const [sources, sums] = await Promise.all([
      this.plans.listFundingSources(plan.id),
      fundingSums(this.dataSource, { planIds: [plan.id], asOf, units }, ['source', 'stage'], {}),
    ]);
    return bySource(sources, sums);
  }

  /** The same with the lines of the ledger that each is made of; the lines of a month together where there are more than `most`. */
  async linesBySource({ plan, asOf, units }: PlanView, most: number): Promise<{ sources: SourceSums[]; lines: LedgerLine[] }> {
    const [sources, lines] = await Promise.all([this.plans.listFundingSources(plan.id), ledgerLines(this.dataSource, { planIds: [plan.id], asOf, units }, most)]);
    return { sources: bySource(sources, lines), lines };
  }

  /** Ledger sums for another part of the programme; within a transaction with its manager. */
  sumsOf(scope: FundingScope, groupings: readonly FundingGrouping[], filters: FundingFilters, manager: EntityManager = this.dataSource.manager): Promise<FundingSummaryRow[]> {
    return fundingSums(manager, scope, groupings, filters);
  }

  /** Which plans, day and units a question is about. @throws AppError unknown-year, as-of-before-plan, as-of-after-today */
  async scopeOf(viewer: Viewer, year: number, fromYear: number | undefined, asOf: Day | undefined): Promise<{ scope: FundingScope; view: PlanView }> {
    authorize(viewer, 'funding.read');
    const view = await this.plans.view(viewer, year, asOf);
    const planIds = fromYear === undefined || fromYear >= year ? [view.plan.id] : await this.plans.idsFrom(fromYear, view.plan);
    return { scope: { planIds, asOf: view.asOf, units: view.units }, view };
  }
}

/** The plan's sources, each with what of the rows is its own. */
function bySource(sources: readonly Pick<SourceSums, 'code' | 'name' | 'kind' | 'clause'>[], rows: readonly Pick<FundingSummaryRow, 'source' | 'stage' | 'amount'>[]): SourceSums[] {
  return sources.map(({ code, name, kind, clause }) => {
    const of = (stages: readonly FundingStage[]) => {
      const own = rows.filter((row) => row.source === code && row.stage !== undefined && stages.includes(row.stage));
      return own.length === 0 ? null : own.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
    };
    return { code, name, kind, clause, planned: of(STAGES_OF_SUM.planned), allocated: of(STAGES_OF_SUM.allocated), disbursed: of(STAGES_OF_SUM.disbursed) };
  });
}

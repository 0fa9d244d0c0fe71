import type { AttentionExportQuery, AttentionList, AttentionQuery, YearAsOfQuery } from '@ocop/contracts';
import { addDays, attentionItems, isOpenStage, LATER_DAYS, lawOn, STUCK_AFTER_DAYS, type AttentionItem, type Stars } from '@ocop/domain';
import { Injectable, type StreamableFile } from '@nestjs/common';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
import { FactsCache } from '../../platform/database/facts-cache.js';
import { ExportsService } from '../../platform/exports/exports.service.js';
import { EvaluationsService } from '../evaluations/evaluations.service.js';
import { IndicatorsService } from '../indicators/indicators.service.js';
import { LawService } from '../law/law.service.js';
import { seesWholePlan, type PlanView } from '../plans/plan-view.js';
import { PlansService } from '../plans/plans.service.js';
import { ReportCalendarService } from '../reports/report-calendar.service.js';
import { attentionExport } from './attention-export.js';

const LARGEST_PAGE = 200;
const FIRST_DAY = '1900-01-01';

/** Everything that waits for somebody, from the same facts as the figures. */
@Injectable()
export class AttentionService {
  constructor(
    private readonly plans: PlansService,
    private readonly indicators: IndicatorsService,
    private readonly evaluations: EvaluationsService,
    private readonly law: LawService,
    private readonly reports: ReportCalendarService,
    private readonly cache: FactsCache,
    private readonly exports: ExportsService,
  ) {}

  /** @throws AppError unknown-year, as-of-before-plan, as-of-after-today */
  async listAttention(viewer: Viewer, { page = 1, pageSize = LARGEST_PAGE, ...query }: AttentionQuery): Promise<AttentionList> {
    authorize(viewer, 'indicators.read');
    const { items, view } = await this.waiting(viewer, query);
    return { year: query.year, asOf: view.asOf, items: items.slice((page - 1) * pageSize, page * pageSize), total: items.length };
  }

  /** The whole list as a file. */
  async exportAttention(viewer: Viewer, { format, ...query }: AttentionExportQuery): Promise<StreamableFile> {
    authorize(viewer, 'indicators.read');
    const { items, view } = await this.waiting(viewer, query);
    return this.exports.send(viewer, format, attentionExport(items, view, query));
  }

  private waiting(viewer: Viewer, { year, asOf }: YearAsOfQuery): Promise<{ items: AttentionItem[]; view: PlanView }> {
    return this.cache.get(this.plans.cacheKey('attention', viewer, { year, asOf }), async () => {
      const view = await this.plans.view(viewer, year, asOf);
      return { items: await this.items(view), view };
    });
  }

  /** What waits in the view, most urgent first. */
  async items(view: PlanView): Promise<AttentionItem[]> {
    const { asOf, plan } = view;
    const [facts, detail, certificates, rules, ownReports, unsentReports] = await Promise.all([
      this.indicators.facts(view),
      this.plans.detail(view),
      this.evaluations.listEnding(view, FIRST_DAY, addDays(asOf, LATER_DAYS)),
      this.law.rules(),
      seesWholePlan(view) ? this.reports.ofPlan(plan.id) : [],
      seesWholePlan(view) ? this.reports.unsentOfPlan(plan.id) : [],
    ]);
    const inReEvaluation = new Set(facts.registrations.filter(({ kind, stage }) => kind !== 'new' && isOpenStage(stage)).map(({ productId }) => productId));
    return attentionItems({
      asOf,
      supplementBefore: plan.supplementBefore,
      rounds: facts.rounds.map((round) => ({ ...round, recognised: detail.rounds.find(({ no }) => no === round.no)?.recognised ?? 0 })),
      reports: detail.communeReports.map(({ period, due, expected, received }) => ({ period, before: due.before, expected, received })),
      ownReports,
      unsentReports,
      registrations: facts.registrations.map((registration) => ({ ...registration, awardedStars: registration.awardedStars as Stars | null })),
      certificates: certificates.map(({ id, ...certificate }) => ({ ...certificate, recognitionId: id, reEvaluationOpen: inReEvaluation.has(certificate.productId) })),
      settings: { stuckAfterDays: STUCK_AFTER_DAYS, reEvaluationWindow: lawOn(rules, 're-evaluation-window', asOf)?.value ?? null },
    });
  }
}

import type { Indicator, IndicatorList, IndicatorRows, IndicatorRowsExportQuery, YearAsOfQuery } from '@ocop/contracts';
import { domainMessages, INDICATOR_DEFINITIONS, INDICATOR_IDS, type IndicatorId } from '@ocop/domain';
import { Injectable, type StreamableFile } from '@nestjs/common';
import { CommuneReportsService } from '../commune-reports/commune-reports.service.js';
import { EvaluationsService } from '../evaluations/evaluations.service.js';
import { FundingService } from '../funding/funding.service.js';
import { FactsCache } from '../../platform/database/facts-cache.js';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
import { ExportsService } from '../../platform/exports/exports.service.js';
import { seesWholePlan, type PlanView } from '../plans/plan-view.js';
import { PlansService } from '../plans/plans.service.js';
import { RegistrationsService } from '../registrations/registrations.service.js';
import { computeFigures, expiringSpan, type Figure } from './figures.js';
import { indicatorRowsExport } from './indicator-rows.export.js';
import type { ProgrammeFacts } from './programme-facts.js';

@Injectable()
export class IndicatorsService {
  constructor(
    private readonly plans: PlansService,
    private readonly registrations: RegistrationsService,
    private readonly evaluations: EvaluationsService,
    private readonly communeReports: CommuneReportsService,
    private readonly funding: FundingService,
    private readonly cache: FactsCache,
    private readonly exports: ExportsService,
  ) {}

  /** Every indicator of a year as of a day. */
  listIndicators(viewer: Viewer, query: YearAsOfQuery): Promise<IndicatorList> {
    authorize(viewer, 'indicators.read');
    return this.cache.get(this.plans.cacheKey('indicators', viewer, query), () => this.computeIndicators(viewer, query));
  }

  private async computeIndicators(viewer: Viewer, { year, asOf }: YearAsOfQuery): Promise<IndicatorList> {
    const view = await this.plans.view(viewer, year, asOf);
    const before = await this.plans.viewOfYearBefore(view);
    const [facts, factsBefore] = await Promise.all([this.facts(view), before === null ? null : this.facts(before)]);
    const figures = computeFigures(facts);
    const figuresBefore = factsBefore === null ? null : computeFigures(factsBefore);
    const items = INDICATOR_IDS.map((id) => this.present(id, figures[id], rowsUrl(id, view, viewer.locality), before === null ? null : { asOf: before.asOf, value: figuresBefore?.[id].value ?? null }));
    return { year, asOf: view.asOf, planNumber: view.plan.number, demo: view.plan.demo, items, total: items.length };
  }

  /** The rows that add up to an indicator's value. */
  async listRows(viewer: Viewer, id: IndicatorId, { year, asOf }: YearAsOfQuery): Promise<IndicatorRows> {
    authorize(viewer, 'indicators.read');
    const view = await this.plans.view(viewer, year, asOf);
    const { value, rows } = computeFigures(await this.facts(view))[id];
    return { id, year, asOf: view.asOf, value, items: rows, total: rows.length };
  }

  /** The same rows as a file. */
  async exportRows(viewer: Viewer, id: IndicatorId, { format, ...query }: IndicatorRowsExportQuery): Promise<StreamableFile> {
    authorize(viewer, 'indicators.read');
    const rows = await this.listRows(viewer, id, query);
    const { plan } = await this.plans.view(viewer, query.year, query.asOf);
    return this.exports.send(viewer, format, indicatorRowsExport(rows, plan, query));
  }

  /** Every fact of the plan on the day; the report is composed of the same. */
  async facts(view: PlanView): Promise<ProgrammeFacts> {
    const { plan, asOf } = view;
    const whole = seesWholePlan(view);
    const expiring = expiringSpan(asOf);
    const [communeReporting, newProductsMinimum, rounds, registrations, recognitions, anyRecorded, ending, sent, reports, funding] =
      await Promise.all([
        this.plans.listCommuneReporting(view),
        whole ? this.plans.findTargetMinimum(plan.id, 'newly-recognised-products') : null,
        this.plans.listRounds(plan.id),
        this.registrations.listAllRegistrations(view),
        this.evaluations.listOfYear(view),
        this.evaluations.anyRecorded(view),
        this.evaluations.listEnding(view, expiring.from, expiring.to),
        this.registrations.listSentToProvince(view),
        this.communeReports.listReceived(view),
        this.funding.sumBySource(view),
      ]);
    return {
      view,
      newProductsMinimum,
      rounds,
      registrations,
      recognitions,
      anyRecognitionRecorded: anyRecorded,
      endingCertificates: ending,
      sentToProvince: sent,
      communeReporting,
      communeReports: reports,
      funding,
    };
  }

  private present(id: IndicatorId, { value, target, status }: Figure, rowsUrl: string, lastYear: Indicator['lastYear']): Indicator {
    const { unit, direction, clause } = INDICATOR_DEFINITIONS[id];
    return {
      id,
      name: domainMessages.vi.indicatorNames[id],
      value,
      target,
      unit,
      direction,
      status,
      clause,
      rowsUrl,
      lastYear,
    };
  }
}

const rowsUrl = (id: IndicatorId, { plan: { year }, asOf }: PlanView, locality: number | null) =>
  `/api/v1/indicators/${id}/rows?year=${year}&asOf=${asOf}${locality === null ? '' : `&locality=${locality}`}`;

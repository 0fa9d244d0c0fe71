import { createHash } from 'node:crypto';
import type { CreateReport, Report } from '@ocop/contracts';
import { earlierOf, laterOf, reportingPeriod, type Day } from '@ocop/domain';
import type { ReportSnapshot } from '@ocop/reports';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock/clock.js';
import { AppError } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import { EvaluationsService } from '../evaluations/evaluations.service.js';
import { computeFigures, EXPIRING_WITHIN_DAYS } from '../indicators/figures.js';
import { IndicatorsService } from '../indicators/indicators.service.js';
import { PlansService } from '../plans/plans.service.js';
import { certificateSpan, takeSnapshot } from './report-snapshot.js';
import { ReportEntity } from './report.entity.js';

/** The typesetter with its fonts and charts is a second of loading that starting up need not wait for. */
async function typeset(snapshot: ReportSnapshot): Promise<Uint8Array> {
  const { composeProgressReport, renderReportPdf } = await import('@ocop/reports');
  return renderReportPdf(composeProgressReport(snapshot));
}

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

const LIST = `
  select r.id, p.year, r.period, r.first_day as "firstDay", r.last_day as "lastDay", r.as_of as "asOf",
    r.created_at as "createdAt", r.snapshot_sha256 as "snapshotSha256", p.demo
  from report r join plan p on p.id = r.plan_id`;

type Row = Omit<Report, 'createdAt' | 'pdfUrl'> & { createdAt: Date };

const present = (row: Row): Report => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  pdfUrl: `/api/v1/reports/${row.id}/pdf`,
});

@Injectable()
export class ReportsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly plans: PlansService,
    private readonly indicators: IndicatorsService,
    private readonly evaluations: EvaluationsService,
  ) {}

  async listReports(): Promise<{ items: Report[]; total: number }> {
    const rows = await this.dataSource.query<Row[]>(`${LIST} order by r.created_at desc, r.id desc`);
    return { items: rows.map(present), total: rows.length };
  }

  /** Keeps the report's snapshot; the same figures again give the report already kept. */
  async createReport(input: CreateReport): Promise<Report> {
    const { snapshot, planId } = await this.snapshot(input);
    const text = JSON.stringify(snapshot);
    const { firstDay, lastDay } = snapshot.period;
    const key = { planId, period: input.period, asOf: snapshot.asOf, snapshotSha256: sha256(text) };
    await this.dataSource.query(
      `insert into report (plan_id, period, first_day, last_day, as_of, snapshot, snapshot_sha256, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict on constraint report_snapshot_once do nothing`,
      [planId, input.period, firstDay, lastDay, key.asOf, text, key.snapshotSha256, this.clock.now()],
    );
    // A statement of its own: the one that inserted cannot see a report another request kept meanwhile.
    const { id } = await this.dataSource.manager.findOneByOrFail(ReportEntity, key);
    return this.getReport(id);
  }

  async getReport(id: number): Promise<Report> {
    const [row] = await this.dataSource.query<Row[]>(`${LIST} where r.id = $1`, [id]);
    if (!row) throw new AppError('not-found', messages.reportNotFound(id));
    return present(row);
  }

  /** The report on paper, from its kept snapshot alone. */
  async renderPdf(id: number): Promise<{ fileName: string; bytes: Uint8Array }> {
    const report = await this.dataSource.manager.findOneBy(ReportEntity, { id });
    if (!report) throw new AppError('not-found', messages.reportNotFound(id));
    const snapshot = JSON.parse(report.snapshot) as ReportSnapshot;
    return {
      fileName: `bao-cao-ocop-${snapshot.plan.year}-${report.period}-${report.asOf}.pdf`,
      bytes: await typeset(snapshot),
    };
  }

  /** The same report without keeping it, for the command line. */
  async renderUnkept(input: CreateReport): Promise<Uint8Array> {
    const { snapshot } = await this.snapshot(input);
    return typeset(snapshot);
  }

  /**
   * Every figure of a period's report. Without a day: the period's last day, today while it still runs, never before the plan.
   * @throws AppError unknown-year, as-of-before-plan, as-of-after-today, period-not-started
   */
  private async snapshot({ year, period: kind, asOf }: CreateReport): Promise<{ snapshot: ReportSnapshot; planId: number }> {
    const { plan } = await this.plans.view(year);
    const period = reportingPeriod(year, kind);
    if (period.firstDay > this.clock.today()) throw new AppError('period-not-started', messages.periodNotStarted(period.firstDay));
    const day: Day = asOf ?? laterOf(plan.issuedOn, earlierOf(period.lastDay, this.clock.today()));
    const view = await this.plans.view(year, day);
    const span = certificateSpan(year, view.asOf, EXPIRING_WITHIN_DAYS);
    const [facts, detail, lastFactOn, roundRecognitions, certificates] = await Promise.all([
      this.indicators.facts(view),
      this.plans.getDetail(year, view.asOf),
      this.plans.lastFactUpTo(view),
      this.evaluations.listByRound(view),
      this.evaluations.listEnding(view, span.from, span.to),
    ]);
    const figures = computeFigures(facts);
    const snapshot = takeSnapshot({
      facts,
      detail,
      lastFactOn,
      period,
      newlyRecognised: figures['newly-recognised-products'],
      reRecognised: figures['re-recognised-products'],
      roundRecognitions,
      certificates,
    });
    return { snapshot, planId: plan.id };
  }
}

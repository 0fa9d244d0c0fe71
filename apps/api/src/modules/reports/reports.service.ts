import { createHash } from 'node:crypto';
import type { CreateReport, Report } from '@ocop/contracts';
import { earlierOf, laterOf, reportingPeriod, type Day } from '@ocop/domain';
import type { ReportSnapshot } from '@ocop/reports';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { AppError } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import { EvaluationsService } from '../evaluations/evaluations.service.js';
import { computeFigures, EXPIRING_WITHIN_DAYS } from '../indicators/figures.js';
import { IndicatorsService } from '../indicators/indicators.service.js';
import { seesWholePlan } from '../plans/plan-view.js';
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

// A report is of a whole plan: for who sees the plan's unit.
const IN_SCOPE = (units: string) => `(${units}::integer[] is null or p.unit_id = any(${units}))`;

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
    private readonly audit: AuditService,
    private readonly plans: PlansService,
    private readonly indicators: IndicatorsService,
    private readonly evaluations: EvaluationsService,
  ) {}

  async listReports(viewer: Viewer): Promise<{ items: Report[]; total: number }> {
    authorize(viewer, 'reports.read');
    const rows = await this.dataSource.query<Row[]>(`${LIST} where ${IN_SCOPE('$1')} order by r.created_at desc, r.id desc`, [viewer.units]);
    return { items: rows.map(present), total: rows.length };
  }

  /** Keeps the report's snapshot; the same figures again give the report already kept. */
  async createReport(viewer: Viewer, input: CreateReport): Promise<Report> {
    authorize(viewer, 'reports.create');
    const { snapshot, planId } = await this.snapshot(viewer, input);
    const text = JSON.stringify(snapshot);
    const { firstDay, lastDay } = snapshot.period;
    const key = { planId, period: input.period, asOf: snapshot.asOf, snapshotSha256: sha256(text) };
    await this.dataSource.transaction(async (manager) => {
      const kept = await manager.query<{ id: number }[]>(
        `insert into report (plan_id, period, first_day, last_day, as_of, snapshot, snapshot_sha256, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict on constraint report_snapshot_once do nothing returning id`,
        [planId, input.period, firstDay, lastDay, key.asOf, text, key.snapshotSha256, this.clock.now()],
      );
      const [made] = kept;
      if (!made) return;
      await this.audit.record(manager, viewer, {
        action: 'report-created',
        subject: 'report',
        subjectId: made.id,
        subjectName: `${snapshot.plan.number} ${input.period}`,
        after: { year: input.year, period: input.period, asOf: key.asOf, snapshotSha256: key.snapshotSha256 },
      });
    });
    // A statement of its own: the one that inserted cannot see a report another request kept meanwhile.
    const { id } = await this.dataSource.manager.findOneByOrFail(ReportEntity, key);
    return this.find(viewer, id);
  }

  getReport(viewer: Viewer, id: number): Promise<Report> {
    authorize(viewer, 'reports.read');
    return this.find(viewer, id);
  }

  private async find({ units }: Viewer, id: number): Promise<Report> {
    const [row] = await this.dataSource.query<Row[]>(`${LIST} where r.id = $2 and ${IN_SCOPE('$1')}`, [units, id]);
    if (!row) throw new AppError('not-found', messages.reportNotFound(id));
    return present(row);
  }

  /** The report on paper, from its kept snapshot alone. */
  async renderPdf(viewer: Viewer, id: number): Promise<{ fileName: string; bytes: Uint8Array }> {
    authorize(viewer, 'reports.download');
    await this.find(viewer, id);
    const report = await this.dataSource.manager.findOneByOrFail(ReportEntity, { id });
    const snapshot = JSON.parse(report.snapshot) as ReportSnapshot;
    const fileName = `bao-cao-ocop-${snapshot.plan.year}-${report.period}-${report.asOf}.pdf`;
    const bytes = await typeset(snapshot);
    await this.audit.recordAlone(viewer, { action: 'report-downloaded', subject: 'report', subjectId: id, subjectName: fileName });
    return { fileName, bytes };
  }

  /** The same report without keeping it, for the command line. */
  async renderUnkept(viewer: Viewer, input: CreateReport): Promise<Uint8Array> {
    authorize(viewer, 'reports.download');
    const { snapshot } = await this.snapshot(viewer, input);
    const bytes = await typeset(snapshot);
    const after = { year: input.year, period: input.period, asOf: snapshot.asOf };
    await this.audit.recordAlone(viewer, { action: 'report-downloaded', subject: 'report', subjectName: snapshot.plan.number, after });
    return bytes;
  }

  /**
   * Every figure of a period's report. Without a day: the period's last day, today while it still runs, never before the plan.
   * @throws AppError unknown-year, as-of-before-plan, as-of-after-today, period-not-started, forbidden
   */
  private async snapshot(viewer: Viewer, { year, period: kind, asOf }: CreateReport): Promise<{ snapshot: ReportSnapshot; planId: number }> {
    const { units } = viewer;
    const whole = await this.plans.view(units, year);
    // Who sees some units only would keep their figures as if they were the plan's.
    if (!seesWholePlan(whole)) await this.audit.refuse(viewer, 'reports.create', `${whole.plan.number} ${kind}`, messages.reportOfWholePlan);
    const { plan } = whole;
    const period = reportingPeriod(year, kind);
    if (period.firstDay > this.clock.today()) throw new AppError('period-not-started', messages.periodNotStarted(period.firstDay));
    const day: Day = asOf ?? laterOf(plan.issuedOn, earlierOf(period.lastDay, this.clock.today()));
    const view = await this.plans.view(units, year, day);
    const span = certificateSpan(year, view.asOf, EXPIRING_WITHIN_DAYS);
    const before = await this.plans.viewOfYearBefore(view);
    const [facts, factsBefore, detail, lastFactOn, decisions, revocations, courses, certificates] = await Promise.all([
      this.indicators.facts(view),
      before === null ? null : this.indicators.facts(before),
      this.plans.detail(view),
      this.plans.lastFactUpTo(view),
      this.evaluations.listDecisionsOfPlan(view),
      this.evaluations.listRevocations(view),
      this.evaluations.listRoundCourses(view),
      this.evaluations.listEnding(view, span.from, span.to),
    ]);
    const figures = computeFigures(facts);
    const snapshot = takeSnapshot({
      facts,
      factsBefore,
      detail,
      lastFactOn,
      period,
      newlyRecognised: figures['newly-recognised-products'],
      reRecognised: figures['re-recognised-products'],
      decisions,
      revocations,
      courses,
      certificates,
    });
    return { snapshot, planId: plan.id };
  }
}

import type { CreateReport, Report, ReportQuery } from '@ocop/contracts';
import { earlierOf, laterOf, reportingPeriod, type Day, type ReportingPeriod } from '@ocop/domain';
import type { ReportSnapshot } from '@ocop/reports';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { AppError } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import { ActivitiesService } from '../activities/activities.service.js';
import { EvaluationsService } from '../evaluations/evaluations.service.js';
import { FundingService } from '../funding/funding.service.js';
import { computeFigures, EXPIRING_WITHIN_DAYS } from '../indicators/figures.js';
import { IndicatorsService } from '../indicators/indicators.service.js';
import { LawService } from '../law/law.service.js';
import { seesWholePlan, type PlanView } from '../plans/plan-view.js';
import { PlansService } from '../plans/plans.service.js';
import { appendixWorkbook } from './report-appendices.js';
import { schedulesOf } from './report-calendar.queries.js';
import { MOST_LINES } from './report-provenance.js';
import { certificateSpan, takeSnapshot } from './report-snapshot.js';
import { ReportEntity } from './report.entity.js';
import { carryTexts, contentOf } from './report-content.js';
import { findReport, issuedFile, keptFigures, listReports, sha256 } from './report.queries.js';
import { typeset, writeWord } from './typeset.js';

type ReportFormat = 'pdf' | 'docx' | 'xlsx';

/** Figures frozen, and the plan they are of. */
export interface TakenSnapshot {
  snapshot: ReportSnapshot;
  planId: number;
}

@Injectable()
export class ReportsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly plans: PlansService,
    private readonly indicators: IndicatorsService,
    private readonly evaluations: EvaluationsService,
    private readonly funding: FundingService,
    private readonly law: LawService,
    private readonly activities: ActivitiesService,
  ) {}

  /** A page of the reports kept, newest first. */
  listReports(viewer: Viewer, query: ReportQuery): Promise<{ items: Report[]; total: number }> {
    authorize(viewer, 'reports.read');
    return listReports(this.dataSource, viewer, query);
  }

  /** Keeps the report's snapshot; the same figures again give the report already kept. */
  async createReport(viewer: Viewer, input: CreateReport): Promise<Report> {
    authorize(viewer, 'reports.create');
    const taken = await this.snapshot(viewer, input);
    const id = await this.dataSource.transaction((manager) => this.keep(manager, viewer, taken));
    return findReport(this.dataSource, viewer.units, id);
  }

  /**
   * A draft that is to take the place of an issued report: the figures of the same day as they are known now, what people
   * wrote, and why.
   * @throws AppError not-found, invalid-input when the report is not issued or was amended already
   */
  async amendReport(viewer: Viewer, amended: number, reason: string): Promise<Report> {
    authorize(viewer, 'reports.create');
    const report = await findReport(this.dataSource, viewer.units, amended);
    const { state, amendedBy } = report;
    const sentence = amendedBy === null ? messages.amendsIssuedOnly(state) : messages.amendedAlready(amendedBy.number);
    if (state !== 'issued') throw new AppError('invalid-input', sentence, [{ path: 'id', message: sentence }]);
    const taken = await this.takeAgain(viewer, report);
    const id = await this.dataSource.transaction((manager) => this.keep(manager, viewer, taken, { id: amended, reason }));
    return findReport(this.dataSource, viewer.units, id);
  }

  /** Keeps a snapshot in the caller's transaction, as its last statement; gives the report's id. */
  async keep(manager: EntityManager, viewer: Viewer, { snapshot, planId }: TakenSnapshot, amends: { id: number; reason: string } | null = null): Promise<number> {
    const text = JSON.stringify(snapshot);
    const { year, kind: period, firstDay, lastDay } = snapshot.period;
    const key = { planId, period, asOf: snapshot.asOf, snapshotSha256: sha256(text) };
    const [made] = await manager.query<{ id: number }[]>(
      `insert into report (plan_id, period, first_day, last_day, as_of, snapshot, snapshot_sha256, created_at, amends_id, amends_reason)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict on constraint report_snapshot_once do nothing returning id`,
      [planId, period, firstDay, lastDay, key.asOf, text, key.snapshotSha256, this.clock.now(), amends?.id ?? null, amends?.reason ?? null],
    );
    // A statement of its own: the one that inserted cannot see a report another request kept meanwhile.
    if (!made) return (await manager.findOneByOrFail(ReportEntity, { ...key, amendsId: amends === null ? IsNull() : amends.id })).id;
    await carryTexts(manager, made.id);
    await this.audit.record(manager, viewer, {
      action: amends === null ? 'report-created' : 'report-amendment-made',
      subject: 'report',
      subjectId: made.id,
      subjectName: `${snapshot.plan.number} ${period}`,
      after: { year, period, asOf: key.asOf, snapshotSha256: key.snapshotSha256, ...(amends === null ? {} : { amends: amends.id }) },
      reason: amends?.reason ?? null,
    });
    return made.id;
  }

  getReport(viewer: Viewer, id: number): Promise<Report> {
    authorize(viewer, 'reports.read');
    return findReport(this.dataSource, viewer.units, id);
  }

  /**
   * The report as a file. On paper: as it left the office when it is issued, else from its kept snapshot and what people
   * wrote alone; for Word, and the appendices as a workbook, always from these.
   * @throws AppError not-found; internal when the file kept is not what was issued
   */
  async renderFile(viewer: Viewer, id: number, format: ReportFormat): Promise<{ fileName: string; bytes: Uint8Array }> {
    authorize(viewer, 'reports.download');
    const { fileName, bytes } = await this.fileOf(await findReport(this.dataSource, viewer.units, id), format);
    await this.audit.recordAlone(viewer, { action: 'report-downloaded', subject: 'report', subjectId: id, subjectName: fileName });
    return { fileName, bytes };
  }

  /** The same for the program itself. @throws AppError internal when the file kept is not what was issued */
  async fileOf(report: Report, format: ReportFormat): Promise<{ fileName: string; bytes: Uint8Array }> {
    const { id, year, period, asOf, issue } = report;
    const fileName = `bao-cao-ocop-${year}-${period}-${issue === null ? asOf : issue.number.replaceAll(/[^\dA-Z]+/g, '-')}.${format}`;
    return { fileName, bytes: format === 'pdf' && issue !== null ? await issuedFile(this.dataSource, id) : await this.write(report, format) };
  }

  /**
   * The pages for the screen beside what is being written. What has left the office leaves a line in the trail here too; a
   * draft does not, or every sentence that is saved would.
   * @throws AppError not-found; internal when the file kept is not what was issued
   */
  async renderPreview(viewer: Viewer, id: number): Promise<Uint8Array> {
    authorize(viewer, 'reports.download');
    const report = await findReport(this.dataSource, viewer.units, id);
    return report.issue === null ? this.write(report, 'pdf') : (await this.renderFile(viewer, id, 'pdf')).bytes;
  }

  private async write(report: Report, format: ReportFormat): Promise<Uint8Array> {
    const { snapshot, parts } = await contentOf(this.dataSource, report);
    if (format === 'xlsx') return appendixWorkbook(report, snapshot);
    return (format === 'pdf' ? typeset : writeWord)(snapshot, parts);
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
   * The figures of a kept report's plan, days and office as they are known now.
   * @throws AppError forbidden for who sees some units of the plan only
   */
  async takeAgain(viewer: Viewer, { id, year, period, asOf }: Report): Promise<TakenSnapshot> {
    authorize(viewer, 'reports.read');
    const { planId, snapshot } = await keptFigures(this.dataSource, id);
    const plan = await this.plans.ofId(planId);
    return this.snapshot(viewer, { year, period, asOf }, { plan, period: snapshot.period });
  }

  /**
   * Every figure of a period's report, to be kept or rendered. Without a day: the period's last day, today while it still runs, never before the plan.
   * @param of the plan and the period's days; without them, those of the year and of the schedule as it is set now
   * @throws AppError unknown-year, as-of-before-plan, as-of-after-today, period-not-started, forbidden
   */
  async snapshot(viewer: Viewer, { year, period: kind, asOf }: CreateReport, of: { plan?: PlanView['plan']; period?: ReportingPeriod } = {}): Promise<TakenSnapshot> {
    authorize(viewer, 'reports.read');
    const { units } = viewer;
    const whole = of.plan === undefined ? await this.plans.view(viewer, year) : await this.plans.viewOf(of.plan, units);
    // Who sees some units only would keep their figures as if they were the plan's.
    if (!seesWholePlan(whole)) await this.audit.refuse(viewer, 'reports.create', `${whole.plan.number} ${kind}`, messages.reportOfWholePlan);
    const { plan } = whole;
    const period = of.period ?? reportingPeriod(year, kind, (await schedulesOf(this.dataSource, plan.unitId))[kind].cutoffs);
    if (period.firstDay > this.clock.today()) throw new AppError('period-not-started', messages.periodNotStarted(period.firstDay));
    const day: Day = asOf ?? laterOf(plan.issuedOn, earlierOf(period.lastDay, this.clock.today()));
    const view = await this.plans.viewOf(plan, units, day);
    const span = certificateSpan(year, view.asOf, EXPIRING_WITHIN_DAYS);
    const before = await this.plans.viewOfYearBefore(view);
    const [known, factsBefore, detail, lastFactOn, decisions, revocations, courses, certificates, funding, law, communesWithoutReport, activities] = await Promise.all([
      this.indicators.facts(view),
      before === null ? null : this.indicators.facts(before),
      this.plans.detail(view),
      this.plans.lastFactUpTo(view),
      this.evaluations.listDecisionsOfPlan(view),
      this.evaluations.listRevocations(view),
      this.evaluations.listRoundCourses(view),
      this.evaluations.listEnding(view, span.from, span.to),
      this.funding.linesBySource(view, MOST_LINES),
      this.law.rules(),
      this.plans.listCommunesWithoutReport(view, kind),
      this.activities.listHeldBetween(view, period.firstDay, period.lastDay),
    ]);
    // Sums made of the lines that are frozen with them: one entered meanwhile is in both or in neither.
    const facts = { ...known, funding: funding.sources };
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
      fundingLines: funding.lines,
      law,
      communesWithoutReport,
      activities,
    });
    return { snapshot, planId: plan.id };
  }
}

import type { PlannedReport, ReportProgress, ReportSchedules } from '@ocop/contracts';
import { dayInVietnam, reportingPeriod, type OwnReportFacts, type PeriodKind, type PlannedReportState, type ReportSchedule, type UnsentReportFacts } from '@ocop/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { withRowScope } from '../../platform/database/row-scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import { PlansInSightService } from '../plans/plans-in-sight.service.js';
import { listCalendar, progressOf, schedulesOf, type CalendarRow } from './report-calendar.queries.js';
import { listUnsent } from './report-deliveries.queries.js';
import { plannedAt, ReportRunsService, wasPlanned } from './report-runs.service.js';

const DAY_MS = 86_400_000;

/** When the reports of the year make themselves, and how each of them stands. */
@Injectable()
export class ReportCalendarService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly inSight: PlansInSightService,
    private readonly runs: ReportRunsService,
  ) {}

  async listCalendar(viewer: Viewer): Promise<{ items: PlannedReport[]; total: number }> {
    authorize(viewer, 'reports.read');
    const items = (await listCalendar(this.dataSource, viewer)).filter(wasPlanned).map((row) => this.present(row));
    return { items, total: items.length };
  }

  /** How far the reports are that are being made now. */
  async getProgress(viewer: Viewer): Promise<ReportProgress> {
    authorize(viewer, 'reports.read');
    return { batch: await progressOf(this.dataSource, viewer) };
  }

  /** How the reports of a plan stand, for the list of what waits. */
  async ofPlan(planId: number): Promise<OwnReportFacts[]> {
    const rows = (await listCalendar(this.dataSource)).filter((row) => row.planId === planId && row.schedule.active && wasPlanned(row));
    return rows.map((row) => {
      const { period, schedule, report, run } = row;
      const made = report === null || report.state === 'issued' || report.state === 'amended' ? 'done' : report.state;
      const state = run?.outcome === 'failed' ? 'failed' : (run?.outcome ?? null) === null ? 'ahead' : made;
      return { period, plannedOn: dayInVietnam(plannedAt(row).getTime()), remindDays: schedule.remindDays, reportId: report?.id ?? null, state };
    });
  }

  /** Issued reports of a plan whose mail did not reach everybody, for the same list. */
  unsentOfPlan(planId: number): Promise<UnsentReportFacts[]> {
    return listUnsent(this.dataSource, planId);
  }

  /** @throws AppError not-found when there is no plan */
  async getSchedules(viewer: Viewer): Promise<ReportSchedules> {
    authorize(viewer, 'reports.read');
    return schedulesOf(this.dataSource, await this.inSight.office(viewer));
  }

  /** From now on; a report whose time has come keeps the time that was planned. @throws AppError not-found when there is no plan */
  async setSchedule(viewer: Viewer, period: PeriodKind, schedule: ReportSchedule): Promise<ReportSchedules> {
    authorize(viewer, 'reports.create');
    const unitId = await this.inSight.office(viewer);
    await this.dataSource.transaction(async (manager) => {
      const before = (await schedulesOf(manager, unitId))[period];
      await manager.query(
        `insert into report_schedule (unit_id, period, cutoffs, after_days, at, remind_days, active) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (unit_id, period) do update set cutoffs = excluded.cutoffs, after_days = excluded.after_days, at = excluded.at,
           remind_days = excluded.remind_days, active = excluded.active`,
        [unitId, period, schedule.cutoffs, schedule.afterDays, schedule.at, schedule.remindDays, schedule.active],
      );
      await this.audit.record(manager, viewer, {
        action: 'report-schedule-changed', subject: 'report', subjectName: period, before: { ...before }, after: { ...schedule },
      });
    });
    return schedulesOf(this.dataSource, unitId);
  }

  /** Has a report tried again that could not be made. @throws AppError not-found, invalid-input when it has not failed */
  async retry(viewer: Viewer, id: number): Promise<PlannedReport> {
    authorize(viewer, 'reports.create');
    const row = await this.find(viewer, id);
    await this.dataSource.transaction(async (manager) => {
      const [, reopened] = await manager.query<[unknown, number]>(
        `update report_run set outcome = null, ended_at = null, reopened_at = $2 where id = $1 and outcome = 'failed'`,
        [id, this.clock.now()],
      );
      if (reopened === 0) throw new AppError('invalid-input', messages.runNotFailed, [{ path: 'id', message: messages.runNotFailed }]);
      await this.audit.record(manager, viewer, { action: 'report-retried', subject: 'report', subjectId: id, subjectName: `${row.year} ${row.period}` });
    });
    // The calendar is one over all localities, whoever asks.
    await withRowScope('all', () => this.runs.planDue());
    return this.present(await this.find(viewer, id));
  }

  private async find(viewer: Viewer, id: number): Promise<CalendarRow> {
    const row = (await listCalendar(this.dataSource, viewer)).find(({ run }) => run?.id === id);
    if (row === undefined) throw new AppError('not-found', messages.noSuchRun(id));
    return row;
  }

  private present(row: CalendarRow): PlannedReport {
    const { year, period, schedule, run, attempts, report } = row;
    const { firstDay, lastDay } = reportingPeriod(year, period, schedule.cutoffs);
    const planned = plannedAt(row);
    const [first] = attempts;
    return {
      year, period, firstDay, lastDay, plannedAt: planned.toISOString(), state: this.stateOf(row, planned), runId: run?.id ?? null,
      lateDays: first === undefined ? null : Math.max(0, Math.floor((Date.parse(first.startedAt) - planned.getTime()) / DAY_MS)),
      attempts, report,
    };
  }

  private stateOf({ run, schedule }: CalendarRow, planned: Date): PlannedReportState {
    if (run !== null) return run.outcome ?? 'waiting';
    if (!schedule.active) return 'off';
    return planned > this.clock.now() ? 'ahead' : 'waiting';
  }
}

import { plannedInstant, reportingPeriod } from '@ocop/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { localViewer } from '../../platform/access/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { AppError } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { PlansService } from '../plans/plans.service.js';
import { listCalendar, triesOf, waitingRun, type CalendarRow, type RunToMake } from './report-calendar.queries.js';
import { ReportsService, type TakenSnapshot } from './reports.service.js';
import { typeset } from './typeset.js';

const CALENDAR = 'report-calendar';
const RUNS = 'report-run';
const EVERY_MINUTE = '* * * * *';
/** Attempts that fail, after which a person must look; and attempts of any end, after which something is wrong with the machine. */
const MOST_FAILED = 3;
const MOST_ATTEMPTS = 20;
const LONGEST_ERROR = 500;
/** Two are typeset while two others read their figures. */
const AT_ONCE = 4;

interface Attempt extends RunToMake {
  no: number;
}

/** The reports that make themselves: each planned one exactly once, however many processes run and whichever of them is killed. */
@Injectable()
export class ReportRunsService implements OnModuleInit {
  private readonly viewer = localViewer('system');

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly plans: PlansService,
    private readonly reports: ReportsService,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(CALENDAR, () => this.planDue(), { every: EVERY_MINUTE });
    this.jobs.handle(RUNS, (id) => this.make(Number(id)), { atOnce: AT_ONCE });
  }

  /** Writes down each report whose time has come, also long ago, and asks for all that wait to be made. */
  async planDue(): Promise<void> {
    const due = (await listCalendar(this.dataSource)).filter((row) => this.isDue(row));
    await this.dataSource.query(
      `insert into report_run (plan_id, period, planned_at)
       select plan_id, period, planned_at from jsonb_to_recordset($1::jsonb) as due (plan_id integer, period text, planned_at timestamptz)
       on conflict on constraint report_run_once do nothing`,
      [JSON.stringify(due.map((row) => ({ plan_id: row.planId, period: row.period, planned_at: plannedAt(row) })))],
    );
    const waiting = await this.dataSource.query<{ id: number }[]>('select id from report_run where outcome is null order by planned_at, id');
    await this.jobs.send(RUNS, waiting.map(({ id }) => String(id)));
  }

  private isDue(row: CalendarRow): boolean {
    return row.run === null && row.schedule.active && plannedAt(row) <= this.clock.now() && wasPlanned(row);
  }

  /** Makes a report that waits. Safe to do twice at once: who commits second finds it made. @throws what stopped an attempt that is to be repeated */
  async make(id: number): Promise<void> {
    const attempt = await this.dataSource.transaction((manager) => this.begin(manager, id));
    if (attempt === null) return;
    try {
      const taken = await this.take(attempt);
      await this.dataSource.transaction((manager) => this.finish(manager, attempt, taken));
    } catch (error) {
      if (await this.dataSource.transaction((manager) => this.fail(manager, attempt, error))) return;
      throw error;
    }
  }

  /** Notes the attempt before it begins: one that is killed leaves its beginning. */
  private async begin(manager: EntityManager, id: number): Promise<Attempt | null> {
    const run = await waitingRun(manager, id);
    if (run === null) return null;
    const tries = await triesOf(manager, id);
    const tooOften = tries.all >= MOST_ATTEMPTS;
    const [added] = await manager.query<{ no: number }[]>(
      `insert into report_attempt (run_id, no, started_at) select $1, coalesce(max(no), 0) + 1, $2 from report_attempt where run_id = $1 returning no`,
      [id, this.clock.now()],
    );
    const attempt = { ...run, no: added?.no ?? 0 };
    if (!tooOften) return attempt;
    await this.close(manager, attempt, 'failed', messages.interruptedTooOften(tries.all));
    await this.end(manager, attempt, 'failed', null);
    return null;
  }

  /** The figures, proved to be ones that can be printed; null = nothing was recorded in the period. */
  private async take({ planId, year, period }: Attempt): Promise<TakenSnapshot | null> {
    const plan = await this.plans.ofId(planId);
    const taken = await this.reports.snapshot(this.viewer, { year, period }, { plan });
    const { firstDay, lastDay } = taken.snapshot.period;
    if (!(await this.plans.hasFactBetween(planId, firstDay, lastDay))) return null;
    await typeset(taken.snapshot);
    return taken;
  }

  private async finish(manager: EntityManager, attempt: Attempt, taken: TakenSnapshot | null): Promise<void> {
    if ((await waitingRun(manager, attempt.id)) === null) return this.close(manager, attempt, 'superseded');
    const outcome = taken === null ? 'skipped' : 'made';
    await this.close(manager, attempt, outcome);
    const reportId = taken === null ? null : await this.reports.keep(manager, this.viewer, taken);
    await this.end(manager, attempt, outcome, reportId);
  }

  /** Whether that was the last attempt. */
  private async fail(manager: EntityManager, attempt: Attempt, error: unknown): Promise<boolean> {
    const reason = error instanceof AppError ? error.detail : messages.attemptFailed(error instanceof Error ? error.message : String(error));
    await this.close(manager, attempt, 'failed', reason.slice(0, LONGEST_ERROR));
    if ((await waitingRun(manager, attempt.id)) === null) return true;
    if ((await triesOf(manager, attempt.id)).failed < MOST_FAILED) return false;
    await this.end(manager, attempt, 'failed', null);
    return true;
  }

  private async close(manager: EntityManager, { id, no }: Attempt, outcome: string, error: string | null = null): Promise<void> {
    await manager.query('update report_attempt set outcome = $3, ended_at = $4, error = $5 where run_id = $1 and no = $2', [id, no, outcome, this.clock.now(), error]);
  }

  private async end(manager: EntityManager, { id }: Attempt, outcome: string, reportId: number | null): Promise<void> {
    await manager.query('update report_run set outcome = $2, ended_at = $3, report_id = $4 where id = $1', [id, outcome, this.clock.now(), reportId]);
  }
}

/** When a report of the calendar is to be made; once its time has come, what was planned then. */
export const plannedAt = ({ run, year, period, schedule }: CalendarRow): Date =>
  new Date(run?.plannedAt ?? plannedInstant(reportingPeriod(year, period, schedule.cutoffs), schedule));

/** A period that was over before its plan was issued has no report. */
export const wasPlanned = ({ year, period, schedule, issuedOn }: CalendarRow): boolean =>
  reportingPeriod(year, period, schedule.cutoffs).lastDay >= issuedOn;

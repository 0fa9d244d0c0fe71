import type { AuditAction } from '@ocop/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { localViewer } from '../../platform/access/viewer.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { AppError } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import type { ReportLetter } from '../../platform/errors/messages/mail.js';
import { FILE_TYPES } from '../../platform/http/api-answer.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { MailError, Mailer, type Letter } from '../../platform/mail/mailer.service.js';
import { contentOf } from './report-content.js';
import { dueDelivery, listDue, type WaitingDelivery } from './report-deliveries.queries.js';
import { findReport } from './report.queries.js';
import { ReportsService } from './reports.service.js';

const DUE = 'report-mail-due';
const LETTERS = 'report-mail';
const EVERY_MINUTE = '* * * * *';
const MINUTE_MS = 60_000;
/** Minutes until the next attempt after each that the server did not take for now; after the last a person must look. */
const WAITS = [1, 5, 15, 60, 180] as const;
export const MOST_TRIES = WAITS.length + 1;
/** An attempt of which nothing was heard for so long is lost; longer than any may take. */
const LOST_AFTER_MINUTES = 10;
const LONGEST_ERROR = 500;

/**
 * Sends the letters with issued reports, each on its own: one that fails holds up no other. An attempt is noted, and its
 * letter put off, before it begins: no second process takes it meanwhile, and one that was killed is tried again later.
 */
@Injectable()
export class ReportMailService implements OnModuleInit {
  private readonly viewer = localViewer('system');

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly jobs: Jobs,
    private readonly mailer: Mailer,
    private readonly reports: ReportsService,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(DUE, () => this.askDue(), { every: EVERY_MINUTE });
    this.jobs.handle(LETTERS, (id) => this.deliver(Number(id)));
  }

  /** Has letters sent soon. */
  async ask(ids: readonly number[]): Promise<void> {
    await this.jobs.send(LETTERS, ids.map(String));
  }

  /** The same of every letter whose time has come. */
  async askDue(): Promise<void> {
    await this.ask(await listDue(this.dataSource, this.clock.now()));
  }

  /** Sends a letter whose time has come. Safe to do twice, at once too. */
  async deliver(id: number): Promise<void> {
    const attempt = await this.dataSource.transaction((manager) => this.begin(manager, id));
    if (attempt === null) return;
    try {
      await this.mailer.send(await this.letter(attempt));
    } catch (error) {
      await this.dataSource.transaction((manager) => this.fail(manager, attempt, error));
      return;
    }
    await this.dataSource.transaction((manager) => this.end(manager, attempt, 'sent', null));
  }

  private async begin(manager: EntityManager, id: number): Promise<WaitingDelivery | null> {
    const due = await dueDelivery(manager, id, this.clock.now());
    if (due === null) return null;
    const over = !due.isRecipient ? messages.recipientRemoved : due.triesLeft === 0 ? messages.mailInterrupted(due.attempts) : null;
    if (over !== null) {
      await this.end(manager, due, 'failed', over);
      return null;
    }
    await manager.query('update report_delivery set attempts = attempts + 1, tries_left = tries_left - 1, next_attempt_at = $2 where id = $1', [id, this.inMinutes(LOST_AFTER_MINUTES)]);
    return { ...due, attempts: due.attempts + 1, triesLeft: due.triesLeft - 1 };
  }

  /** The issued file byte for byte, the appendices as a workbook, and what they are. @throws AppError internal when the file kept is not what was issued */
  private async letter({ reportId, name, address, note, messageId }: WaitingDelivery): Promise<Letter> {
    const report = await findReport(this.dataSource, null, reportId);
    const { state, issue, firstDay, lastDay, demo } = report;
    // Another may have taken its place while the letter waited.
    if (issue === null || state !== 'issued') throw new AppError('invalid-input', messages.mailIssuedOnly(state));
    const [pdf, xlsx, { snapshot, parts }, { composeProgressReport }] = await Promise.all([
      this.reports.fileOf(report, 'pdf'), this.reports.fileOf(report, 'xlsx'), contentOf(this.dataSource, report), import('@ocop/reports'),
    ]);
    const words: ReportLetter = {
      ...issue, agency: snapshot.plan.issuerName, title: composeProgressReport(snapshot, parts).metadata.title, firstDay, lastDay, demo, note,
      signatory: [...issue.signatureLines.slice(1), issue.signatoryName].join(', '), fileName: pdf.fileName,
    };
    return {
      to: { name, address }, messageId, subject: messages.reportLetterSubject(words), text: messages.reportLetter(words),
      attachments: [{ ...pdf, type: 'application/pdf' }, { ...xlsx, type: FILE_TYPES.xlsx }],
    };
  }

  private async fail(manager: EntityManager, attempt: WaitingDelivery, error: unknown): Promise<void> {
    const reason = error instanceof MailError ? error.message : messages.mailNotMade(error instanceof Error ? error.message : String(error));
    const wait = WAITS[MOST_TRIES - 1 - attempt.triesLeft];
    // What the program itself refuses, it refuses again.
    const final = error instanceof MailError ? error.final : error instanceof AppError;
    if (final || attempt.triesLeft === 0 || wait === undefined) return this.end(manager, attempt, 'failed', reason);
    await manager.query(`update report_delivery set next_attempt_at = $2, error = $3 where id = $1 and state = 'waiting'`, [attempt.id, this.inMinutes(wait), reason.slice(0, LONGEST_ERROR)]);
  }

  /** Unless it has ended meanwhile. */
  private async end(manager: EntityManager, { id, reportId, name, address, attempts }: WaitingDelivery, state: 'sent' | 'failed', error: string | null): Promise<void> {
    const [, ended] = await manager.query<[unknown, number]>(
      `update report_delivery set state = $2, error = $3, ended_at = $4, next_attempt_at = null where id = $1 and state = 'waiting'`,
      [id, state, error?.slice(0, LONGEST_ERROR) ?? null, this.clock.now()],
    );
    if (ended === 0) return;
    const action: AuditAction = state === 'sent' ? 'report-mail-sent' : 'report-mail-failed';
    const { year, period } = await findReport(manager, null, reportId);
    await this.audit.record(manager, this.viewer, { action, subject: 'report', subjectId: reportId, subjectName: `${year} ${period}`, after: { name, address, attempts }, reason: error });
  }

  private inMinutes(minutes: number): Date {
    return new Date(this.clock.now().getTime() + minutes * MINUTE_MS);
  }
}

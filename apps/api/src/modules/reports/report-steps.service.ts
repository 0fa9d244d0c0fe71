import type { AuditAction, IssueReport, Report } from '@ocop/contracts';
import { mayMoveReport, REQUIRED_SECTIONS, type ReportState } from '@ocop/domain';
import type { ReportSnapshot } from '@ocop/reports';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { lock } from '../../platform/database/locks.js';
import { AppError, Faults } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import { contentOf, textsOf } from './report-content.js';
import { findReport, sha256, snapshotOf } from './report.queries.js';
import { typeset } from './typeset.js';

/** The way of a report to the paper signed: drafted, in review, approved, issued. */
@Injectable()
export class ReportStepsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /** @throws AppError not-found, invalid-input when it is not a draft or a person's part is missing */
  submit(viewer: Viewer, id: number, note: string | null): Promise<Report> {
    authorize(viewer, 'reports.create');
    return this.move(viewer, id, 'in-review', 'report-submitted', note, async (manager) => {
      const texts = await textsOf(manager, id);
      const missing = REQUIRED_SECTIONS.filter((section) => texts[section] === undefined);
      if (missing.length === 0) return {};
      const { sectionName } = await import('@ocop/reports');
      const snapshot = await snapshotOf({ manager }, id);
      const sentence = messages.sectionsMissing(missing.map((section) => sectionName(section, snapshot)).join('; '));
      throw new AppError('invalid-input', sentence, missing.map((section) => ({ path: `texts.${section}`, message: sentence })));
    });
  }

  /** @throws AppError not-found, invalid-input when it is not in review */
  approve(viewer: Viewer, id: number, note: string | null): Promise<Report> {
    authorize(viewer, 'reports.approve');
    return this.move(viewer, id, 'approved', 'report-approved', note);
  }

  /** Back to a draft, with the reason. @throws AppError not-found, invalid-input when it is a draft or issued */
  return(viewer: Viewer, id: number, reason: string): Promise<Report> {
    authorize(viewer, 'reports.approve');
    return this.move(viewer, id, 'draft', 'report-returned', reason);
  }

  /**
   * Writes number, day and signature into the report and keeps the bytes: from now on they are the report.
   * @throws AppError not-found, already-there (the number), changed-meanwhile, invalid-input with every fault
   */
  async issue(viewer: Viewer, id: number, input: IssueReport): Promise<Report> {
    authorize(viewer, 'reports.issue');
    const report = await findReport(this.dataSource, viewer.units, id);
    const { snapshot, parts } = await contentOf(this.dataSource, { ...report, issue: input });
    this.refuseIssue(report, snapshot, input);
    const { number, issuedOn, signatureLines, signatoryName } = input;
    // Before the transaction: typesetting is what takes long.
    const pdf = await typeset(snapshot, parts);
    const pdfSha256 = sha256(pdf);
    return this.move(viewer, id, 'issued', 'report-issued', null, async (manager, before) => {
      // Returned, written anew and approved since: what was approved is not what was typeset.
      if (before.steps.length !== report.steps.length) throw new AppError('changed-meanwhile', messages.changedMeanwhile);
      if (report.amends !== null) await this.refuseAmendedAlready(manager, viewer, report.amends.id);
      const written = await manager.query<unknown[]>(
        `insert into report_issue (report_id, unit_id, number, issued_on, signature_lines, signatory_name, pdf, pdf_sha256)
         select r.id, p.unit_id, $2, $3, $4, $5, $6, $7 from report r join plan p on p.id = r.plan_id where r.id = $1
         on conflict (unit_id, extract(year from issued_on), number) do nothing returning report_id`,
        [id, number, issuedOn, signatureLines, signatoryName, Buffer.from(pdf), pdfSha256],
      );
      const used = messages.numberUsed(number, Number(issuedOn.slice(0, 4)));
      if (written.length === 0) throw new AppError('already-there', used, [{ path: 'number', message: used }]);
      return { number, issuedOn, signatureLines, signatoryName, pdfSha256 };
    });
  }

  /** Of two reports that take the place of one, the first issued does. */
  private async refuseAmendedAlready(manager: EntityManager, viewer: Viewer, id: number): Promise<void> {
    await lock(manager, 'steps of a report', id);
    const { amendedBy } = await findReport(manager, viewer.units, id);
    if (amendedBy === null) return;
    const sentence = messages.amendedAlready(amendedBy.number);
    throw new AppError('invalid-input', sentence, [{ path: 'id', message: sentence }]);
  }

  private refuseIssue({ state, asOf, lastDay }: Report, { plan }: ReportSnapshot, { issuedOn }: IssueReport): void {
    const faults = new Faults();
    if (!mayMoveReport(state, 'issued')) faults.add('id', messages.reportMove(state, 'issued'));
    if (asOf < lastDay) faults.add('id', messages.issuedBeforePeriodEnds(lastDay));
    if (plan.recipients.length === 0) faults.add('id', messages.noRecipients);
    if (issuedOn > this.clock.today()) faults.add('issuedOn', messages.issuedAfterToday(this.clock.today()));
    if (issuedOn < asOf) faults.add('issuedOn', messages.issuedBeforeFigures(asOf));
    faults.refuse();
  }

  private move(viewer: Viewer, id: number, to: ReportState, action: AuditAction, note: string | null, also?: (manager: EntityManager, before: Report) => Promise<Record<string, unknown>>): Promise<Report> {
    return this.dataSource.transaction(async (manager) => {
      await lock(manager, 'steps of a report', id);
      const before = await findReport(manager, viewer.units, id);
      if (!mayMoveReport(before.state, to)) {
        const sentence = messages.reportMove(before.state, to);
        throw new AppError('invalid-input', sentence, [{ path: 'id', message: sentence }]);
      }
      await manager.query('insert into report_step (report_id, no, state, note, taken_at, taken_by) values ($1, $2, $3, $4, $5, $6)', [
        id, before.steps.length + 1, to, note, this.clock.now(), viewer.accountId,
      ]);
      const more = (await also?.(manager, before)) ?? {};
      await this.audit.record(manager, viewer, {
        action, subject: 'report', subjectId: id, subjectName: `${before.year} ${before.period}`, before: { state: before.state }, after: { state: to, ...more } as never, reason: note,
      });
      return findReport(manager, viewer.units, id);
    });
  }
}

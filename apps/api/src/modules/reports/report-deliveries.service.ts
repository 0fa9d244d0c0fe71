import type { AddReportRecipient, ReportDeliveryList, ReportRecipientList, SendReport } from '@ocop/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { AppError, Faults } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import { Mailer } from '../../platform/mail/mailer.service.js';
import { PlansInSightService } from '../plans/plans-in-sight.service.js';
import { listDeliveries, listRecipients } from './report-deliveries.queries.js';
import { MOST_TRIES, ReportMailService } from './report-mail.service.js';
import { findReport } from './report.queries.js';

/** To whom issued reports go by mail, and how each letter stands. */
@Injectable()
export class ReportDeliveriesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly mailer: Mailer,
    private readonly mail: ReportMailService,
    private readonly inSight: PlansInSightService,
  ) {}

  /** @throws AppError not-found when there is no plan */
  async listRecipients(viewer: Viewer): Promise<ReportRecipientList> {
    authorize(viewer, 'reports.read');
    const items = await listRecipients(this.dataSource, await this.inSight.office(viewer));
    return { configured: this.mailer.configured, items, total: items.length };
  }

  /** @throws AppError already-there (the address), not-found when there is no plan */
  async addRecipient(viewer: Viewer, { name, address }: AddReportRecipient): Promise<ReportRecipientList> {
    authorize(viewer, 'reports.create');
    const unitId = await this.inSight.office(viewer);
    await this.dataSource.transaction(async (manager) => {
      const [added] = await manager.query<{ id: number }[]>(
        `insert into report_recipient (unit_id, name, address, added_at, added_by) values ($1, $2, $3, $4, $5)
         on conflict (unit_id, lower(address)) where removed_at is null do nothing returning id`,
        [unitId, name, address, this.clock.now(), viewer.accountId],
      );
      if (added === undefined) throw await this.taken(manager, unitId, address);
      await this.audit.record(manager, viewer, { action: 'report-recipient-added', subject: 'report', subjectName: name, after: { name, address } });
    });
    return this.listRecipients(viewer);
  }

  private async taken(manager: EntityManager, unitId: number, address: string): Promise<AppError> {
    const other = (await listRecipients(manager, unitId)).find((one) => one.address.toLowerCase() === address.toLowerCase());
    const sentence = messages.recipientTaken(address, other?.name ?? '');
    return new AppError('already-there', sentence, [{ path: 'address', message: sentence }]);
  }

  /** From now on nothing is sent there; what was, stays on record. @throws AppError not-found */
  async removeRecipient(viewer: Viewer, id: number): Promise<ReportRecipientList> {
    authorize(viewer, 'reports.create');
    await this.dataSource.transaction(async (manager) => {
      const [[removed]] = await manager.query<[{ name: string; address: string }[], number]>(
        `update report_recipient set removed_at = $3, removed_by = $4
         where id = $1 and removed_at is null and ($2::integer[] is null or unit_id = any($2)) returning name, address`,
        [id, viewer.units, this.clock.now(), viewer.accountId],
      );
      if (removed === undefined) throw new AppError('not-found', messages.recipientNotFound(id));
      await this.audit.record(manager, viewer, { action: 'report-recipient-removed', subject: 'report', subjectName: removed.name, before: { ...removed } });
    });
    return this.listRecipients(viewer);
  }

  /** @throws AppError not-found */
  async listDeliveries(viewer: Viewer, reportId: number): Promise<ReportDeliveryList> {
    authorize(viewer, 'reports.read');
    await findReport(this.dataSource, viewer.units, reportId);
    const items = await listDeliveries(this.dataSource, reportId);
    return { configured: this.mailer.configured, items, total: items.length };
  }

  /**
   * Has an issued report sent to recipients, once more to whom it could not be sent; who got it, or will, gets no second letter.
   * @throws AppError not-found, invalid-input with every fault
   */
  async send(viewer: Viewer, reportId: number, { recipientIds, note }: SendReport): Promise<ReportDeliveryList> {
    authorize(viewer, 'reports.issue');
    const { state, issue, year, period } = await findReport(this.dataSource, viewer.units, reportId);
    const known = await this.dataSource.query<{ id: number }[]>(
      `select e.id from report_recipient e join plan p on p.unit_id = e.unit_id join report r on r.plan_id = p.id
       where r.id = $1 and e.id = any($2) and e.removed_at is null`,
      [reportId, recipientIds],
    );
    const unknown = recipientIds.filter((id) => !known.some((one) => one.id === id));
    const faults = new Faults();
    if (!this.mailer.configured) faults.add('id', messages.mailNotConfigured);
    if (state !== 'issued') faults.add('id', messages.mailIssuedOnly(state));
    if (unknown.length > 0) faults.add('recipientIds', messages.recipientsUnknown(unknown));
    faults.refuse();
    const asked = await this.dataSource.transaction(async (manager) => {
      const rows = await manager.query<{ id: number; address: string }[]>(
        `insert into report_delivery as d (report_id, name, address, note, message_id, tries_left, next_attempt_at, requested_at, requested_by)
         select $1, r.name, r.address, $3, '<' || gen_random_uuid() || '@' || $4 || '>', $5, $6, $6, $7 from report_recipient r where r.id = any($2) order by r.id
         on conflict (report_id, lower(address)) do update set state = 'waiting', ended_at = null, error = null, name = excluded.name, note = coalesce(excluded.note, d.note),
           tries_left = excluded.tries_left, next_attempt_at = excluded.next_attempt_at, requested_at = excluded.requested_at, requested_by = excluded.requested_by
         where d.state = 'failed' returning id, address`,
        [reportId, recipientIds, note, this.mailer.domain, MOST_TRIES, this.clock.now(), viewer.accountId],
      );
      if (rows.length === 0) return rows;
      await this.audit.record(manager, viewer, {
        action: 'report-mail-requested', subject: 'report', subjectId: reportId, subjectName: `${year} ${period}`,
        after: { number: issue?.number ?? null, addresses: rows.map(({ address }) => address) }, reason: note,
      });
      return rows;
    });
    await this.mail.ask(asked.map(({ id }) => id));
    return this.listDeliveries(viewer, reportId);
  }
}

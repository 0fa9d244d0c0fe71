import type { ReportDelivery, ReportRecipient } from '@ocop/contracts';
import type { UnsentReportFacts } from '@ocop/domain';
import type { DataSource, EntityManager } from 'typeorm';
import { utc } from '../../platform/database/entered.js';

type Db = Pick<DataSource | EntityManager, 'query'>;

/** Those of an office that still stand, by name. */
export const listRecipients = (db: Db, unitId: number): Promise<ReportRecipient[]> =>
  db.query<ReportRecipient[]>(
    `select r.id, r.name, r.address, ${utc('r.added_at')} as "addedAt", a.display_name as "addedBy"
     from report_recipient r left join account a on a.id = r.added_by where r.unit_id = $1 and r.removed_at is null order by r.name, r.id`,
    [unitId],
  );

export const listDeliveries = (db: Db, reportId: number): Promise<ReportDelivery[]> =>
  db.query<ReportDelivery[]>(
    `select d.id, d.name, d.address, d.state, d.attempts, d.error, ${utc('d.requested_at')} as "requestedAt", a.display_name as "requestedBy",
       ${utc('d.next_attempt_at')} as "nextAttemptAt", ${utc('d.ended_at')} as "endedAt"
     from report_delivery d left join account a on a.id = d.requested_by where d.report_id = $1 order by d.name, d.id`,
    [reportId],
  );

/** Reports of a plan that stand as issued and that a recipient, who still is one, could not be sent. */
export const listUnsent = (db: Db, planId: number): Promise<UnsentReportFacts[]> =>
  db.query<UnsentReportFacts[]>(
    `select r.id as "reportId", r.period, max((d.ended_at at time zone 'Asia/Ho_Chi_Minh')::date) as "failedOn"
     from report_delivery d join report r on r.id = d.report_id join plan p on p.id = r.plan_id
     where p.id = $1 and d.state = 'failed'
       and exists (select from report_recipient e where e.unit_id = p.unit_id and lower(e.address) = lower(d.address) and e.removed_at is null)
       and not exists (select from report x join report_issue i on i.report_id = x.id where x.amends_id = r.id)
     group by r.id, r.period order by r.id`,
    [planId],
  );

/** A letter to be sent. */
export interface WaitingDelivery {
  id: number;
  reportId: number;
  name: string;
  address: string;
  note: string | null;
  messageId: string;
  attempts: number;
  triesLeft: number;
  /** Whether the address still is on the list. */
  isRecipient: boolean;
}

/** Locks a letter whose time has come, until the transaction ends; null = it is sent, given up, being sent, or not due. */
export async function dueDelivery(manager: EntityManager, id: number, now: Date): Promise<WaitingDelivery | null> {
  const [due] = await manager.query<WaitingDelivery[]>(
    `select d.id, d.report_id as "reportId", d.name, d.address, d.note, d.message_id as "messageId", d.attempts, d.tries_left as "triesLeft",
       exists (select from report_recipient e join plan p on p.unit_id = e.unit_id join report r on r.plan_id = p.id
         where r.id = d.report_id and lower(e.address) = lower(d.address) and e.removed_at is null) as "isRecipient"
     from report_delivery d where d.id = $1 and d.state = 'waiting' and d.next_attempt_at <= $2 for update`,
    [id, now],
  );
  return due ?? null;
}

/** Letters whose time has come. */
export const listDue = async (db: Db, now: Date): Promise<number[]> =>
  (await db.query<{ id: number }[]>(`select id from report_delivery where state = 'waiting' and next_attempt_at <= $1 order by next_attempt_at, id`, [now])).map(({ id }) => id);

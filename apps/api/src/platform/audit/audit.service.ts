import type { AuditAction, AuditSubject, Permission } from '@ocop/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Viewer } from '../access/viewer.js';
import { Clock } from '../clock/clock.js';
import { AppError } from '../errors/app-error.js';
import { messages } from '../errors/messages.js';
import type { AuditFacts } from './audit-entry.entity.js';

/** What is written down of something that was done: never a password, code, token or key. */
export interface AuditNote {
  action: AuditAction;
  subject: AuditSubject;
  subjectId?: string | number | null;
  subjectName?: string | null;
  before?: AuditFacts | null;
  after?: AuditFacts | null;
  reason?: string | null;
}

/** The line of a note as the database reads it. */
const lineOf = (viewer: Viewer, note: AuditNote) => ({
  account_id: viewer.accountId, account_name: viewer.username, origin: viewer.origin, address: viewer.address, request_id: viewer.requestId,
  action: note.action, subject: note.subject, subject_id: note.subjectId ?? null, subject_name: note.subjectName ?? null,
  before: note.before ?? null, after: note.after ?? null, reason: note.reason ?? null,
});

const COLUMNS = 'account_id, account_name, origin, address, request_id, action, subject, subject_id, subject_name, before, after, reason';

/** Notes as the parameter `lines` of `auditInsertion`. */
export const auditLines = (lines: readonly { viewer: Viewer; note: AuditNote }[]): string =>
  JSON.stringify(lines.map(({ viewer, note }, at) => ({ at, ...lineOf(viewer, note) })));

/**
 * Inserts lines, for a statement that does more than that as well: the trail is locked from here to the commit, so a part
 * that changes something else has to be named in `last` to be done before.
 * @param now and lines: the places of the parameters, as "$1"
 */
export const auditInsertion = (now: string, lines: string, last = 'true'): string =>
  `insert into audit_entry (happened_at, ${COLUMNS})
   select ${now}, ${COLUMNS} from jsonb_to_recordset(${lines}::jsonb) as line (at integer, account_id integer, account_name text, origin text, address text, request_id text,
     action text, subject text, subject_id text, subject_name text, before jsonb, after jsonb, reason text) where ${last} order by at`;

@Injectable()
export class AuditService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Writes a line in the transaction of the change, as its last statement: the trail is locked from here to the commit. */
  record(manager: EntityManager, viewer: Viewer, note: AuditNote): Promise<void> {
    return this.recordAll(manager, [{ viewer, note }]);
  }

  /** The lines of several changes that one transaction makes, in their order. */
  async recordAll(manager: EntityManager, lines: readonly { viewer: Viewer; note: AuditNote }[]): Promise<void> {
    const now = this.clock.now();
    await manager.query(auditInsertion('$1', '$2'), [now, auditLines(lines)]);
  }

  /**
   * Writes down that somebody asked for what they may not, and refuses it.
   * @throws AppError forbidden, always
   */
  async refuse(visitor: Viewer, permission: Permission, what: string, sentence: string = messages.forbidden): Promise<never> {
    await this.recordAlone(visitor, { action: 'access-refused', subject: 'route', subjectId: permission, subjectName: what });
    throw new AppError('forbidden', sentence);
  }

  /** Writes a line of something that changes nothing: a refusal, a download. */
  recordAlone(visitor: Viewer, note: AuditNote): Promise<void> {
    return this.record(this.dataSource.manager, visitor, note);
  }
}

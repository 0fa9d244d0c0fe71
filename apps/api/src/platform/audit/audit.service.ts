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

const facts = (value: AuditFacts | null | undefined): string | null => (value ? JSON.stringify(value) : null);

@Injectable()
export class AuditService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Writes a line in the transaction of the change, as its last statement: the trail is locked from here to the commit. */
  async record(manager: EntityManager, viewer: Viewer, note: AuditNote): Promise<void> {
    const { accountId, username, origin, address, requestId } = viewer;
    await manager.query(
      `insert into audit_entry (happened_at, account_id, account_name, origin, address, request_id,
         action, subject, subject_id, subject_name, before, after, reason)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        this.clock.now(), accountId, username, origin, address, requestId, note.action, note.subject,
        note.subjectId === undefined || note.subjectId === null ? null : String(note.subjectId),
        note.subjectName ?? null, facts(note.before), facts(note.after), note.reason ?? null,
      ],
    );
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

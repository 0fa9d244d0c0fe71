import type { AUDIT_ORIGINS, AuditAction, AuditSubject } from '@ocop/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type AuditFacts = Record<string, unknown>;

/** A line of the audit trail; `no` and `hash` are set by the database. */
@Entity('audit_entry')
export class AuditEntryEntity {
  @PrimaryColumn('bigint')
  no: string;

  @Column('timestamptz')
  happenedAt: Date;

  @Column('integer', { nullable: true })
  accountId: number | null;

  @Column('text', { nullable: true })
  accountName: string | null;

  @Column('text')
  origin: (typeof AUDIT_ORIGINS)[number];

  @Column('text', { nullable: true })
  address: string | null;

  @Column('text', { nullable: true })
  requestId: string | null;

  @Column('text')
  action: AuditAction;

  @Column('text')
  subject: AuditSubject;

  @Column('text', { nullable: true })
  subjectId: string | null;

  @Column('text', { nullable: true })
  subjectName: string | null;

  @Column('jsonb', { nullable: true })
  before: AuditFacts | null;

  @Column('jsonb', { nullable: true })
  after: AuditFacts | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('text')
  hash: string;
}

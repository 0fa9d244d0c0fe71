import type { PeriodKind, ReportSection, ReportState } from '@ocop/domain';
import { Column, CreateDateColumn, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** A report's frozen figures; its PDF is rendered from the snapshot alone. */
@Entity('report')
export class ReportEntity {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS', type: 'integer' })
  id: number;

  @Column('integer')
  planId: number;

  @Column('text')
  period: PeriodKind;

  @Column('date')
  firstDay: string;

  @Column('date')
  lastDay: string;

  @Column('date')
  asOf: string;

  /** The exact JSON text whose SHA-256 is `snapshotSha256`. */
  @Column('text')
  snapshot: string;

  @Column('text')
  snapshotSha256: string;

  /** The issued report that this one takes the place of, and why. */
  @Column('integer', { nullable: true })
  amendsId: number | null;

  @Column('text', { nullable: true })
  amendsReason: string | null;

  @CreateDateColumn({ type: 'timestamp with time zone' })
  createdAt: Date;
}

/** One step of a report on its way to the paper signed; never changed. */
@Entity('report_step')
export class ReportStepEntity {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS', type: 'integer' })
  id: number;

  @Column('integer')
  reportId: number;

  /** From 1, without a gap: who takes a step saw the one before. */
  @Column('integer')
  no: number;

  @Column('text')
  state: ReportState;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('timestamptz')
  takenAt: Date;

  @Column('integer', { nullable: true })
  takenBy: number | null;
}

/** What a person wrote into a part of a report; the newest version counts. Never changed. */
@Entity('report_text')
export class ReportTextEntity {
  @PrimaryColumn('integer')
  reportId: number;

  @PrimaryColumn('text')
  section: ReportSection;

  @PrimaryColumn('integer')
  version: number;

  /** Empty = nothing to add. */
  @Column('text')
  text: string;

  @Column('timestamptz')
  writtenAt: Date;

  @Column('integer', { nullable: true })
  writtenBy: number | null;
}

/** A report as it left the office: number, day, signature, and the bytes of its file. Never changed. */
@Entity('report_issue')
export class ReportIssueEntity {
  @PrimaryColumn('integer')
  reportId: number;

  /** Whose numbers they are. */
  @Column('integer')
  unitId: number;

  @Column('text')
  number: string;

  @Column('date')
  issuedOn: string;

  @Column('text', { array: true })
  signatureLines: string[];

  @Column('text')
  signatoryName: string;

  @Column('bytea')
  pdf: Buffer;

  @Column('text')
  pdfSha256: string;
}

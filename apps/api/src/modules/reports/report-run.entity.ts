import type { AttemptOutcome, Cutoffs, PeriodKind } from '@ocop/domain';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** What somebody decided otherwise than usual about when a report makes itself. */
@Entity('report_schedule')
export class ReportScheduleEntity {
  @PrimaryColumn('integer')
  unitId: number;

  @PrimaryColumn('text')
  period: PeriodKind;

  @Column('text')
  cutoffs: Cutoffs;

  @Column('integer')
  afterDays: number;

  @Column('text')
  at: string;

  @Column('integer')
  remindDays: number;

  @Column('boolean')
  active: boolean;
}

/** A report whose time had come; one a plan and period. */
@Entity('report_run')
export class ReportRunEntity {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS', type: 'integer' })
  id: number;

  @Column('integer')
  planId: number;

  @Column('text')
  period: PeriodKind;

  @Column('timestamptz')
  plannedAt: Date;

  /** When somebody asked to try again after it had failed. */
  @Column('timestamptz', { nullable: true })
  reopenedAt: Date | null;

  /** Null while it waits to be made. */
  @Column('text', { nullable: true })
  outcome: Exclude<AttemptOutcome, 'superseded'> | null;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  @Column('integer', { nullable: true })
  reportId: number | null;
}

/** One attempt to make a report; one without an end was interrupted. */
@Entity('report_attempt')
export class ReportAttemptEntity {
  @PrimaryColumn('integer')
  runId: number;

  /** From 1, without a gap. */
  @PrimaryColumn('integer')
  no: number;

  @Column('timestamptz')
  startedAt: Date;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  @Column('text', { nullable: true })
  outcome: AttemptOutcome | null;

  @Column('text', { nullable: true })
  error: string | null;
}

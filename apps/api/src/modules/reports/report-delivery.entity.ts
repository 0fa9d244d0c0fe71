import type { DeliveryState } from '@ocop/domain';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Who gets the issued reports of an office by mail; one that is removed stays on record. */
@Entity('report_recipient')
export class ReportRecipientEntity {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS', type: 'integer' })
  id: number;

  @Column('integer')
  unitId: number;

  @Column('text')
  name: string;

  @Column('text')
  address: string;

  @Column('timestamptz')
  addedAt: Date;

  @Column('integer', { nullable: true })
  addedBy: number | null;

  @Column('timestamptz', { nullable: true })
  removedAt: Date | null;

  @Column('integer', { nullable: true })
  removedBy: number | null;
}

/** The letter with an issued report to one recipient; one a report and address. */
@Entity('report_delivery')
export class ReportDeliveryEntity {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS', type: 'integer' })
  id: number;

  @Column('integer')
  reportId: number;

  @Column('text')
  name: string;

  @Column('text')
  address: string;

  /** What the sender adds to the letter. */
  @Column('text', { nullable: true })
  note: string | null;

  /** With its angle brackets; the same in each attempt. */
  @Column('text')
  messageId: string;

  @Column('text', { default: 'waiting' })
  state: DeliveryState;

  /** Begun so far. */
  @Column('integer', { default: 0 })
  attempts: number;

  /** Until a person must look. */
  @Column('integer')
  triesLeft: number;

  /** While an attempt runs: when it counts as lost. */
  @Column('timestamptz', { nullable: true })
  nextAttemptAt: Date | null;

  @Column('text', { nullable: true })
  error: string | null;

  @Column('timestamptz')
  requestedAt: Date;

  @Column('integer', { nullable: true })
  requestedBy: number | null;

  /** Sent, or given up. */
  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}

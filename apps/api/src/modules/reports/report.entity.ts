import type { PeriodKind } from '@ocop/domain';
import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';

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

  @CreateDateColumn({ type: 'timestamp with time zone' })
  createdAt: Date;
}

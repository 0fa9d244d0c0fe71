import type { ReconciliationCell } from '@ocop/contracts';
import type { PeriodKind, ReportedMeasure } from '@ocop/domain';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { Entered } from '../../platform/database/entered.js';

/** One figure that a commune reported for a period. `amount` in whole đồng, from 0; corrected by annulling it and entering another. */
@Entity('reported_money')
export class ReportedMoneyEntity extends Entered {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS', type: 'integer' })
  id: number;

  @Column('integer')
  planId: number;

  @Column('integer')
  unitId: number;

  @Column('text')
  period: PeriodKind;

  @Column('integer')
  sourceId: number;

  @Column('text')
  measure: ReportedMeasure;

  @Column('bigint')
  amount: string;

  @Column('text', { nullable: true })
  paper: string | null;
}

/** What somebody of the finance office saw of a commune's figures and signed. Never changed: figures that change later are another matter. */
@Entity('reconciliation_sign_off')
export class ReconciliationSignOffEntity {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS', type: 'integer' })
  id: number;

  @Column('integer')
  planId: number;

  @Column('integer')
  unitId: number;

  @Column('text')
  period: PeriodKind;

  @Column('bigint')
  tolerance: string;

  @Column('jsonb')
  cells: ReconciliationCell[];

  @Column('text', { nullable: true })
  note: string | null;

  @Column('timestamptz')
  signedAt: Date;

  @Column('integer', { nullable: true })
  signedBy: number | null;
}

/** How far apart, in whole đồng, a figure of a plan may be; without a row 0, version 1. */
@Entity('reconciliation_setting')
export class ReconciliationSettingEntity {
  @PrimaryColumn('integer')
  planId: number;

  @Column('bigint')
  tolerance: string;

  @Column('integer', { default: 1 })
  version: number;
}

import type { PeriodKind } from '@ocop/domain';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Entered } from '../../platform/database/entered.js';

/** A commune's report as received (plan 1227, V.4). */
@Entity('commune_report')
export class CommuneReportEntity extends Entered {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS', type: 'integer' })
  id: number;

  @Column('integer')
  planId: number;

  @Column('integer')
  unitId: number;

  @Column('text')
  period: PeriodKind;

  @Column('date')
  receivedOn: string;

  @Column('text', { nullable: true })
  paper: string | null;
}

import type { FundingStage } from '@ocop/domain';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** One line of the append-only ledger. `amount` in whole đồng, as the decimal string PostgreSQL gives for a bigint. */
@Entity('funding_entry')
export class FundingEntryEntity {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS', type: 'bigint' })
  id: string;

  @Column('integer')
  planId: number;

  @Column('integer')
  sourceId: number;

  @Column('text')
  stage: FundingStage;

  @Column('bigint')
  amount: string;

  @Column('date')
  occurredOn: string;

  @Column('integer', { nullable: true })
  unitId: number | null;

  @Column('integer', { nullable: true })
  workAreaNo: number | null;

  @Column('text', { nullable: true })
  paper: string | null;
}

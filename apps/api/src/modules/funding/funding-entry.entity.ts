import type { FundingDoubt, FundingStage } from '@ocop/domain';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** One line of the append-only ledger. `amount` in whole đồng, as the decimal string PostgreSQL gives for a bigint. */
@Entity('funding_entry')
export class FundingEntryEntity {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS', type: 'bigint' })
  id: string;

  /** The posting it was entered with, and which of its parts it is. */
  @Column('uuid')
  posting: string;

  @Column('integer', { default: 1 })
  part: number;

  @Column('integer')
  planId: number;

  @Column('integer')
  sourceId: number;

  @Column({ type: 'text', collation: 'C' })
  stage: FundingStage;

  @Column('bigint')
  amount: string;

  @Column('date')
  occurredOn: string;

  @Column('integer', { nullable: true })
  unitId: number | null;

  @Column('integer', { nullable: true })
  workAreaNo: number | null;

  @Column('integer', { nullable: true })
  productId: number | null;

  @Column('integer', { nullable: true })
  producerId: number | null;

  @Column('text', { nullable: true })
  activity: string | null;

  @Column('text', { nullable: true })
  paperNumber: string | null;

  @Column('date', { nullable: true })
  paperOn: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  /** Of paper, activity and note. */
  @Column('text', { nullable: true })
  searchKey: string | null;

  /** The entry this one takes back. */
  @Column('bigint', { nullable: true })
  reversesId: string | null;

  @Column('integer', { nullable: true })
  enteredBy: number | null;

  @Column('timestamptz', { default: () => 'now()' })
  enteredAt: Date;
}

/** Kept by the database as entries are written: what they sum up to, without communes. 0 = of no work area, of no commune. */
@Entity('funding_sum')
export class FundingSumEntity {
  @Column('integer', { primary: true })
  planId: number;

  @Column('boolean', { primary: true })
  byArea: boolean;

  @Column({ type: 'text', primary: true, collation: 'C' })
  span: 'total' | 'month' | 'day';

  @Column('date', { primary: true })
  startsOn: string;

  @Column('integer', { primary: true })
  sourceId: number;

  @Column({ type: 'text', primary: true, collation: 'C' })
  stage: FundingStage;

  @Column('integer', { primary: true })
  workAreaNo: number;

  /** Of a total: its source and work area once more, as keys that the database holds. */
  @Column('integer', { nullable: true })
  ofSource: number | null;

  @Column('integer', { nullable: true })
  ofWorkArea: number | null;

  @Column('numeric', { precision: 30 })
  amount: string;

  @Column('bigint')
  entries: string;
}

/** The same by commune over the whole plan; no commune = the plan's own money. */
@Entity('funding_unit_sum')
export class FundingUnitSumEntity {
  @Column('integer', { primary: true })
  planId: number;

  @Column('integer', { primary: true })
  unitId: number;

  @Column('integer', { primary: true })
  sourceId: number;

  @Column({ type: 'text', primary: true, collation: 'C' })
  stage: FundingStage;

  /** The commune itself, as a key the database holds; null = of none. */
  @Column('integer', { nullable: true })
  ofUnit: number | null;

  @Column('numeric', { precision: 30 })
  amount: string;

  @Column('bigint')
  entries: string;
}

/** Why an entry was doubtful, and why it was entered all the same. */
@Entity('funding_warning')
export class FundingWarningEntity {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS', type: 'integer' })
  id: number;

  @Column('bigint')
  entryId: string;

  @Column('text')
  doubt: FundingDoubt;

  /** What the sentence about it needs. */
  @Column('jsonb')
  detail: Record<string, string | number | null>;

  @Column('text')
  reason: string;

  @Column('timestamptz', { nullable: true })
  resolvedAt: Date | null;

  @Column('integer', { nullable: true })
  resolvedBy: number | null;

  @Column('text', { nullable: true })
  resolution: string | null;
}

/** What a comparison of the kept sums with the ledger found. */
@Entity('ledger_check')
export class LedgerCheckEntity {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS', type: 'integer' })
  id: number;

  @Column('timestamptz')
  checkedAt: Date;

  /** Null = the program itself, once a day. */
  @Column('integer', { nullable: true })
  checkedBy: number | null;

  @Column('bigint')
  entries: string;

  @Column('integer')
  differences: number;

  /** The first of them, in words. */
  @Column('text', { array: true })
  told: string[];
}

/** A year whose ledger takes no more entries, until it is reopened. */
@Entity('funding_closing')
export class FundingClosingEntity {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS', type: 'integer' })
  id: number;

  @Column('integer')
  planId: number;

  @Column('text', { nullable: true })
  paper: string | null;

  @Column('timestamptz')
  closedAt: Date;

  @Column('integer', { nullable: true })
  closedBy: number | null;

  @Column('timestamptz', { nullable: true })
  reopenedAt: Date | null;

  @Column('integer', { nullable: true })
  reopenedBy: number | null;

  @Column('text', { nullable: true })
  reopeningReason: string | null;
}

import type { FundingSourceKind, PeriodKind, TargetId } from '@ocop/domain';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

export interface LegalBasis {
  number: string;
  date: string;
  issuer: string;
}

export interface Signature {
  onBehalfOf: string;
  capacity: string[];
  name: string;
}

/** The programme plan of a unit for a year, as issued. */
@Entity('plan')
export class PlanEntity {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS', type: 'integer' })
  id: number;

  @Column('integer')
  unitId: number;

  @Column('integer')
  year: number;

  @Column('text')
  number: string;

  @Column('date')
  issuedOn: string;

  @Column('text')
  title: string;

  @Column('text')
  issuerName: string;

  @Column('text')
  issuerShortName: string;

  @Column('text')
  place: string;

  @Column('text')
  provinceName: string;

  /** “trước ngày”: communes' supplements to the product list. */
  @Column('date')
  supplementBefore: string;

  @Column('jsonb')
  legalBasis: LegalBasis[];

  @Column('jsonb')
  signature: Signature;

  @Column('text', { array: true })
  recipients: string[];

  /** True for invented data, which is marked on every screen and page. */
  @Column('boolean')
  demo: boolean;

  @Column('integer', { default: 1 })
  version: number;
}

@Entity('plan_target')
export class PlanTargetEntity {
  @PrimaryColumn('integer')
  planId: number;

  @PrimaryColumn('text')
  indicatorId: TargetId;

  @Column('text')
  clause: string;

  @Column('text')
  text: string;

  @Column('integer', { nullable: true })
  minimum: number | null;
}

@Entity('plan_round')
export class PlanRoundEntity {
  @PrimaryColumn('integer')
  planId: number;

  @PrimaryColumn('integer')
  no: number;

  @Column('date')
  townRecognitionBefore: string;

  @Column('date')
  dossiersToProvinceBefore: string;

  @Column('text')
  clause: string;
}

/** A report that communes owe; `dueBefore` null = the plan sets no day. */
@Entity('plan_report_due')
export class PlanReportDueEntity {
  @PrimaryColumn('integer')
  planId: number;

  @PrimaryColumn('text')
  period: PeriodKind;

  @Column('text')
  name: string;

  @Column('text')
  clause: string;

  @Column('date', { nullable: true })
  dueBefore: string | null;
}

@Entity('work_area')
export class WorkAreaEntity {
  @PrimaryColumn('integer')
  planId: number;

  @PrimaryColumn('integer')
  no: number;

  @Column('text')
  clause: string;

  @Column('text')
  name: string;
}

/** A source of money the plan names (part IV), in the plan's order. */
@Entity('funding_source')
export class FundingSourceEntity {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS', type: 'integer' })
  id: number;

  @Column('integer')
  planId: number;

  @Column('integer')
  position: number;

  @Column('text')
  code: string;

  @Column('text')
  name: string;

  @Column('text')
  kind: FundingSourceKind;

  @Column('text')
  clause: string;

  @Column('boolean')
  principal: boolean;

  /** Resolution or decision with its article; null = not known. */
  @Column('text', { nullable: true })
  legalBasis: string | null;

  @Column('date', { nullable: true })
  validFrom: string | null;

  @Column('date', { nullable: true })
  validTo: string | null;

  /** The most that may be allocated in the year, whole đồng. */
  @Column('bigint', { nullable: true })
  ceiling: string | null;

  @Column('text', { nullable: true })
  eligibility: string | null;

  @Column('integer', { default: 1 })
  version: number;
}

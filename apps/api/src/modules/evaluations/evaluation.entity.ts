import type { MemberScore } from '@ocop/contracts';
import type { Authority, EvaluationLevel, RegistrationKind } from '@ocop/domain';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { Entered } from '../../platform/database/entered.js';

/** What a council gave a registration. `points` is the exact mean as a decimal string, before any rounding. */
@Entity('evaluation')
export class EvaluationEntity extends Entered {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS', type: 'integer' })
  id: number;

  @Column('integer')
  registrationId: number;

  @Column('text')
  level: EvaluationLevel;

  @Column('date')
  evaluatedOn: string;

  @Column('numeric', { precision: 7, scale: 4 })
  points: string;

  /** Highest star whose required minimums, and those below it, are met. */
  @Column('integer')
  starCap: number;

  /** Null = disqualified. */
  @Column('integer', { nullable: true })
  stars: number | null;

  @Column('integer', { nullable: true })
  roundNo: number | null;

  /** What each member gave; null = only the mean is on record. */
  @Column('jsonb', { nullable: true })
  members: MemberScore[] | null;

  @Column('integer', { nullable: true })
  memberCount: number | null;

  @Column('numeric', { precision: 7, scale: 4, nullable: true })
  partA: string | null;

  @Column('numeric', { precision: 7, scale: 4, nullable: true })
  partB: string | null;

  @Column('numeric', { precision: 7, scale: 4, nullable: true })
  partC: string | null;

  @Column('text', { nullable: true })
  disqualification: string | null;

  @Column('text', { nullable: true })
  paper: string | null;

  @Column('integer', { nullable: true })
  correctsId: number | null;
}

/** A decision that recognises a product at 3, 4 or 5 stars for 36 months. */
@Entity('recognition')
export class RecognitionEntity extends Entered {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS', type: 'integer' })
  id: number;

  @Column('integer')
  productId: number;

  @Column('integer', { nullable: true })
  registrationId: number | null;

  @Column('text')
  kind: RegistrationKind;

  @Column('integer')
  stars: number;

  @Column('date')
  decidedOn: string;

  @Column('text')
  decisionNumber: string;

  @Column('text')
  authority: Authority;

  /** Last valid day: a trigger computes it by the law of the day of the decision. */
  @Column({ type: 'date', insert: false, update: false })
  validTo: string;

  /** The day of the revocation that stands: a trigger keeps it. */
  @Column({ type: 'date', nullable: true, insert: false, update: false })
  revokedOn: string | null;
}

/** Ends a certificate before its time. */
@Entity('revocation')
export class RevocationEntity extends Entered {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS', type: 'integer' })
  id: number;

  @Column('integer')
  recognitionId: number;

  @Column('date')
  revokedOn: string;

  @Column('text')
  paper: string;

  /** Null = none is known of a revocation that came with the data. */
  @Column('text', { nullable: true })
  reason: string | null;
}

/** What a council of a plan year decided for itself. */
@Entity('council_rule')
export class CouncilRuleEntity {
  @PrimaryColumn('integer')
  planId: number;

  @PrimaryColumn('text')
  level: EvaluationLevel;

  @Column('integer', { nullable: true })
  members: number | null;

  @Column('integer', { nullable: true })
  quorumNumerator: number | null;

  @Column('integer', { nullable: true })
  quorumDenominator: number | null;

  @Column('numeric', { precision: 7, scale: 4, nullable: true })
  spreadLimit: string | null;

  @Column('text', { nullable: true })
  paper: string | null;

  @Column('integer', { default: 1 })
  version: number;
}

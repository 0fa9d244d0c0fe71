import type { RegistrationKind } from '@ocop/domain';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** What a council gave a registration. `points` is the exact mean as a decimal string, before any rounding. */
@Entity('evaluation')
export class EvaluationEntity {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS', type: 'integer' })
  id: number;

  @Column('integer')
  registrationId: number;

  @Column('text')
  level: 'commune' | 'town' | 'province' | 'ministry';

  @Column('date')
  evaluatedOn: string;

  @Column('numeric', { precision: 7, scale: 4 })
  points: string;

  /** Highest star whose required minimums, and those below it, are met. */
  @Column('integer')
  starCap: number;

  @Column('integer')
  stars: number;
}

/** A decision that recognises a product at 3, 4 or 5 stars for 36 months. */
@Entity('recognition')
export class RecognitionEntity {
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
  authority: 'town' | 'province' | 'ministry';

  /** Last valid day, computed by the database. */
  @Column({
    type: 'date',
    generatedType: 'STORED',
    asExpression: `((decided_on + '36 mons'::interval))::date`,
    insert: false,
    update: false,
  })
  validTo: string;

  @Column('date', { nullable: true })
  revokedOn: string | null;

  @Column('text', { nullable: true })
  revocationPaper: string | null;
}

import type { RegistrationKind, RegistrationStage } from '@ocop/domain';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Entered } from '../../platform/database/entered.js';

/** A product on the list of a plan year. */
@Entity('registration')
export class RegistrationEntity {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS', type: 'integer' })
  id: number;

  @Column('integer')
  planId: number;

  /** STT on the list. */
  @Column('integer')
  position: number;

  @Column('integer')
  productId: number;

  @Column('integer')
  unitId: number;

  @Column('text')
  kind: RegistrationKind;

  /** “Địa chỉ chủ thể” exactly as the list writes it. */
  @Column('text')
  addressAsWritten: string;

  @Column('text', { nullable: true })
  note: string | null;

  /** Day of the first step. */
  @Column('date')
  registeredOn: string;

  /** Counts the changes and steps, so that nobody overwrites what somebody else changed meanwhile. */
  @Column('integer', { default: 1 })
  version: number;
}

/** A stage reached on a day; the stage as of a day is the last step up to it. */
@Entity('registration_step')
export class RegistrationStepEntity extends Entered {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS', type: 'integer' })
  id: number;

  @Column('integer')
  registrationId: number;

  @Column('text')
  stage: RegistrationStage;

  @Column('date')
  happenedOn: string;

  @Column('integer', { nullable: true })
  roundNo: number | null;

  @Column('text', { nullable: true })
  paper: string | null;

  /** Why a step was left out or gone back. */
  @Column('text', { nullable: true })
  reason: string | null;
  /** The result or decision the step came with; it is taken back together with it. */
  @Column('integer', { nullable: true })
  evaluationId: number | null;

  @Column('integer', { nullable: true })
  recognitionId: number | null;
}

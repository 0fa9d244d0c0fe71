import type { ProducerKind, RegistrationKind, RegistrationStage } from '@ocop/domain';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** “Chủ thể”: who makes the product. */
@Entity('producer')
export class ProducerEntity {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS', type: 'integer' })
  id: number;

  @Column('integer')
  unitId: number;

  @Column({ type: 'text', collation: 'vi-x-icu' })
  name: string;

  @Column('text')
  kind: ProducerKind;

  @Column('text')
  nameKey: string;

  @Column('text')
  searchKey: string;
}

@Entity('product')
export class ProductEntity {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS', type: 'integer' })
  id: number;

  @Column('integer')
  producerId: number;

  @Column({ type: 'text', collation: 'vi-x-icu' })
  name: string;

  @Column('text')
  nameKey: string;

  @Column('text')
  searchKey: string;
}

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
}

/** A stage reached on a day; the stage as of a day is the last step up to it. */
@Entity('registration_step')
export class RegistrationStepEntity {
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
}

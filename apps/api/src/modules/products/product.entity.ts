import type { ProducerKind } from '@ocop/domain';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { Entered } from '../../platform/database/entered.js';

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

  @Column('text', { array: true, default: [] })
  aliases: string[];

  /** Counts the changes, so that nobody overwrites what somebody else changed meanwhile. */
  @Column('integer', { default: 1 })
  version: number;
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

  /** One of the 26 sets; null = not confirmed yet. */
  @Column('integer', { nullable: true })
  productSetNo: number | null;

  @Column('text', { array: true, default: [] })
  aliases: string[];

  /** Counts the changes, so that nobody overwrites what somebody else changed meanwhile. */
  @Column('integer', { default: 1 })
  version: number;
}

/** One of the 26 product sets (QĐ 148/QĐ-TTg, annex I). */
@Entity('product_set')
export class ProductSetEntity {
  @PrimaryColumn('integer')
  no: number;

  @Column('text')
  sector: string;

  @Column('text', { nullable: true })
  groupName: string | null;

  @Column('text')
  name: string;
}

/** An inspection of a product (clause III.6). */
@Entity('inspection')
export class InspectionEntity extends Entered {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS', type: 'integer' })
  id: number;

  @Column('integer')
  productId: number;

  @Column('date')
  inspectedOn: string;

  @Column('text')
  outcome: 'met' | 'not-met';

  @Column('text', { nullable: true })
  findings: string | null;

  @Column('text', { nullable: true })
  paper: string | null;
}

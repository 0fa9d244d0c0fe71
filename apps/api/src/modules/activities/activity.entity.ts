import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { Entered } from '../../platform/database/entered.js';

/** Something done in one of the plan's work areas (plan 1227, III). */
@Entity('activity')
export class ActivityEntity extends Entered {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS', type: 'integer' })
  id: number;

  @Column('integer')
  planId: number;

  @Column('integer')
  workAreaNo: number;

  @Column({ type: 'text', collation: 'vi-x-icu' })
  name: string;

  @Column('text')
  nameKey: string;

  /** Of name, paper and note. */
  @Column('text')
  searchKey: string;

  @Column('date')
  heldOn: string;

  /** Last day; null = it took one day. */
  @Column('date', { nullable: true })
  endedOn: string | null;

  /** Null = of the whole town. */
  @Column('integer', { nullable: true })
  unitId: number | null;

  /** How many took part; null = not counted. */
  @Column('integer', { nullable: true })
  participants: number | null;

  @Column('text', { nullable: true })
  paper: string | null;

  @Column('text', { nullable: true })
  note: string | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many transactions changed a fact; one row. */
@Entity('facts_version')
export class FactsVersionEntity {
  @PrimaryColumn('boolean', { default: true })
  single: boolean;

  @Column('bigint')
  version: string;
}

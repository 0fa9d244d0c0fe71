import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** An administrative unit, valid from–to; the map is dated data. `validFrom` null = before the records begin. */
@Entity('unit')
export class UnitEntity {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS', type: 'integer' })
  id: number;

  @Column('text')
  code: string;

  @Column({ type: 'text', collation: 'vi-x-icu' })
  name: string;

  /** Thị xã, Phường, Xã… */
  @Column('text')
  type: string;

  @Column('text')
  level: 'province' | 'district' | 'commune';

  @Column('integer', { nullable: true })
  parentId: number | null;

  @Column('date', { nullable: true })
  validFrom: string | null;

  @Column('date', { nullable: true })
  validTo: string | null;

  @Column('text', { nullable: true })
  successor: string | null;

  @Column('text')
  nameKey: string;

  @Column('text')
  searchKey: string;
}

/** Another spelling under which a paper writes the unit (plan 1227: “Hương Chử”). */
@Entity('unit_alias')
export class UnitAliasEntity {
  @PrimaryColumn('integer')
  unitId: number;

  @PrimaryColumn('text')
  nameKey: string;

  @Column('text')
  alias: string;
}

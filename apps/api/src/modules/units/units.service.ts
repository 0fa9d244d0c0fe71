import type { Unit, UnitQuery } from '@ocop/contracts';
import { nameKey, type Day } from '@ocop/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { namedColumns } from '../../platform/database/vietnamese-name.js';
import { UnitAliasEntity, UnitEntity } from './unit.entity.js';

export interface NewUnit {
  code: string;
  name: string;
  type: string;
  level: UnitEntity['level'];
  parentId: number | null;
  validTo: Day | null;
  successor: string | null;
  aliases: readonly string[];
}

/** A unit ($1) with all below it. */
const BELOW = 'with recursive below as (select $1::integer as id union select u.id from unit u join below b on u.parent_id = b.id)';

// Of a locality ($3; null = of all): it with what is below it and above it.
const UNITS_ON = `
  with recursive below as (select $3::integer as id union select u.id from unit u join below b on u.parent_id = b.id),
    above as (select $3::integer as id union select u.parent_id from unit u join above a on u.id = a.id where u.parent_id is not null)
  select u.id, u.code, u.type, u.name, u.type || ' ' || u.name as "fullName", u.level, u.parent_id as "parentId",
    u.valid_from as "validFrom", u.valid_to as "validTo", u.successor,
    array(select a.alias from unit_alias a where a.unit_id = u.id order by a.alias) as aliases
  from unit u
  where ($2::boolean or (coalesce(u.valid_from <= $1, true) and coalesce(u.valid_to >= $1, true)))
    and ($3 is null or u.id in (select id from below union all select id from above))
  order by u.name, u.id`;

@Injectable()
export class UnitsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Units valid on a day (default today), or all there ever were, of the locality chosen, by the Vietnamese alphabet. */
  async listUnits(viewer: Viewer, { asOf, ever }: UnitQuery): Promise<{ items: Unit[]; total: number }> {
    authorize(viewer, 'units.read');
    const items = await this.dataSource.query<Unit[]>(UNITS_ON, [asOf ?? this.clock.today(), ever !== undefined, viewer.locality]);
    return { items, total: items.length };
  }

  /** Units whose registers somebody looks at: those of the locality chosen among the own, else all of the own; null = every unit. */
  async looksAt({ units, locality }: Pick<Viewer, 'units' | 'locality'>, db: Pick<EntityManager, 'query'> = this.dataSource): Promise<Viewer['units']> {
    if (locality === null) return units;
    const rows = await db.query<{ id: number }[]>(`${BELOW} select id from below where $2::integer[] is null or id = any($2)`, [locality, units]);
    return rows.map(({ id }) => id);
  }

  /** What a unit is called in full; of an unknown one, its number. */
  async nameOf(id: number): Promise<string> {
    const [unit] = await this.dataSource.query<{ name: string }[]>(`select type || ' ' || name as name from unit where id = $1`, [id]);
    return unit?.name ?? String(id);
  }

  /** Writes a unit once; the same code and validity again gives the one already there. */
  async ensureUnit(unit: NewUnit, manager: EntityManager): Promise<number> {
    const { aliases, ...columns } = unit;
    const found = await manager.findOneBy(UnitEntity, { code: unit.code, validFrom: IsNull() });
    if (found) return found.id;
    const saved = await manager.save(UnitEntity, { ...columns, ...namedColumns(unit.name), validFrom: null });
    for (const alias of aliases) {
      await manager.save(UnitAliasEntity, { unitId: saved.id, alias, nameKey: nameKey(alias) });
    }
    return saved.id;
  }

  /** The unit of `parentId` that a paper calls by `fullName` (“Phường Hương Chử”), under its name or an alias; null = none or more than one. */
  async findByWrittenName(fullName: string, parentId: number, manager: EntityManager): Promise<number | null> {
    const rows = await manager.query<{ id: number }[]>(
      `select distinct u.id from unit u left join unit_alias a on a.unit_id = u.id
       where u.parent_id = $1 and (lower(u.type) || ' ' || u.name_key = $2 or lower(u.type) || ' ' || a.name_key = $2)`,
      [parentId, nameKey(fullName)],
    );
    return rows.length === 1 ? (rows[0]?.id ?? null) : null;
  }

  /** The communes of a unit that were there on a day, among `units` (null = all), by the Vietnamese alphabet. */
  listCommunesOf(parentId: number, day: Day, units: readonly number[] | null): Promise<Pick<Unit, 'id' | 'fullName' | 'validFrom' | 'validTo'>[]> {
    return this.dataSource.query<Pick<Unit, 'id' | 'fullName' | 'validFrom' | 'validTo'>[]>(
      `select id, type || ' ' || name as "fullName", valid_from as "validFrom", valid_to as "validTo" from unit
       where parent_id = $1 and coalesce(valid_from <= $2, true) and coalesce(valid_to >= $2, true) and ($3::integer[] is null or id = any($3))
       order by name, id`,
      [parentId, day, units],
    );
  }

  /** A commune by its id, whenever it was valid; null = none, or a unit above communes. */
  async findCommune(id: number, manager: EntityManager): Promise<Pick<Unit, 'id' | 'fullName' | 'validTo'> | null> {
    const [found] = await manager.query<Pick<Unit, 'id' | 'fullName' | 'validTo'>[]>(
      `select id, type || ' ' || name as "fullName", valid_to as "validTo" from unit where id = $1 and level = 'commune'`,
      [id],
    );
    return found ?? null;
  }
}

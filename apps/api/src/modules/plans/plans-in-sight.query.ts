import type { EntityManager } from 'typeorm';
import type { Viewer } from '../../platform/access/viewer.js';

/** With whose eyes plans are looked for, and the locality chosen among those they see. */
export type Sight = Pick<Viewer, 'units' | 'locality'>;

export interface PlanInSight {
  id: number;
  year: number;
  unitId: number;
  unitName: string;
  nearest: boolean;
}

/**
 * Plans of the units in sight, and of those above them: a commune works by the plan of its town. The nearest of a year are
 * those of the topmost units in sight; else those below, else those above, the closest first.
 */
const IN_SIGHT = `
  with recursive above as (
    select parent_id as id, 2 as far from unit where id = any($3::integer[]) and parent_id <> all($3)
    union
    select u.parent_id, a.far + 1 from above a join unit u on u.id = a.id where u.parent_id is not null),
  sight as (
    select id, case when parent_id = any($3) then 1 else 0 end as far from unit where id = any($3)
    union all select id, min(far) from above group by id)`;

/** Who sees every unit stands above them all: no plan is nearer than another. */
const plans = (whole: boolean) => `
  ${whole ? '' : IN_SIGHT}
  select p.id, p.year, p.unit_id as "unitId", u.type || ' ' || u.name as "unitName", ${whole ? 'true' : 'rank() over (partition by p.year order by s.far) = 1'} as nearest
  from plan p join unit u on u.id = p.unit_id ${whole ? '' : 'join sight s on s.id = p.unit_id'}
  where ($1::integer is null or p.unit_id = $1) and ($2::integer is null or p.year = $2)
  order by p.year desc, ${whole ? '' : 's.far, '}u.name collate "vi-x-icu", p.id`;

/** Plans somebody may look at, newest year first, within a year the nearest and then by name; of one year, or of all. */
export const plansInSight = (manager: Pick<EntityManager, 'query'>, { units, locality }: Sight, year: number | null): Promise<PlanInSight[]> =>
  manager.query<PlanInSight[]>(plans(units === null), [locality, year, ...(units === null ? [] : [units])]);

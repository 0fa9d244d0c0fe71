import type { Session, Unit } from '@ocop/contracts';
import { compareVietnamese } from '@ocop/domain';

interface Places {
  /** Communes within the reach of who asks, by name. */
  communes: readonly Unit[];
  /** Whether the whole locality is within it. */
  whole: boolean;
}

/** Where somebody may enter activities of a plan's unit; `units` are those of the day the plan was issued, `scope` is as the session has it. */
export function placesOf(units: readonly Unit[], unitId: number, scope: Session['units']): Places {
  const isBelow = (id: number | null, tops: readonly number[]): boolean =>
    id !== null && (tops.includes(id) || isBelow(units.find((unit) => unit.id === id)?.parentId ?? null, tops));
  const isMine = (id: number): boolean => scope === null || isBelow(id, scope.map((unit) => unit.id));
  return {
    communes: units
      .filter(({ id, level }) => level === 'commune' && isBelow(id, [unitId]) && isMine(id))
      .toSorted((a, b) => compareVietnamese(a.name, b.name)),
    whole: isMine(unitId),
  };
}

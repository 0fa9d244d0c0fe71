import type { PlanSummary } from '@ocop/contracts';
import { compareVietnamese } from '@ocop/domain';

/** A unit that has a plan. */
export interface Place {
  id: number;
  name: string;
}

/** Where this browser remembers the place chosen last. */
export const PLACE_KEY = 'ocop-place';

/** The place that a page's query string names; null = none, or nothing that could be one. */
export function placeIn(search: string): string | null {
  const written = new URLSearchParams(search).get('place');
  return written !== null && /^\d{1,9}$/.test(written) ? written : null;
}

/** The units of these plans (newest first) by name, as the newest plan of each calls it; of one name, the plan's number tells them apart. */
export function placesOf(plans: readonly PlanSummary[]): Place[] {
  const newest = plans.filter((plan, at) => plans.findIndex(({ unitId }) => unitId === plan.unitId) === at);
  const isAlone = (name: string) => newest.filter(({ unitName }) => unitName === name).length === 1;
  return newest
    .map(({ unitId, unitName, number }) => ({ id: unitId, name: isAlone(unitName) ? unitName : `${unitName} (${number})` }))
    .toSorted((a, b) => compareVietnamese(a.name, b.name) || a.id - b.id);
}

/** The place an address asks for; when it asks for none the one remembered, else that of the first plan, which is the nearest. Null = there is no plan of it. */
export function choosePlace(written: string | undefined, plans: readonly PlanSummary[], remembered: string | null): Place | null {
  const places = placesOf(plans);
  const find = (text: string | null) => places.find(({ id }) => String(id) === text);
  return (written === undefined ? (find(remembered) ?? places.find(({ id }) => id === plans[0]?.unitId)) : find(written)) ?? null;
}

/** The plans of a place, newest first. */
export const ofPlace = (place: Place | null, plans: readonly PlanSummary[]): PlanSummary[] => plans.filter(({ unitId }) => unitId === place?.id);

/** What an address must name: the place in use where there are several. */
export const namedPlace = (place: Place | null, plans: readonly PlanSummary[]): string | undefined =>
  place === null || placesOf(plans).length < 2 ? undefined : String(place.id);

/** The address of another place: the same year when it has a plan of it, else its newest. */
export function searchOfPlace(id: number, year: string | undefined, plans: readonly PlanSummary[]): { place: string; year?: string } {
  const has = plans.some((plan) => plan.unitId === id && String(plan.year) === year);
  return { place: String(id), ...(has && year !== undefined ? { year } : {}) };
}

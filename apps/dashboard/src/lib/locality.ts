import type { PlanSummary } from '@ocop/contracts';
import { compareVietnamese } from '@ocop/domain';

/** A unit that has a plan. */
export interface Locality {
  id: number;
  name: string;
}

/** Where this browser remembers the locality chosen last. */
export const LOCALITY_KEY = 'ocop-locality';

/** The locality that a page's query string names; null = none, or nothing that could be one. */
export function localityIn(search: string): string | null {
  const written = new URLSearchParams(search).get('locality');
  return written !== null && /^\d{1,9}$/.test(written) ? written : null;
}

/** The units of these plans (newest first) by name, as the newest plan of each calls it; of one name, the plan's number tells them apart. */
export function localitiesOf(plans: readonly PlanSummary[]): Locality[] {
  const newest = plans.filter((plan, at) => plans.findIndex(({ unitId }) => unitId === plan.unitId) === at);
  const isAlone = (name: string) => newest.filter(({ unitName }) => unitName === name).length === 1;
  return newest
    .map(({ unitId, unitName, number }) => ({ id: unitId, name: isAlone(unitName) ? unitName : `${unitName} (${number})` }))
    .toSorted((a, b) => compareVietnamese(a.name, b.name) || a.id - b.id);
}

/** The locality an address asks for; when it asks for none the one remembered, else that of the first plan, which is the nearest. Null = there is no plan of it. */
export function chooseLocality(written: string | undefined, plans: readonly PlanSummary[], remembered: string | null): Locality | null {
  const localities = localitiesOf(plans);
  const find = (text: string | null) => localities.find(({ id }) => String(id) === text);
  return (written === undefined ? (find(remembered) ?? localities.find(({ id }) => id === plans[0]?.unitId)) : find(written)) ?? null;
}

/** The plans of a locality, newest first. */
export const ofLocality = (locality: Locality | null, plans: readonly PlanSummary[]): PlanSummary[] => plans.filter(({ unitId }) => unitId === locality?.id);

/** What an address must name: the locality in use where there are several. */
export const namedLocality = (locality: Locality | null, plans: readonly PlanSummary[]): string | undefined =>
  locality === null || localitiesOf(plans).length < 2 ? undefined : String(locality.id);

/** The address of another locality: the same year when it has a plan of it, else its newest. */
export function searchOfLocality(id: number, year: string | undefined, plans: readonly PlanSummary[]): { locality: string; year?: string } {
  const has = plans.some((plan) => plan.unitId === id && String(plan.year) === year);
  return { locality: String(id), ...(has && year !== undefined ? { year } : {}) };
}

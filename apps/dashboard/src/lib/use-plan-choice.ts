import { useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useListPlans } from './api/list-plans.js';
import { choosePlan, readPageSearch } from './page-search.js';
import { choosePlace, namedPlace, ofPlace, PLACE_KEY, placesOf } from './place.js';
import { useMay } from './session.js';
import { readStored } from './stored-choice.js';

/** The plans and what the address asks of them; `choice` is null until the plans are here. */
export function usePlanChoice() {
  const search = useSearch({ strict: false });
  const plans = useListPlans(useMay('plans.read'));
  const items = plans.data?.items;
  const { place: written, year, asOf } = readPageSearch(search);
  const judged = useMemo(() => {
    const all = items ?? [];
    const remembered = readStored(PLACE_KEY);
    const place = choosePlace(written, all, remembered);
    const named = namedPlace(place, all);
    return {
      choice: items === undefined ? null : choosePlan({ place: written, year, asOf }, items, remembered),
      places: placesOf(all),
      /** The plans of the place in use, newest first. */
      placePlans: ofPlace(place, all),
      /** What the address must name as its place. */
      named,
      /** Whether it does; one that no plan is of is refused, not put right. */
      placed: place === null || written === named,
    };
  }, [items, written, year, asOf]);
  return { plans, ...judged };
}

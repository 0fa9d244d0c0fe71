import { useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useListPlans } from './api/list-plans.js';
import { choosePlan, readPageSearch } from './page-search.js';
import { chooseLocality, namedLocality, ofLocality, LOCALITY_KEY, localitiesOf } from './locality.js';
import { useMay } from './session.js';
import { readStored } from './stored-choice.js';

/** The plans and what the address asks of them; `choice` is null until the plans are here. */
export function usePlanChoice() {
  const search = useSearch({ strict: false });
  const plans = useListPlans(useMay('plans.read'));
  const items = plans.data?.items;
  const { locality: written, year, asOf } = readPageSearch(search);
  const judged = useMemo(() => {
    const all = items ?? [];
    const remembered = readStored(LOCALITY_KEY);
    const locality = chooseLocality(written, all, remembered);
    const named = namedLocality(locality, all);
    return {
      choice: items === undefined ? null : choosePlan({ locality: written, year, asOf }, items, remembered),
      localities: localitiesOf(all),
      /** The plans of the locality in use, newest first. */
      localityPlans: ofLocality(locality, all),
      /** What the address must name as its locality. */
      named,
      /** Whether it does; one that no plan is of is refused, not put right. */
      located: locality === null || written === named,
    };
  }, [items, written, year, asOf]);
  return { plans, ...judged };
}

import { useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useListPlans } from './api/list-plans.js';
import { useMay } from './session.js';
import { choosePlan, readPageSearch, type PlanChoice } from './page-search.js';

/** The plans and what the address asks of them; `choice` is null until the plans are here. */
export function usePlanChoice() {
  const search = useSearch({ strict: false });
  const plans = useListPlans(useMay('plans.read'));
  const items = plans.data?.items;
  const { year, asOf } = readPageSearch(search);
  const choice = useMemo<PlanChoice | null>(
    () =>
      items === undefined
        ? null
        : choosePlan({ year, asOf }, items),
    [items, year, asOf],
  );
  return { plans, choice };
}

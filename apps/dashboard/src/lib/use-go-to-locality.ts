import { useNavigate, useSearch } from '@tanstack/react-router';
import { readPageSearch } from './page-search.js';
import { LOCALITY_KEY, searchOfLocality } from './locality.js';
import { writeChoice } from './stored-choice.js';
import { usePlanChoice } from './use-plan-choice.js';

/**
 * Goes to another locality, which this browser remembers; filters and day stay behind.
 * The page is loaded anew: nothing that was answered, is still under way or is being typed of one locality can then show as another's.
 */
export function useGoToLocality(): (id: number) => void {
  const navigate = useNavigate();
  const { plans, choice } = usePlanChoice();
  const { year: written } = readPageSearch(useSearch({ strict: false }));
  const year = choice?.kind === 'chosen' ? String(choice.year) : written;
  return (id) => {
    writeChoice(LOCALITY_KEY, String(id));
    void navigate({ to: '.', search: searchOfLocality(id, year, plans.data?.items ?? []), reloadDocument: true });
  };
}

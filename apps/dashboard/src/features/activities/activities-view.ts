import { activityQuerySchema, type ActivityQuery } from '@ocop/contracts';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { readAddress } from '../../lib/address-view.js';
import { readActivitySearch, type ActivitySearch } from '../../lib/page-search.js';

/** Rows on one page. */
export const PAGE_SIZE = 50;

/** What the address asks of the list and the way to change it; other conditions start with the first page again. */
export function useActivitiesView() {
  const search = readActivitySearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const { query, filters, page, refused } = readAddress<Omit<ActivityQuery, 'year' | 'asOf'>, ActivitySearch>(search, activityQuerySchema.shape);
  const change = (changes: ActivitySearch) =>
    void navigate({
      to: '.',
      search: ((before: Record<string, unknown>) => ({ ...readActivitySearch(before), page: undefined, ...changes })) as never,
      replace: true,
      resetScroll: false,
    });
  return {
    search,
    query,
    filters,
    page,
    refused,
    change,
    filtered: Object.keys(filters).length > 0,
    clear: () => change({ search: undefined, workArea: undefined, unit: undefined }),
  };
}

export type ActivitiesView = ReturnType<typeof useActivitiesView>;

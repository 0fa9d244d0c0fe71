import { ledgerQuerySchema, type LedgerQuery } from '@ocop/contracts';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { readAddress } from '../../lib/address-view.js';
import type { Query } from '../../lib/api/request.js';
import { readLedgerSearch, type LedgerSearch } from '../../lib/page-search.js';
import { usePlanView } from '../../lib/plan-view.js';

/** What narrows the ledger; the rest of its address says in which order it stands. */
const LEDGER_FILTERS = ['source', 'stage', 'unit', 'workArea', 'month', 'product', 'search', 'posting', 'entry', 'warned'] as const;

export type LedgerSort = NonNullable<LedgerQuery['sort']>;

/** What the address asks of the ledger, as the API takes it, and the way to change it. */
export function useLedgerView() {
  const search = readLedgerSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const { year, asOf } = usePlanView();
  const { query, refused } = readAddress<LedgerQuery, LedgerSearch>(search, ledgerQuerySchema.shape);
  const readable = Object.entries(search).filter(([name]) => name !== 'year' && name !== 'asOf' && name in query);
  const asked: Query = { year, asOf, ...Object.fromEntries(readable) };
  const change = (changes: LedgerSearch) =>
    void navigate({ to: '.', search: ((before: Record<string, unknown>) => ({ ...readLedgerSearch(before), ...changes })) as never, replace: true, resetScroll: false });
  return {
    search,
    asked,
    refused,
    change,
    sort: query.sort ?? 'occurredOn',
    order: query.order ?? (query.sort === undefined ? 'desc' : 'asc'),
    filtered: LEDGER_FILTERS.some((name) => search[name] !== undefined),
    clear: () => change(Object.fromEntries(LEDGER_FILTERS.map((name) => [name, undefined]))),
  } as const;
}

export type LedgerView = ReturnType<typeof useLedgerView>;

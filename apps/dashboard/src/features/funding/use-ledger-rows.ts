import type { LedgerEntry } from '@ocop/contracts';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';
import { LEDGER_PAGE, listLedgerOptions } from '../../lib/api/ledger.js';
import type { Query } from '../../lib/api/request.js';

/** A browser draws no page higher than some thirty million pixels; this many rows stay below it on every screen. */
export const MOST_ROWS = 100_000;
const ROW_HEIGHT = 44;

/** The rows in sight of a list of any length: their pages are asked for as they come near. */
export function useLedgerRows(asked: Query) {
  const first = useQuery({ ...listLedgerOptions(asked, 1), placeholderData: keepPreviousData });
  const total = first.data?.total ?? 0;
  const place = useRef<HTMLDivElement>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  // What stands above the table may grow by a line; where it begins is looked up anew.
  useLayoutEffect(() => {
    const top = place.current === null ? 0 : Math.round(place.current.getBoundingClientRect().top + window.scrollY);
    setScrollMargin(top);
  }, [total]);
  const virtualizer = useWindowVirtualizer<HTMLTableSectionElement>({ count: Math.min(total, MOST_ROWS), estimateSize: () => ROW_HEIGHT, overscan: 12, scrollMargin });
  const items = virtualizer.getVirtualItems();
  const pages = [...new Set(items.map(({ index }) => Math.floor(index / LEDGER_PAGE) + 1))].filter((page) => page > 1);
  const later = useQueries({ queries: pages.map((page) => listLedgerOptions(asked, page)) });
  const pageData = new Map([[1, first.data?.items], ...pages.map((page, index) => [page, later[index]?.data?.items] as const)]);
  const rowAt = (index: number): LedgerEntry | undefined => pageData.get(Math.floor(index / LEDGER_PAGE) + 1)?.[index % LEDGER_PAGE];
  const above = (items[0]?.start ?? scrollMargin) - scrollMargin;
  const below = virtualizer.getTotalSize() - ((items.at(-1)?.end ?? scrollMargin) - scrollMargin);
  return { first, failed: later.find(({ error }) => error !== null), total, place, items, measure: virtualizer.measureElement, rowAt, above, below };
}

export type LedgerRows = ReturnType<typeof useLedgerRows>;

import type { Registration } from '@ocop/contracts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { readPageSearch } from '../lib/page-search.js';

/** To everything about the product of a registration; year and day go along. */
export function ProductLink({ registration: { productName }, children }: { registration: Pick<Registration, 'productId' | 'productName'>; children: ReactNode }) {
  return (
    <Link to="/san-pham" search={(search: Record<string, unknown>) => ({ ...readPageSearch(search), search: productName })}>
      {children}
    </Link>
  );
}

import type { Registration } from '@ocop/contracts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { readPageSearch } from '../lib/page-search.js';

interface ProductLinkProps {
  registration: Pick<Registration, 'id' | 'productId'>;
  /** What is to be entered of the registration there. */
  task?: 'ket-qua' | 'quyet-dinh';
  children: ReactNode;
}

/** To everything on record of the product of a registration; year and day go along. */
export function ProductLink({ registration: { id, productId }, task, children }: ProductLinkProps) {
  return (
    <Link
      to="/san-pham/$id"
      params={{ id: String(productId) }}
      search={(search: Record<string, unknown>) => ({ ...readPageSearch(search), ...(task === undefined ? {} : { viec: task, muc: String(id) }) })}
    >
      {children}
    </Link>
  );
}

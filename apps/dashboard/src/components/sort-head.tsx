import './sort-head.css';

interface SortHeadProps {
  name: string;
  /** Null = the list stands in another column's order. */
  sorted: 'asc' | 'desc' | null;
  /** The order of the first press. */
  first?: 'asc' | 'desc';
  className?: string | undefined;
  onSort: (order: 'asc' | 'desc') => void;
}

const ARIA_SORT = { asc: 'ascending', desc: 'descending' } as const;

/** The head of a column that the server can sort by. */
export function SortHead({ name, sorted, first = 'asc', className, onSort }: SortHeadProps) {
  const other = sorted === 'asc' ? 'desc' : 'asc';
  return (
    <th scope="col" className={className} aria-sort={sorted === null ? 'none' : ARIA_SORT[sorted]}>
      <button type="button" className="sort-head" onClick={() => onSort(sorted === null ? first : other)}>
        {name}
        <svg viewBox="0 0 8 12" aria-hidden="true" data-sorted={sorted ?? undefined}>
          <path d="M4 1 7 5H1z" />
          <path d="M4 11 1 7h6z" />
        </svg>
      </button>
    </th>
  );
}

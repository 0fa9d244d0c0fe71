import { REGISTRATION_SORTS, type Registration } from '@ocop/contracts';
import {
  columnVisibilityFeature,
  createColumnHelper,
  functionalUpdate,
  metaHelper,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useLanguage } from '../../lib/language.js';
import { readPageSearch } from '../../lib/page-search.js';
import { cellText, COLUMN_IDS, isFigure, type ColumnId } from './product-columns.js';
import type { ProductSort, ProductsView } from './products-view.js';

const features = tableFeatures({
  columnVisibilityFeature,
  rowSortingFeature,
  columnMeta: metaHelper<{ columnId: ColumnId }>(),
});
const helper = createColumnHelper<typeof features, Registration>();

const sortNamed = (id: string): ProductSort | null => REGISTRATION_SORTS.find((sort) => sort === id) ?? null;

const ARIA_SORT = { asc: 'ascending', desc: 'descending' } as const;

interface ProductTableProps {
  rows: Registration[];
  view: ProductsView & { columns: readonly ColumnId[] };
  caption: string;
  busy: boolean;
  onSort: (sort: ProductSort, order: 'asc' | 'desc') => void;
}

function Missing() {
  const { messages } = useLanguage();
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{messages.missing}</span>
    </>
  );
}

/** The rows of a page as the server sorted and cut them. */
export function ProductTable({ rows, view, caption, busy, onSort }: ProductTableProps) {
  const { messages, locale } = useLanguage();
  const names = messages.products.columns;
  const columns = useMemo(
    () =>
      helper.columns(
        COLUMN_IDS.map((columnId) =>
          helper.accessor((row) => cellText(row, columnId, locale), {
            id: columnId,
            header: names[columnId],
            enableSorting: sortNamed(columnId) !== null,
            enableHiding: columnId !== 'productName',
            cell: (cell) => cell.getValue() ?? <Missing />,
            meta: { columnId },
          }),
        ),
      ),
    [locale, names],
  );
  const sorting = [{ id: view.sort, desc: view.order === 'desc' }];
  const table = useTable({
    features,
    columns,
    data: rows,
    getRowId: ({ id }) => String(id),
    manualSorting: true,
    enableSortingRemoval: false,
    enableMultiSort: false,
    sortDescFirst: false,
    state: {
      sorting,
      columnVisibility: Object.fromEntries(COLUMN_IDS.map((id) => [id, view.columns.includes(id)])),
    },
    onSortingChange: (updater) => {
      const next = functionalUpdate(updater, sorting)[0];
      const sort = next === undefined ? null : sortNamed(next.id);
      if (next !== undefined && sort !== null) onSort(sort, next.desc ? 'desc' : 'asc');
    },
  });
  const figureClass = (columnId: ColumnId | undefined) => (columnId !== undefined && isFigure(columnId) ? 'figure' : undefined);
  return (
    <div className="product-table-frame">
      <table className="product-table" role="table" data-density={view.density} aria-busy={busy}>
        <caption className="visually-hidden">{caption}</caption>
        <thead role="rowgroup">
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} role="row">
              {group.headers.map(({ id, column }) => {
                const sorted = column.getIsSorted();
                const name = names[column.columnDef.meta?.columnId ?? 'productName'];
                return (
                  <th
                    key={id}
                    role="columnheader"
                    scope="col"
                    className={figureClass(column.columnDef.meta?.columnId)}
                    {...(column.getCanSort() ? { 'aria-sort': sorted === false ? 'none' : ARIA_SORT[sorted] } : {})}
                  >
                    {column.getCanSort() ? (
                      <button type="button" className="product-sort" onClick={() => column.toggleSorting()}>
                        {name}
                        <svg className="product-sort-mark" data-sorted={sorted} viewBox="0 0 8 12" aria-hidden="true">
                          <path className="product-sort-up" d="M4 1 7 5H1z" />
                          <path className="product-sort-down" d="M4 11 1 7h6z" />
                        </svg>
                      </button>
                    ) : (
                      name
                    )}
                  </th>
                );
              })}
            </tr>
          ))}
        </thead>
        <tbody role="rowgroup">
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id} role="row">
              {row.getVisibleCells().map((cell) => {
                const columnId = cell.column.columnDef.meta?.columnId;
                const content = <table.FlexRender cell={cell} />;
                return columnId === 'productName' ? (
                  <th key={cell.id} role="rowheader" scope="row" data-column={columnId}>
                    <Link to="/san-pham/$id" params={{ id: String(row.original.productId) }} search={readPageSearch}>
                      {content}
                    </Link>
                  </th>
                ) : (
                  <td
                    key={cell.id}
                    role="cell"
                    className={figureClass(columnId)}
                    data-column={columnId}
                    data-label={columnId && names[columnId]}
                    data-missing={cell.getValue() === null || undefined}
                  >
                    {content}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

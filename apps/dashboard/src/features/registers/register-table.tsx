import type { ReactNode } from 'react';
import { SortHead } from '../../components/sort-head.js';

export interface RegisterTableProps<Row, Id extends string> {
  caption: string;
  rows: readonly Row[];
  rowKey: (row: Row) => number;
  names: Readonly<Record<Id, string>>;
  /** The column that names the row; always shown, first. */
  naming: Id;
  shown: readonly Id[];
  sortable: readonly string[];
  figures: readonly Id[];
  sort: string;
  order: 'asc' | 'desc';
  busy: boolean;
  /** Null = missing. */
  cell: (row: Row, column: Id) => ReactNode;
  onSort: (sort: string, order: 'asc' | 'desc') => void;
}

/** Rows of a register as the server sorted and cut them. */
export function RegisterTable<Row, Id extends string>({ caption, rows, rowKey, names, naming, shown, sortable, figures, sort, order, busy, cell, onSort }: RegisterTableProps<Row, Id>) {
  const columns = [naming, ...shown.filter((id) => id !== naming)];
  const className = (id: Id) => (figures.includes(id) ? 'figure' : undefined);
  return (
    <div className="register-frame">
      <table className="ruled list-table register-table" aria-busy={busy}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((id) =>
              sortable.includes(id) ? (
                <SortHead key={id} name={names[id]} className={className(id)} sorted={id === sort ? order : null} onSort={(next) => onSort(id, next)} />
              ) : (
                <th key={id} scope="col" className={className(id)}>
                  {names[id]}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((id) => {
                const content = cell(row, id);
                return id === naming ? (
                  <th key={id} scope="row">
                    {content}
                  </th>
                ) : (
                  <td key={id} className={className(id)} data-label={names[id]} data-missing={content === null || undefined}>
                    {content ?? '–'}
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

import type { ReactNode } from 'react';
import { ColumnMenu } from '../../components/column-menu.js';
import { FailurePanel } from '../../components/failure-panel.js';
import { Pager } from '../../components/pager.js';
import { Skeleton } from '../../components/skeleton.js';
import { useLanguage } from '../../lib/language.js';
import type { RegisterSearch } from '../../lib/page-search.js';
import { RegisterTable, type RegisterTableProps } from './register-table.js';
import { PAGE_SIZE } from './use-register.js';

interface RegisterListProps<Row, Id extends string> extends Omit<RegisterTableProps<Row, Id>, 'rows' | 'busy' | 'onSort'> {
  list: { data: { items: Row[]; total: number } | undefined; error: Error | null; isPlaceholderData: boolean; refetch: () => unknown };
  page: number;
  all: readonly Id[];
  usual: readonly Id[];
  filtered: boolean;
  total: (n: number) => string;
  none: string;
  refused: readonly (keyof RegisterSearch)[];
  change: (changes: RegisterSearch) => void;
  choose: (columns: readonly Id[]) => void;
  children?: ReactNode;
}

/** A register below its filters: how many, which columns, the rows, the pages; and what to do when there are none. */
export function RegisterList<Row, Id extends string>(props: RegisterListProps<Row, Id>) {
  const { list, page, all, usual, filtered, total, none, refused, change, choose, children, ...table } = props;
  const { messages } = useLanguage();
  const words = messages.programme.list;
  const { data, error } = list;
  return (
    <>
      {refused.length > 0 && (
        <p role="alert">
          {words.refused(refused.map((name) => (name in words.refusedNames ? words.refusedNames[name as keyof typeof words.refusedNames] : name)).join(', '))}{' '}
          <button type="button" className="text-button" onClick={() => change(Object.fromEntries(refused.map((name) => [name, undefined])))}>
            {messages.products.useReadable}
          </button>
        </p>
      )}
      <div className="register-bar">
        <p role="status">
          <strong>{data === undefined ? messages.states.loading : total(data.total)}</strong> {children}
        </p>
        <ColumnMenu all={all.filter((id) => id !== table.naming)} names={table.names} shown={table.shown} usual={usual} onChoose={choose} />
      </div>
      {error !== null && <FailurePanel error={error} retry={() => void list.refetch()} />}
      {data === undefined && error === null && <Skeleton lines={10} />}
      {data !== undefined && data.total === 0 && <p className="register-empty">{filtered ? words.noMatch : none}</p>}
      {data !== undefined && data.total > 0 && (
        <>
          <RegisterTable {...table} rows={data.items} busy={list.isPlaceholderData} onSort={(sort, order) => change({ sort, order })} />
          <Pager page={page} total={data.total} pageSize={PAGE_SIZE} />
        </>
      )}
    </>
  );
}

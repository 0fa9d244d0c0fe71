import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FailurePanel } from '../../components/failure-panel.js';
import { Pager } from '../../components/pager.js';
import { Skeleton } from '../../components/skeleton.js';
import { listRegistrationsOptions } from '../../lib/api/list-registrations.js';
import { dayText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { readPageSearch } from '../../lib/page-search.js';
import { usePlanView } from '../../lib/plan-view.js';
import { useMay } from '../../lib/session.js';
import { usePageTitle } from '../../lib/use-page-title.js';
import { wholeListOptions } from '../../lib/api/list-all-registrations.js';
import { ListTools } from './list-tools.js';
import { ProductFilters } from './product-filters.js';
import { ProductTable } from './product-table.js';
import { isFiltered, PAGE_SIZE, queryOf } from './products-view.js';
import { NarrowSort } from './narrow-sort.js';
import { useListOutput } from './use-list-output.js';
import { useProductsView } from './use-products-view.js';
import './products.css';

/** The year's product list: searched, filtered, sorted and cut into pages by the server, all of it kept in the address. */
export function ProductsPage() {
  const { messages, locale } = useLanguage();
  const words = messages.products;
  const day = usePlanView();
  const { view, refused, change } = useProductsView();
  const query = queryOf(view, day);
  const client = useQueryClient();
  const whole = useQuery(wholeListOptions(client, { year: day.year, asOf: day.asOf }));
  const list = useQuery({
    ...listRegistrationsOptions({ ...query, page: view.page, pageSize: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });
  const output = useListOutput(query, view.columns);
  const mayRegister = useMay('registrations.write');
  usePageTitle(words.heading);

  const { data } = list;
  const filtered = isFiltered(view);
  const lastPage = Math.ceil((data?.total ?? 0) / PAGE_SIZE);
  const firstRow = (view.page - 1) * PAGE_SIZE + 1;
  const total = () => {
    if (data === undefined) return null;
    if (filtered && whole.data) return words.filteredTotal(data.total, whole.data.length);
    return words.total(data.total);
  };
  const body = () => {
    if (list.error !== null) return <FailurePanel error={list.error} retry={() => void list.refetch()} />;
    if (data === undefined) return <Skeleton lines={10} />;
    if (data.total === 0) {
      return (
        <p className="product-empty">
          {filtered ? words.noMatch : words.none(day.year, dayText(day.asOf, locale))}
        </p>
      );
    }
    if (view.page > lastPage) {
      return (
        <p className="product-empty">
          {words.pageBeyond(view.page, lastPage)}{' '}
          <Link from="/san-pham" to="." search={(search) => ({ ...search, page: String(lastPage) })}>
            {words.lastPage}
          </Link>
        </p>
      );
    }
    return (
      <>
        {data.total > data.items.length && output.printRows === null && (
          <p className="print-only">{words.printedPart(firstRow, firstRow + data.items.length - 1, data.total)}</p>
        )}
        <ProductTable
          rows={output.printRows ?? data.items}
          view={view}
          caption={words.caption(day.year)}
          busy={list.isPlaceholderData}
          onSort={(sort, order) => change({ sort, order, page: 1 })}
        />
        <Pager page={view.page} total={data.total} pageSize={PAGE_SIZE} />
      </>
    );
  };

  return (
    <div className="products">
      <div className="register-top">
        <h1>{words.heading}</h1>
        {mayRegister && (
          <Link className="button" to="/san-pham/dang-ky" search={readPageSearch}>
            {words.register}
          </Link>
        )}
      </div>
      <ProductFilters view={view} change={change} whole={whole.data ?? []} />
      {refused.length > 0 && (
        <p className="product-refused" role="alert">
          {words.refused(refused.map((name) => words.refusedNames[name]).join(', '))}{' '}
          <button type="button" className="text-button" onClick={() => change({})}>
            {words.useReadable}
          </button>
        </p>
      )}
      <div className="product-bar">
        <p className="product-total" role="status">
          {total() ?? <span className="muted">{messages.states.loading}</span>}
        </p>
        <NarrowSort view={view} onSort={(sort, order) => change({ sort, order, page: 1 })} />
        <ListTools
          columns={view.columns}
          onChoose={(columns) => change({ columns })}
          density={view.density}
          onDensity={(density) => change({ density })}
          working={output.working || data === undefined}
          query={query}
          onCopy={() => void output.copy()}
          onPrint={() => void output.print()}
        />
      </div>
      <p className="product-notice" role="status">
        {output.notice}
      </p>
      {body()}
    </div>
  );
}

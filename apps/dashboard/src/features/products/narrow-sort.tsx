import { REGISTRATION_SORTS } from '@ocop/contracts';
import { useLanguage } from '../../lib/language.js';
import type { ProductSort, ProductsView } from './products-view.js';

interface NarrowSortProps {
  view: ProductsView;
  onSort: (sort: ProductSort, order: 'asc' | 'desc') => void;
}

/** Sorting where the rows are stacked and there are no headers to press. */
export function NarrowSort({ view, onSort }: NarrowSortProps) {
  const { messages } = useLanguage();
  const words = messages.products;
  return (
    <div className="product-narrow-sort">
      <label className="filter-field">
        <span className="control-label">{words.sortBy}</span>
        <select
          value={view.sort}
          onChange={(event) => onSort(REGISTRATION_SORTS.find((sort) => sort === event.target.value) ?? 'position', view.order)}
        >
          {REGISTRATION_SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {words.columns[sort]}
            </option>
          ))}
        </select>
      </label>
      <label className="filter-field">
        <span className="control-label">{words.order}</span>
        <select value={view.order} onChange={(event) => onSort(view.sort, event.target.value === 'desc' ? 'desc' : 'asc')}>
          <option value="asc">{words.orderNames.asc}</option>
          <option value="desc">{words.orderNames.desc}</option>
        </select>
      </label>
    </div>
  );
}

import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { readPageSearch } from '../../lib/page-search.js';
import { readStored, writeChoice } from '../../lib/stored-choice.js';
import { DEFAULT_COLUMNS, type ColumnId } from './product-columns.js';
import { DENSITIES, parseColumns, readProductsView, writeProductsView, type Density, type ProductsView } from './products-view.js';

const COLUMNS_KEY = 'ocop-product-columns';
const DENSITY_KEY = 'ocop-product-density';

const storedColumns = (): readonly ColumnId[] | null => parseColumns(readStored(COLUMNS_KEY) ?? '');
const storedDensity = (): Density | null => DENSITIES.find((density) => density === readStored(DENSITY_KEY)) ?? null;

/** `filter`: takes the place of the address in history and keeps the scroll; `page`: a step of its own, from the top. */
export type ViewChange = 'filter' | 'page';

/** The view that the address asks for and the way to change it; columns and density were chosen last or are the usual ones. */
export function useProductsView() {
  const { view: asked, refused } = readProductsView(useSearch({ from: '/app/plan/san-pham' }));
  const navigate = useNavigate({ from: '/san-pham' });
  const view = {
    ...asked,
    columns: asked.columns ?? storedColumns() ?? DEFAULT_COLUMNS,
    density: asked.density ?? storedDensity() ?? DENSITIES[0],
  };
  const change = (changes: Partial<ProductsView>, how: ViewChange = 'filter') => {
    if (changes.columns) writeChoice(COLUMNS_KEY, changes.columns.join(','));
    if (changes.density) writeChoice(DENSITY_KEY, changes.density);
    void navigate({
      to: '.',
      search: (before) => ({ ...readPageSearch(before), ...writeProductsView({ ...readProductsView(before).view, ...changes }) }),
      replace: how === 'filter',
      resetScroll: how === 'page',
    });
  };

  // A remembered choice is written into the address, so that a copied link shows the same columns to others.
  const missing = {
    ...(asked.columns === null && storedColumns() !== null ? { columns: view.columns } : {}),
    ...(asked.density === null && storedDensity() !== null ? { density: view.density } : {}),
  };
  const isMissing = Object.keys(missing).length > 0 && refused.length === 0;
  useEffect(() => {
    if (isMissing) change(missing);
  });

  return { view, refused, change };
}

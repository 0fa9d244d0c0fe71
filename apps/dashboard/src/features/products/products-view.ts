import { registrationQuerySchema, type REGISTRATION_SORTS, type RegistrationQuery } from '@ocop/contracts';
import type { RegistrationKind, RegistrationStage, SupplementState } from '@ocop/domain';
import type { PageSearch, ProductsSearch } from '../../lib/page-search.js';
import type { PlanDay } from '../../lib/plan-day.js';
import { COLUMN_IDS, type ColumnId } from './product-columns.js';

export const DENSITIES = ['roomy', 'compact'] as const;
export type Density = (typeof DENSITIES)[number];

export type ProductSort = (typeof REGISTRATION_SORTS)[number];

/** Rows on one page. */
export const PAGE_SIZE = 50;

/** The names of the page's part of an address. */
export type SearchName = Exclude<keyof ProductsSearch, keyof PageSearch>;

/** How the list is to be shown; `columns` and `density` null = the address does not say. */
export interface ProductsView {
  readonly search: string;
  readonly kind: RegistrationKind | null;
  readonly stage: RegistrationStage | null;
  readonly unit: number | null;
  readonly round: number | null;
  readonly supplement: SupplementState | null;
  readonly sort: ProductSort;
  readonly order: 'asc' | 'desc';
  readonly page: number;
  readonly columns: readonly ColumnId[] | null;
  readonly density: Density | null;
}

/** Reads 'productName,stage' into columns in the list's order; null when one is unknown. */
export function parseColumns(text: string): readonly ColumnId[] | null {
  const names = new Set(text.split(','));
  const known = COLUMN_IDS.filter((id) => names.has(id));
  if (known.length !== names.size) return null;
  return COLUMN_IDS.filter((id) => id === 'productName' || names.has(id));
}

interface Reader<T> {
  safeParse(input: unknown): { success: true; data: T } | { success: false };
}

/** What an address asks for; values that cannot be read are left out and named. */
export function readProductsView(search: ProductsSearch): { view: ProductsView; refused: readonly SearchName[] } {
  const refused: SearchName[] = [];
  const refuse = (name: SearchName) => {
    refused.push(name);
    return null;
  };
  const read = <T>(name: Exclude<SearchName, 'columns' | 'density'>, reader: Reader<T | undefined>): T | null => {
    const result = reader.safeParse(search[name]);
    return result.success ? (result.data ?? null) : refuse(name);
  };
  const { shape } = registrationQuerySchema;
  const { columns, density } = search;
  const view: ProductsView = {
    search: read('search', shape.search) ?? '',
    kind: read('kind', shape.kind),
    stage: read('stage', shape.stage),
    unit: read('unit', shape.unit),
    round: read('round', shape.round),
    supplement: read('supplement', shape.supplement),
    sort: read('sort', shape.sort) ?? 'position',
    order: read('order', shape.order) ?? 'asc',
    page: read('page', shape.page) ?? 1,
    columns: columns === undefined ? null : (parseColumns(columns) ?? refuse('columns')),
    density: density === undefined ? null : (DENSITIES.find((known) => known === density) ?? refuse('density')),
  };
  return { view, refused };
}

/** The page's part of an address; what is as without it is left out. */
export function writeProductsView(view: ProductsView): ProductsSearch {
  return {
    ...(view.search === '' ? {} : { search: view.search }),
    ...(view.kind === null ? {} : { kind: view.kind }),
    ...(view.stage === null ? {} : { stage: view.stage }),
    ...(view.unit === null ? {} : { unit: String(view.unit) }),
    ...(view.round === null ? {} : { round: String(view.round) }),
    ...(view.supplement === null ? {} : { supplement: view.supplement }),
    ...(view.sort === 'position' ? {} : { sort: view.sort }),
    ...(view.order === 'asc' ? {} : { order: view.order }),
    ...(view.page === 1 ? {} : { page: String(view.page) }),
    ...(view.columns === null ? {} : { columns: view.columns.join(',') }),
    ...(view.density === null ? {} : { density: view.density }),
  };
}

/** Whether a view leaves products out. */
export const isFiltered = ({ search, kind, stage, unit, round, supplement }: ProductsView): boolean =>
  search.trim() !== '' || kind !== null || stage !== null || unit !== null || round !== null || supplement !== null;

/** The changes that show every product again, from the first page. */
export const NO_FILTERS = { search: '', kind: null, stage: null, unit: null, round: null, supplement: null, page: 1 } as const satisfies Partial<ProductsView>;

/** What is asked of the API for a view, without the page. */
export function queryOf(view: ProductsView, { year, asOf }: PlanDay): RegistrationQuery {
  const search = view.search.trim();
  return {
    year,
    asOf,
    ...(search === '' ? {} : { search }),
    ...(view.kind === null ? {} : { kind: view.kind }),
    ...(view.stage === null ? {} : { stage: view.stage }),
    ...(view.unit === null ? {} : { unit: view.unit }),
    ...(view.round === null ? {} : { round: view.round }),
    ...(view.supplement === null ? {} : { supplement: view.supplement }),
    sort: view.sort,
    order: view.order,
  };
}

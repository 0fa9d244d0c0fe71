import type { RegisterSearch } from '../../lib/page-search.js';

/** Rows on one page. */
export const PAGE_SIZE = 50;

interface Reader {
  safeParse(input: unknown): { success: boolean; data?: unknown };
}

export interface RegisterView<Q> {
  /** What is asked of the API, without page size. */
  query: Q;
  /** The same without the page. */
  filters: Omit<Q, 'page'>;
  page: number;
  /** Names in the address whose value cannot be read; they are left out. */
  refused: readonly (keyof RegisterSearch)[];
}

/** What an address asks of a register, judged by the contract of its query. */
export function readRegister<Q>(search: RegisterSearch, shape: Readonly<Record<string, Reader>>): RegisterView<Q> {
  const refused: (keyof RegisterSearch)[] = [];
  const query: Record<string, unknown> = {};
  for (const [name, written] of Object.entries(search) as [keyof RegisterSearch, string | undefined][]) {
    const reader = shape[name];
    if (written === undefined || reader === undefined || name === 'asOf' || name === 'year') continue;
    const read = reader.safeParse(written);
    if (read.success) query[name] = read.data;
    else refused.push(name);
  }
  const page = typeof query['page'] === 'number' ? query['page'] : 1;
  const { page: _, ...filters } = query;
  return { query: { ...query, page } as Q, filters: filters as Omit<Q, 'page'>, page, refused };
}

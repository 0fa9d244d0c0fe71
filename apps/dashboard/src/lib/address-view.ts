interface Reader {
  safeParse(input: unknown): { success: boolean; data?: unknown };
}

export interface AddressView<Q, S extends object> {
  /** What is asked of the API, without page size. */
  query: Q;
  /** The same without the page. */
  filters: Omit<Q, 'page'>;
  page: number;
  /** Names in the address whose value cannot be read; they are left out. */
  refused: readonly (keyof S & string)[];
}

/** What an address asks of a list, judged by the contract of its query; the locality, year and day are judged by the plan gate. */
export function readAddress<Q, S extends object>(search: S, shape: Readonly<Record<string, Reader>>): AddressView<Q, S> {
  const refused: (keyof S & string)[] = [];
  const query: Record<string, unknown> = {};
  for (const [name, written] of Object.entries(search) as [keyof S & string, unknown][]) {
    const reader = shape[name];
    if (written === undefined || reader === undefined || name === 'asOf' || name === 'year' || name === 'locality') continue;
    const read = reader.safeParse(written);
    if (read.success) query[name] = read.data;
    else refused.push(name);
  }
  const page = typeof query['page'] === 'number' ? query['page'] : 1;
  const { page: _, ...filters } = query;
  return { query: { ...query, page } as Q, filters: filters as Omit<Q, 'page'>, page, refused };
}

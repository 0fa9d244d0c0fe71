import type { Registration, RegistrationQuery } from '@ocop/contracts';
import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { LARGEST_PAGE, listRegistrationsOptions } from './list-registrations.js';

/** The list changed while its pages were read: a row may be missing. */
export class IncompleteListError extends Error {
  override readonly name = 'IncompleteListError';
}

type PageReader = (page: number) => Promise<{ items: readonly Registration[]; total: number }>;

/**
 * Every row of a list that comes in pages, exactly as many as its total says.
 * @throws IncompleteListError
 */
export async function readAllPages(readPage: PageReader, pageSize: number): Promise<Registration[]> {
  const first = await readPage(1);
  const rows = [...first.items];
  for (let page = 2; page <= Math.ceil(first.total / pageSize); page += 1) rows.push(...(await readPage(page)).items);
  if (new Set(rows.map(({ id }) => id)).size !== first.total || rows.length !== first.total) throw new IncompleteListError();
  return rows;
}

/** Every registration that matches, over all pages. */
export const listAllRegistrations = (client: QueryClient, query: RegistrationQuery): Promise<Registration[]> =>
  readAllPages((page) => client.fetchQuery(listRegistrationsOptions({ ...query, page, pageSize: LARGEST_PAGE })), LARGEST_PAGE);

/** The whole list of a year on a day, without filters. */
export const wholeListOptions = (client: QueryClient, { year, asOf }: Pick<RegistrationQuery, 'year' | 'asOf'>) =>
  queryOptions({
    queryKey: ['registrations', 'whole', year, asOf],
    queryFn: () => listAllRegistrations(client, { year, asOf, sort: 'unitName', order: 'asc' }),
  });

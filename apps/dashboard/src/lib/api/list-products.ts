import { registrationListSchema, type RegistrationQuery } from '@ocop/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { getJson } from './request.js';

/** Most rows that one request may bring. */
export const LARGEST_PAGE = 200;

export const listProductsOptions = (query: RegistrationQuery) =>
  queryOptions({
    queryKey: ['products', query],
    queryFn: ({ signal }) => getJson('products', query, registrationListSchema, signal),
  });

/** Registrations of a year on a day; `total` counts all that match, not this page. */
export const useListProducts = (query: RegistrationQuery) => useQuery(listProductsOptions(query));

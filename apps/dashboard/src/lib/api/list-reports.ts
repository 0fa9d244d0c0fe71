import { reportListSchema } from '@ocop/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { getJson } from './request.js';

export const REPORTS_KEY = ['reports'] as const;

export const listReportsOptions = () =>
  queryOptions({
    queryKey: REPORTS_KEY,
    queryFn: ({ signal }) => getJson('reports', {}, reportListSchema, signal),
  });

/** Reports already made, each kept with its snapshot. */
export const useListReports = () => useQuery(listReportsOptions());

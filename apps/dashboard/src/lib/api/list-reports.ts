import { reportListSchema, type ReportQuery } from '@ocop/contracts';
import { queryOptions } from '@tanstack/react-query';
import { getJson } from './request.js';

export const REPORTS_KEY = ['reports'] as const;

/** Reports already made, each kept with its snapshot: those that match, newest first. */
export const listReportsOptions = (query: ReportQuery = {}) =>
  queryOptions({
    queryKey: [...REPORTS_KEY, query],
    queryFn: ({ signal }) => getJson('reports', query, reportListSchema, signal),
  });

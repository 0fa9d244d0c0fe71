import { indicatorListSchema } from '@ocop/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { PlanDay } from '../plan-day.js';
import { getJson } from './request.js';

export const listIndicatorsOptions = ({ year, asOf }: PlanDay) =>
  queryOptions({
    queryKey: ['indicators', year, asOf],
    queryFn: ({ signal }) => getJson('indicators', { year, asOf }, indicatorListSchema, signal),
  });

/** What leadership sees of a year on a day. */
export const useListIndicators = (view: PlanDay) => useQuery(listIndicatorsOptions(view));

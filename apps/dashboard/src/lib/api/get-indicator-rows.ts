import { indicatorRowsSchema } from '@ocop/contracts';
import type { IndicatorId } from '@ocop/domain';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { PlanDay } from '../plan-day.js';
import { getJson } from './request.js';

const getIndicatorRowsOptions = (id: IndicatorId, { year, asOf }: PlanDay) =>
  queryOptions({
    queryKey: ['indicator-rows', id, year, asOf],
    queryFn: ({ signal }) => getJson(`indicators/${id}/rows`, { year, asOf }, indicatorRowsSchema, signal),
  });

/** The rows that add up to a figure. */
export const useGetIndicatorRows = (id: IndicatorId, view: PlanDay) => useQuery(getIndicatorRowsOptions(id, view));

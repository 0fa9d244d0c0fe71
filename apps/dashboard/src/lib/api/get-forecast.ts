import { forecastAnswerSchema } from '@ocop/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { PlanDay } from '../plan-day.js';
import { getJson } from './request.js';

export const getForecastOptions = ({ year, asOf }: PlanDay) =>
  queryOptions({
    queryKey: ['forecast', year, asOf],
    queryFn: ({ signal }) => getJson('forecast', { year, asOf }, forecastAnswerSchema, signal),
  });

/** Whether the target will be met; its `forecast` is null where the view has no target. */
export const useGetForecast = (view: PlanDay) => useQuery(getForecastOptions(view));

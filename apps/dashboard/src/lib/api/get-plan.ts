import { planDetailSchema } from '@ocop/contracts';
import { queryOptions } from '@tanstack/react-query';
import type { PlanDay } from '../plan-day.js';
import { getJson } from './request.js';

/** A year's plan: targets, deadlines and sources, as they stand on a day. */
export const getPlanOptions = ({ year, asOf }: PlanDay) =>
  queryOptions({
    queryKey: ['plan', year, asOf],
    queryFn: ({ signal }) => getJson(`plans/${year}`, { asOf }, planDetailSchema, signal),
  });

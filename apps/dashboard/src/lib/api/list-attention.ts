import { attentionListSchema } from '@ocop/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { PlanDay } from '../plan-day.js';
import { getJson } from './request.js';

export const listAttentionOptions = ({ year, asOf }: PlanDay) =>
  queryOptions({
    queryKey: ['attention', year, asOf],
    queryFn: ({ signal }) => getJson('attention', { year, asOf }, attentionListSchema, signal),
  });

/** What waits for somebody on a day, most urgent first. */
export const useListAttention = (view: PlanDay) => useQuery(listAttentionOptions(view));

import { planListSchema } from '@ocop/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { getJson } from './request.js';

export const PLANS_KEY = ['plans'] as const;

/** Asked of no locality: it tells which localities there are. */
const listPlansOptions = () =>
  queryOptions({ queryKey: PLANS_KEY, queryFn: ({ signal }) => getJson('plans', { locality: undefined }, planListSchema, signal) });

/** The plans there are, newest first. */
export const useListPlans = (enabled: boolean) => useQuery({ ...listPlansOptions(), enabled });

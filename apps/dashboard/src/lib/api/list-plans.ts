import { planListSchema } from '@ocop/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { getJson } from './request.js';

const listPlansOptions = () =>
  queryOptions({ queryKey: ['plans'], queryFn: ({ signal }) => getJson('plans', {}, planListSchema, signal) });

/** The years that have a plan, newest first. */
export const useListPlans = (enabled: boolean) => useQuery({ ...listPlansOptions(), enabled });

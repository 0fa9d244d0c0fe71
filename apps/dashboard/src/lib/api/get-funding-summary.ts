import { fundingSummarySchema, type FundingGrouping } from '@ocop/contracts';
import { queryOptions } from '@tanstack/react-query';
import type { PlanDay } from '../plan-day.js';
import { getJson } from './request.js';

/** Sums of the ledger up to a day, in the groups asked for. */
export const getFundingSummaryOptions = ({ year, asOf }: PlanDay, groupBy: readonly FundingGrouping[]) =>
  queryOptions({
    queryKey: ['funding-summary', year, asOf, groupBy],
    queryFn: ({ signal }) =>
      getJson('funding/summary', { year, asOf, groupBy: groupBy.join(',') }, fundingSummarySchema, signal),
  });

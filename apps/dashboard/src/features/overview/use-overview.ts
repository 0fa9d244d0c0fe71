import { getForecastOptions } from '../../lib/api/get-forecast.js';
import { getFundingSummaryOptions } from '../../lib/api/get-funding-summary.js';
import { getPlanOptions } from '../../lib/api/get-plan.js';
import { listAttentionOptions } from '../../lib/api/list-attention.js';
import { listIndicatorsOptions } from '../../lib/api/list-indicators.js';
import { LARGEST_PAGE, listRegistrationsOptions } from '../../lib/api/list-registrations.js';
import { usePlanView } from '../../lib/plan-view.js';
import { useQuery } from '@tanstack/react-query';

/** The answers that the overview is made of; each section waits for its own. */
export function useOverview() {
  const view = usePlanView();
  const { year, asOf } = view;
  return {
    view,
    plan: useQuery(getPlanOptions(view)),
    indicators: useQuery(listIndicatorsOptions(view)),
    registrations: useQuery(listRegistrationsOptions({ year, asOf, sort: 'position', pageSize: LARGEST_PAGE })),
    attention: useQuery(listAttentionOptions(view)),
    forecast: useQuery(getForecastOptions(view)),
    funding: useQuery(getFundingSummaryOptions(view, ['source', 'stage', 'month'])),
  };
}

export type Overview = ReturnType<typeof useOverview>;

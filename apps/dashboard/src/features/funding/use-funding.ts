import { addMonths, type Day } from '@ocop/domain';
import { useQuery } from '@tanstack/react-query';
import { listFundingSourcesOptions } from '../../lib/api/funding-sources.js';
import { getFundingSummaryOptions } from '../../lib/api/get-funding-summary.js';
import { usePlanView } from '../../lib/plan-view.js';
import { usePlanChoice } from '../../lib/use-plan-choice.js';

/** The same day of the year before, where that year's plan was issued by then. */
function useYearBefore(): { year: number; asOf: Day } | null {
  const { year, asOf } = usePlanView();
  const { localityPlans } = usePlanChoice();
  const plan = localityPlans.find((one) => one.year === year - 1);
  const day = addMonths(asOf, -12);
  return plan === undefined || day < plan.firstAsOf ? null : { year: year - 1, asOf: day };
}

/** What the workspace is made of: the sources, the sums of this year and of the same day of the year before. */
export function useFunding() {
  const view = usePlanView();
  const before = useYearBefore();
  return {
    view,
    before,
    sources: useQuery(listFundingSourcesOptions(view.year)),
    sourcesBefore: useQuery({ ...listFundingSourcesOptions(view.year - 1), enabled: before !== null }),
    now: useQuery(getFundingSummaryOptions(view, ['source', 'stage', 'month'])),
    lastYear: useQuery({ ...getFundingSummaryOptions(before ?? view, ['source', 'stage']), enabled: before !== null }),
  };
}

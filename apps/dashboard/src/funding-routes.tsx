import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { only, planRoute } from './gate-routes.js';
import { readFundingSearch, readLedgerSearch, readReportsSearch, readWarningsSearch } from './lib/page-search.js';

const fundingRoute = createRoute({
  getParentRoute: () => planRoute,
  path: 'kinh-phi',
  validateSearch: readFundingSearch,
  component: only('funding.read', lazyRouteComponent(() => import('./features/funding/funding-page.js'), 'FundingPage')),
});
const ledgerRoute = createRoute({
  getParentRoute: () => planRoute,
  path: 'kinh-phi/so',
  validateSearch: readLedgerSearch,
  component: only('funding.read', lazyRouteComponent(() => import('./features/funding/ledger-page.js'), 'LedgerPage')),
});
const postingRoute = createRoute({
  getParentRoute: () => planRoute,
  path: 'kinh-phi/ghi',
  component: only('funding.write', lazyRouteComponent(() => import('./features/funding/posting-page.js'), 'PostingPage')),
});
const fundingWarningsRoute = createRoute({
  getParentRoute: () => planRoute,
  path: 'kinh-phi/canh-bao',
  validateSearch: readWarningsSearch,
  component: only('funding.read', lazyRouteComponent(() => import('./features/funding/warnings-page.js'), 'WarningsPage')),
});
const reconciliationRoute = createRoute({
  getParentRoute: () => planRoute,
  path: 'kinh-phi/doi-chieu',
  validateSearch: readReportsSearch,
  component: only('funding.read', lazyRouteComponent(() => import('./features/reconciliation/reconciliation-page.js'), 'ReconciliationPage')),
});
const fundingSourcesRoute = createRoute({
  getParentRoute: () => planRoute,
  path: 'kinh-phi/nguon',
  component: only('funding.read', lazyRouteComponent(() => import('./features/funding/sources-page.js'), 'SourcesPage')),
});

/** The pages of the money of a plan. */
export const fundingRoutes = [fundingRoute, ledgerRoute, postingRoute, fundingWarningsRoute, reconciliationRoute, fundingSourcesRoute] as const;

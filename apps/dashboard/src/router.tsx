import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { AppShell } from './app-shell.js';
import { NotFoundPage } from './components/not-found-page.js';
import { PageFailure } from './components/page-failure.js';
import { WaitingPage } from './components/waiting-page.js';
import { OverviewPage } from './features/overview/overview-page.js';
import { parseSearch, readPageSearch, stringifySearch } from './lib/page-search.js';
import { PlanGate } from './plan-gate.js';

const rootRoute = createRootRoute({
  component: AppShell,
  validateSearch: readPageSearch,
  notFoundComponent: NotFoundPage,
});

/** Every page of a plan stands behind the gate, which answers for a bad or missing year and day. */
export const planRoute = createRoute({ getParentRoute: () => rootRoute, id: 'plan', component: PlanGate });

const overviewRoute = createRoute({ getParentRoute: () => planRoute, path: '/', component: OverviewPage });

const productsRoute = createRoute({ getParentRoute: () => planRoute, path: 'san-pham', component: WaitingPage });

const indicatorRowsRoute = createRoute({ getParentRoute: () => planRoute, path: 'chi-so/$id', component: WaitingPage });

const reportsRoute = createRoute({ getParentRoute: () => planRoute, path: 'bao-cao', component: WaitingPage });

const routeTree = rootRoute.addChildren([
  planRoute.addChildren([overviewRoute, productsRoute, indicatorRowsRoute, reportsRoute]),
]);

export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  defaultErrorComponent: PageFailure,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

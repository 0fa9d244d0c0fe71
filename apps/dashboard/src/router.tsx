import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { AppShell } from './app-shell.js';
import { NotFoundPage } from './components/not-found-page.js';
import { PageFailure } from './components/page-failure.js';
import { OverviewPage } from './features/overview/overview-page.js';
import { parseSearch, readPageSearch, readProductsSearch, readReportsSearch, stringifySearch } from './lib/page-search.js';
import { PlanGate } from './plan-gate.js';

const rootRoute = createRootRoute({
  component: AppShell,
  validateSearch: readPageSearch,
  notFoundComponent: NotFoundPage,
});

/** Every page of a plan stands behind the gate, which answers for a bad or missing year and day. */
export const planRoute = createRoute({ getParentRoute: () => rootRoute, id: 'plan', component: PlanGate });

const overviewRoute = createRoute({ getParentRoute: () => planRoute, path: '/', component: OverviewPage });

const productsRoute = createRoute({
  getParentRoute: () => planRoute,
  path: 'san-pham',
  validateSearch: readProductsSearch,
  component: lazyRouteComponent(() => import('./features/products/products-page.js'), 'ProductsPage'),
});

const indicatorRowsRoute = createRoute({
  getParentRoute: () => planRoute,
  path: 'chi-so/$id',
  component: lazyRouteComponent(() => import('./features/indicator-rows/indicator-rows-page.js'), 'IndicatorRowsPage'),
});

const reportsRoute = createRoute({
  getParentRoute: () => planRoute,
  path: 'bao-cao',
  validateSearch: readReportsSearch,
  component: lazyRouteComponent(() => import('./features/reports/reports-page.js'), 'ReportsPage'),
});

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

import { createRoute, createRouter, lazyRouteComponent, Navigate } from '@tanstack/react-router';
import { PageFailure } from './components/page-failure.js';
import type { ActivityBefore } from './features/activities/activity-state.js';
import { OverviewPage } from './features/overview/overview-page.js';
import { fundingRoutes } from './funding-routes.js';
import { appRoute, only, planRoute, rootRoute } from './gate-routes.js';
import {
  parseSearch, readActivitySearch, readAttentionSearch, readAuditSearch, readBoardSearch, readNewProductSearch, readProductSearch, readProductsSearch,
  readRegisterSearch, readLookupSearch, readReportSearch, readReportsSearch, stringifySearch,
} from './lib/page-search.js';

const startRoute = createRoute({ getParentRoute: () => planRoute, path: '/', component: OverviewPage });

const productsRoute = createRoute({
  getParentRoute: () => planRoute,
  path: 'san-pham',
  validateSearch: readProductsSearch,
  component: only('products.read', lazyRouteComponent(() => import('./features/products/products-page.js'), 'ProductsPage')),
});

const boardRoute = createRoute({
  getParentRoute: () => planRoute,
  path: 'bang',
  validateSearch: readBoardSearch,
  component: only('products.read', lazyRouteComponent(() => import('./features/board/board-page.js'), 'BoardPage')),
});

const RoundPage = only('products.read', lazyRouteComponent(() => import('./features/rounds/round-page.js'), 'RoundPage'));
const comingRoundRoute = createRoute({ getParentRoute: () => planRoute, path: 'dot', component: RoundPage });
const roundRoute = createRoute({ getParentRoute: () => planRoute, path: 'dot/$no', component: RoundPage });

const rulesRoute = createRoute({
  getParentRoute: () => planRoute,
  path: 'quan-tri/quy-dinh',
  component: lazyRouteComponent(() => import('./features/rules/rules-page.js'), 'RulesPage'),
});

const planEntryRoute = createRoute({
  getParentRoute: () => planRoute,
  path: 'quan-tri/ke-hoach-moi',
  component: only('plans.write', lazyRouteComponent(() => import('./features/plan-entry/plan-pages.js'), 'NewPlanPage')),
});
const planChangeRoute = createRoute({
  getParentRoute: () => planRoute,
  path: 'quan-tri/sua-ke-hoach',
  component: only('plans.write', lazyRouteComponent(() => import('./features/plan-entry/plan-pages.js'), 'PlanChangePage')),
});

const indicatorRowsRoute = createRoute({
  getParentRoute: () => planRoute,
  path: 'chi-so/$id',
  component: only('indicators.read', lazyRouteComponent(() => import('./features/indicator-rows/indicator-rows-page.js'), 'IndicatorRowsPage')),
});

const attentionRoute = createRoute({
  getParentRoute: () => planRoute,
  path: 'viec-can-xu-ly',
  validateSearch: readAttentionSearch,
  component: only('indicators.read', lazyRouteComponent(() => import('./features/attention/attention-page.js'), 'AttentionPage')),
});

const communeReportsRoute = createRoute({
  getParentRoute: () => planRoute,
  path: 'bao-cao-xa',
  component: only('indicators.read', lazyRouteComponent(() => import('./features/commune-reports/commune-reports-page.js'), 'CommuneReportsPage')),
});

const activitiesRoute = createRoute({
  getParentRoute: () => planRoute,
  path: 'hoat-dong',
  validateSearch: readActivitySearch,
  component: only('indicators.read', lazyRouteComponent(() => import('./features/activities/activities-page.js'), 'ActivitiesPage')),
});
const newActivityRoute = createRoute({
  getParentRoute: () => planRoute,
  path: 'hoat-dong/ghi',
  component: only('activities.write', lazyRouteComponent(() => import('./features/activities/new-activity-page.js'), 'NewActivityPage')),
});

const forecastRoute = createRoute({
  getParentRoute: () => planRoute,
  path: 'kha-nang',
  component: only('indicators.read', lazyRouteComponent(() => import('./features/forecast/forecast-page.js'), 'ForecastPage')),
});

const reportsRoute = createRoute({
  getParentRoute: () => planRoute,
  path: 'bao-cao',
  validateSearch: readReportsSearch,
  component: only('reports.read', lazyRouteComponent(() => import('./features/reports/reports-page.js'), 'ReportsPage')),
});

const reportRoute = createRoute({
  getParentRoute: () => planRoute,
  path: 'bao-cao/$id',
  // The page of another record is another page: what was opened and told on one is not on the other.
  remountDeps: ({ params }) => params,
  validateSearch: readReportSearch,
  component: only('reports.read', lazyRouteComponent(() => import('./features/reports/report-page.js'), 'ReportPage')),
});

const lookupRoute = createRoute({
  getParentRoute: () => planRoute,
  path: 'tra-cuu',
  validateSearch: readLookupSearch,
  component: only('reports.read', lazyRouteComponent(() => import('./features/reports/lookup-page.js'), 'LookupPage')),
});

// Registers and the story of a product stand by themselves, outside of any plan year.
const productRegisterRoute = createRoute({
  getParentRoute: () => appRoute,
  path: 'so-san-pham',
  validateSearch: readRegisterSearch,
  component: only('products.read', lazyRouteComponent(() => import('./features/registers/product-register-page.js'), 'ProductRegisterPage')),
});
const newProductRoute = createRoute({
  getParentRoute: () => appRoute,
  path: 'so-san-pham/moi',
  validateSearch: readNewProductSearch,
  component: only('products.write', lazyRouteComponent(() => import('./features/product/new-pages.js'), 'NewProductPage')),
});
const newRegistrationRoute = createRoute({
  getParentRoute: () => appRoute,
  path: 'san-pham/dang-ky',
  component: only('registrations.write', lazyRouteComponent(() => import('./features/product/new-pages.js'), 'NewRegistrationPage')),
});
const productRoute = createRoute({
  getParentRoute: () => appRoute,
  path: 'san-pham/$id',
  validateSearch: readProductSearch,
  component: only('products.read', lazyRouteComponent(() => import('./features/product/product-page.js'), 'ProductPage')),
});
const registrationRoute = createRoute({
  getParentRoute: () => appRoute,
  path: 'ho-so/$id',
  component: only('products.read', lazyRouteComponent(() => import('./features/product/registration-page.js'), 'RegistrationPage')),
});
const producerRegisterRoute = createRoute({
  getParentRoute: () => appRoute,
  path: 'so-chu-the',
  validateSearch: readRegisterSearch,
  component: only('products.read', lazyRouteComponent(() => import('./features/registers/producer-register-page.js'), 'ProducerRegisterPage')),
});
const newProducerRoute = createRoute({
  getParentRoute: () => appRoute,
  path: 'so-chu-the/moi',
  component: only('producers.write', lazyRouteComponent(() => import('./features/producers/producer-pages.js'), 'NewProducerPage')),
});
const producerRoute = createRoute({
  getParentRoute: () => appRoute,
  path: 'so-chu-the/$id',
  remountDeps: ({ params }) => params,
  component: only('products.read', lazyRouteComponent(() => import('./features/producers/producer-pages.js'), 'ProducerPage')),
});
const accountRoute = createRoute({
  getParentRoute: () => appRoute,
  path: 'tai-khoan',
  component: lazyRouteComponent(() => import('./features/account/account-page.js'), 'AccountPage'),
});
const accountsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: 'quan-tri/tai-khoan',
  component: only('accounts.read', lazyRouteComponent(() => import('./features/accounts/accounts-page.js'), 'AccountsPage')),
});
const inviteRoute = createRoute({
  getParentRoute: () => appRoute,
  path: 'quan-tri/tai-khoan/moi',
  component: only('accounts.manage', lazyRouteComponent(() => import('./features/accounts/invite-page.js'), 'InvitePage')),
});
const accountDetailRoute = createRoute({
  getParentRoute: () => appRoute,
  path: 'quan-tri/tai-khoan/$id',
  remountDeps: ({ params }) => params,
  component: only('accounts.read', lazyRouteComponent(() => import('./features/accounts/account-detail-page.js'), 'AccountDetailPage')),
});
const permissionsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: 'quan-tri/quyen',
  component: lazyRouteComponent(() => import('./features/permissions/permissions-page.js'), 'PermissionsPage'),
});
const auditRoute = createRoute({
  getParentRoute: () => appRoute,
  path: 'quan-tri/nhat-ky',
  validateSearch: readAuditSearch,
  component: only('audit.read', lazyRouteComponent(() => import('./features/audit/audit-page.js'), 'AuditPage')),
});

/** Where a sign-in elsewhere returns to when it failed; who is signed in has nothing to do here. */
const signInRoute = createRoute({ getParentRoute: () => appRoute, path: 'dang-nhap', component: () => <Navigate to="/" replace /> });

const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'loi-moi',
  component: lazyRouteComponent(() => import('./features/invitation/invitation-page.js'), 'InvitationPage'),
});

const routeTree = rootRoute.addChildren([
  appRoute.addChildren([
    planRoute.addChildren([
      startRoute, productsRoute, boardRoute, comingRoundRoute, roundRoute, indicatorRowsRoute, attentionRoute, forecastRoute, activitiesRoute, newActivityRoute, communeReportsRoute, reportsRoute, reportRoute, lookupRoute, rulesRoute, planEntryRoute, planChangeRoute,
      ...fundingRoutes,
    ]),
    productRegisterRoute, newProductRoute, newRegistrationRoute, productRoute, registrationRoute, producerRegisterRoute, newProducerRoute, producerRoute,
    accountRoute, accountsRoute, inviteRoute, accountDetailRoute, permissionsRoute, auditRoute, signInRoute,
  ]),
  invitationRoute,
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
  interface HistoryState {
    /** What was done on the page one comes from, said once on the next. */
    told?: string;
    /** What the form of an activity starts with. */
    activity?: ActivityBefore;
  }
}

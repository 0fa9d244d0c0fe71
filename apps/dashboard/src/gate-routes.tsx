import type { Permission } from '@ocop/contracts';
import type { ComponentType } from 'react';
import { createRootRoute, createRoute, Navigate, Outlet, useLocation, type SearchMiddleware } from '@tanstack/react-router';
import { NotFoundPage } from './components/not-found-page.js';
import { Permitted } from './components/permitted.js';
import { readPageSearch, type PageSearch } from './lib/page-search.js';
import { useSession } from './lib/session.js';
import { PlanGate } from './plan-gate.js';
import { SessionGate } from './session-gate.js';

export const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage });

/** Links need not name the locality. Where there is none, no name is written either: a link would not be told apart as that of its page. */
const keepLocality: SearchMiddleware<PageSearch> = ({ search, next }) => {
  const wanted = next(search);
  const { locality } = search;
  return locality === undefined || 'locality' in wanted ? wanted : { ...wanted, locality };
};

/** Everything but the page of an invitation stands behind the session gate, and keeps its locality from page to page. */
export const appRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'app',
  component: SessionGate,
  validateSearch: (search) => ({ ...readPageSearch(search), ...(typeof search['loi'] === 'string' ? { loi: search['loi'] } : {}) }),
  search: { middlewares: [keepLocality] },
});

/** A page for whom it is meant. */
export const only = (permission: Permission, Page: ComponentType) => () => (
  <Permitted permission={permission}>
    <Page />
  </Permitted>
);

/** Every page of a plan stands behind the gate, which answers for a bad or missing year and day. Who has no overview starts with what there is to do. */
function PlanPages() {
  const { permissions } = useSession();
  const atStart = useLocation({ select: ({ pathname }) => pathname === '/' });
  if (atStart && !permissions.includes('indicators.read')) return <Navigate to={permissions.includes('accounts.read') ? '/quan-tri/tai-khoan' : '/tai-khoan'} replace />;
  return (
    <Permitted permission="plans.read">
      <PlanGate />
    </Permitted>
  );
}

export const planRoute = createRoute({ getParentRoute: () => appRoute, id: 'plan', component: PlanPages });

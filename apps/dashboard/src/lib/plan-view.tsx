import type { PlanSummary } from '@ocop/contracts';
import { createContext, use } from 'react';
import type { PlanDay } from './plan-day.js';

/** The plan and day that the page shows. */
export interface PlanView extends PlanDay {
  readonly plan: PlanSummary;
}

const PlanViewContext = createContext<PlanView | null>(null);

export const PlanViewProvider = PlanViewContext;

/** The plan and day that the page shows. Throws on a page that stands outside the plan gate. */
export function usePlanView(): PlanView {
  const view = use(PlanViewContext);
  if (view === null) throw new Error('The page stands outside the plan gate');
  return view;
}

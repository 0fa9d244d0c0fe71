import type { PlanForm } from '@ocop/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { FailurePanel } from '../../components/failure-panel.js';
import { PageSkeleton } from '../../components/skeleton.js';
import { getPlanFormOptions } from '../../lib/api/plan-entry.js';
import { useLanguage } from '../../lib/language.js';
import { searchOf } from '../../lib/page-search.js';
import { usePlanView } from '../../lib/plan-view.js';
import { usePageTitle } from '../../lib/use-page-title.js';
import { usePlanChoice } from '../../lib/use-plan-choice.js';
import { NewPlanForm, PlanChangeForm } from './plan-forms.js';
import './plan-entry.css';

interface Ways {
  /** To the overview of the plan's year, where this is said. */
  toOverview: (year: number, told: string) => void;
  back: () => void;
}

function useWays(): Ways {
  const navigate = useNavigate();
  const view = usePlanView();
  return {
    toOverview: (year, told) => void navigate({ to: '/', search: { year: String(year) }, state: { told } }),
    back: () => void navigate({ to: '/quan-tri/quy-dinh', search: searchOf(view) }),
  };
}

/** A form over what the plan of a year says. */
function PlanPage({ year, children }: { year: number; children: (plan: PlanForm) => ReactNode }) {
  const { messages } = useLanguage();
  const view = usePlanView();
  const { data, error, refetch } = useQuery(getPlanFormOptions(year));
  return (
    <div className="plan-entry">
      <p className="page-back">
        <Link to="/quan-tri/quy-dinh" search={searchOf(view)}>
          {messages.rules.heading}
        </Link>
      </p>
      {data !== undefined ? children(data) : error === null ? <PageSkeleton /> : <FailurePanel error={error} retry={() => void refetch()} />}
    </div>
  );
}

/** Enters the plan of a new year when the office has issued it. */
export function NewPlanPage() {
  const { messages } = useLanguage();
  const words = messages.planEntry;
  const { toOverview, back } = useWays();
  const view = usePlanView();
  const { localityPlans } = usePlanChoice();
  // That of the moment the page was opened: one that somebody enters meanwhile is told when this one is sent.
  const [newest] = useState(localityPlans[0]?.year ?? view.year);
  usePageTitle(words.heading);
  return <PlanPage year={newest}>{(before) => <NewPlanForm before={before} onDone={(year) => toOverview(year, words.done(year))} onCancel={back} />}</PlanPage>;
}

/** Puts right what was entered otherwise than the plan was issued. */
export function PlanChangePage() {
  const { messages } = useLanguage();
  const words = messages.planEntry;
  const { toOverview, back } = useWays();
  const { year } = usePlanView();
  usePageTitle(words.changeOf(year));
  return <PlanPage year={year}>{(plan) => <PlanChangeForm key={year} plan={plan} onDone={() => toOverview(year, words.changed(year))} onCancel={back} />}</PlanPage>;
}

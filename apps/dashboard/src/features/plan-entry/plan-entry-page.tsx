import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FailurePanel } from '../../components/failure-panel.js';
import { PageSkeleton } from '../../components/skeleton.js';
import { getPlanFormOptions } from '../../lib/api/plan-entry.js';
import { useLanguage } from '../../lib/language.js';
import { searchOf } from '../../lib/page-search.js';
import { usePlanView } from '../../lib/plan-view.js';
import { usePageTitle } from '../../lib/use-page-title.js';
import { usePlanChoice } from '../../lib/use-plan-choice.js';
import { PlanEntryForm } from './plan-entry-form.js';
import './plan-entry.css';

function Work() {
  const { messages } = useLanguage();
  const navigate = useNavigate();
  const view = usePlanView();
  const { localityPlans } = usePlanChoice();
  // That of the moment the page was opened: one that somebody enters meanwhile is told when this one is sent.
  const [newest] = useState(localityPlans[0]?.year ?? view.year);
  const before = useQuery(getPlanFormOptions(newest));
  if (before.data === undefined) return before.error === null ? <PageSkeleton /> : <FailurePanel error={before.error} retry={() => void before.refetch()} />;
  return (
    <PlanEntryForm
      before={before.data}
      onDone={(year) => void navigate({ to: '/', search: { year: String(year) }, state: { told: messages.planEntry.done(year) } })}
      onCancel={() => void navigate({ to: '/quan-tri/quy-dinh', search: searchOf(view) })}
    />
  );
}

/** Enters the plan of a new year when the office has issued it. */
export function PlanEntryPage() {
  const { messages } = useLanguage();
  const view = usePlanView();
  usePageTitle(messages.planEntry.heading);
  return (
    <div className="plan-entry">
      <p className="page-back">
        <Link to="/quan-tri/quy-dinh" search={searchOf(view)}>
          {messages.rules.heading}
        </Link>
      </p>
      <Work />
    </div>
  );
}

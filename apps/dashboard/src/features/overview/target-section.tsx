import type { Indicator, PlanDetail, Registration } from '@ocop/contracts';
import { clauseReference, countInText, openCandidates } from '@ocop/domain';
import { Link } from '@tanstack/react-router';
import { StatusWord } from '../../components/status-word.js';
import { useLanguage } from '../../lib/language.js';
import { searchOf } from '../../lib/page-search.js';
import type { PlanView } from '../../lib/plan-view.js';
import { OverviewSection } from './overview-section.js';
import type { Overview } from './use-overview.js';

interface TargetProps {
  view: PlanView;
  indicator: Indicator;
  plan: PlanDetail;
  registrations: readonly Registration[];
}

function Target({ view, indicator, plan, registrations }: TargetProps) {
  const { messages, locale } = useLanguage();
  const words = messages.overview.target;
  const { id, value, target, status, clause, name } = indicator;
  const rounds = plan.rounds.map(({ townRecognition }) => townRecognition.before);
  // One already recognised and on its way to more stars is in the figure, not among those that may still be.
  const waiting = registrations.filter(({ stars }) => stars === null);
  const open = openCandidates(waiting, 'new', rounds, view.asOf).length;
  const text = plan.targets.find(({ indicatorId }) => indicatorId === id)?.text;
  return (
    <>
      <p className="target-figure">
        {value === null ? (
          <span className="missing">{messages.missing}</span>
        ) : (
          <Link to="/chi-so/$id" params={{ id }} search={searchOf(view)} aria-label={words.rows(countInText(Number(value)), name)}>
            {countInText(Number(value))}
          </Link>
        )}
        {target !== null && <span className="target-of"> / {countInText(Number(target))}</span>}
        <StatusWord status={status} />
      </p>
      <p className="target-possible">{open > 0 ? words.stillPossible(open) : words.nonePossible}</p>
      <p className="muted">
        {clauseReference(plan.number, clause, locale)}
        {text === undefined ? '' : `: “${text}”`}
      </p>
    </>
  );
}

/** The one figure the plan is judged by (clause II.2). */
export function TargetSection({ view, plan, indicators, registrations }: Overview) {
  const { messages } = useLanguage();
  const indicator = indicators.data?.items.find(({ id }) => id === 'newly-recognised-products');
  return (
    <OverviewSection
      name="target"
      heading={messages.overview.target.heading}
      queries={[plan, indicators, registrations]}
    >
      {indicator && plan.data && registrations.data && (
        <Target view={view} indicator={indicator} plan={plan.data} registrations={registrations.data.items} />
      )}
    </OverviewSection>
  );
}

import type { ForecastAnswer, Indicator, PlanDetail, Registration } from '@ocop/contracts';
import { clauseReference, countInText, openCandidates } from '@ocop/domain';
import { Link } from '@tanstack/react-router';
import { ComparisonText } from '../../components/comparison-text.js';
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
  forecast: ForecastAnswer['forecast'];
}

/** How likely the target is to be met, as the way to how that is known. */
function Chance({ view, forecast }: { view: PlanView; forecast: NonNullable<ForecastAnswer['forecast']> }) {
  const words = useLanguage().messages.forecast;
  const { probability, why } = forecast;
  return (
    <Link to="/kha-nang" search={searchOf(view)}>
      {why !== null || probability === null ? words.certain[why ?? 'too-little-history'] : words.short(probability.percent, probability.low, probability.high)}
    </Link>
  );
}

/** How many may still be recognised this year. */
function openCount({ forecast, plan, registrations, view }: Omit<TargetProps, 'indicator'>): number {
  if (forecast !== null) return forecast.prospects.filter(({ canStill }) => canStill).length;
  const rounds = plan.rounds.map(({ townRecognition }) => townRecognition.before);
  // One already recognised and on its way to more stars is in the figure, not among those that may still be.
  const waiting = registrations.filter(({ stars }) => stars === null);
  return openCandidates(waiting, 'new', rounds, view.asOf).length;
}

function Target({ indicator, ...context }: TargetProps) {
  const { messages, locale } = useLanguage();
  const words = messages.overview.target;
  const { id, value, target, status, clause, name } = indicator;
  const { view, plan, forecast } = context;
  const open = openCount(context);
  const mayGrow = view.asOf < plan.supplements.due.before;
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
      <p className="target-possible">
        {open > 0 && words.stillPossible(open)}
        {open > 0 && forecast !== null && <span className="target-dot"> · </span>}
        {forecast === null ? open === 0 && !mayGrow && words.nonePossible : <Chance view={view} forecast={forecast} />}
      </p>
      <ComparisonText indicator={indicator} />
      <p className="muted">
        {clauseReference(plan.number, clause, locale)}
        {text === undefined ? '' : `: “${text}”`}
      </p>
    </>
  );
}

/** The one figure the plan is judged by (clause II.2). */
export function TargetSection({ view, plan, indicators, registrations, forecast }: Overview) {
  const { messages } = useLanguage();
  const indicator = indicators.data?.items.find(({ id }) => id === 'newly-recognised-products');
  return (
    <OverviewSection
      name="target"
      heading={messages.overview.target.heading}
      queries={[plan, indicators, registrations, forecast]}
    >
      {indicator && plan.data && registrations.data && forecast.data && (
        <Target view={view} indicator={indicator} plan={plan.data} registrations={registrations.data.items} forecast={forecast.data.forecast} />
      )}
    </OverviewSection>
  );
}

import { FailurePanel } from '../../components/failure-panel.js';
import { PageSkeleton } from '../../components/skeleton.js';
import { useLanguage } from '../../lib/language.js';
import { usePageTitle } from '../../lib/use-page-title.js';
import { AttentionSection } from './attention-section.js';
import { DeadlinesSection } from './deadlines-section.js';
import { FundingSection } from './funding-section.js';
import { IndicatorsSection } from './indicators-section.js';
import { ProgressSection } from './progress-section.js';
import { TargetSection } from './target-section.js';
import { useOverview } from './use-overview.js';
import './overview.css';
import './funding.css';
import './indicators.css';
import './overview-narrow.css';
import './overview-print.css';

/** The plan in ten seconds: the target, the deadlines, what needs action, then the rest. */
export function OverviewPage() {
  const { messages } = useLanguage();
  const overview = useOverview();
  usePageTitle(messages.pages.overview);
  const { view: _view, ...answers } = overview;
  const { plan } = answers;
  const queries = Object.values(answers);
  // When nothing came at all one message says so, not one for each.
  if (plan.error && queries.every(({ error }) => error !== null)) {
    return (
      <>
        <h1 className="visually-hidden">{messages.pages.overview}</h1>
        <FailurePanel error={plan.error} retry={() => queries.forEach((query) => void query.refetch())} />
      </>
    );
  }
  // All at once, so that no section pushes another aside as its answer comes.
  if (queries.some(({ isPending }) => isPending)) return <PageSkeleton />;
  return (
    <div className="overview">
      <h1 className="visually-hidden">{messages.pages.overview}</h1>
      <div className="overview-top">
        <TargetSection {...overview} />
        <DeadlinesSection {...overview} />
      </div>
      <AttentionSection {...overview} />
      <ProgressSection {...overview} />
      <FundingSection {...overview} />
      <IndicatorsSection {...overview} />
    </div>
  );
}

import { FailurePanel } from '../../components/failure-panel.js';
import { PageSkeleton } from '../../components/skeleton.js';
import { StatusWord } from '../../components/status-word.js';
import { useListIndicators } from '../../lib/api/list-indicators.js';
import { figureText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { usePlanView } from '../../lib/plan-view.js';
import { usePageTitle } from '../../lib/use-page-title.js';

export function OverviewPage() {
  const { messages, locale } = useLanguage();
  const view = usePlanView();
  const indicators = useListIndicators(view);
  usePageTitle(messages.pages.overview);
  if (indicators.error !== null) return <FailurePanel error={indicators.error} retry={() => void indicators.refetch()} />;
  if (indicators.data === undefined) return <PageSkeleton />;
  return (
    <>
      <h1>{messages.pages.overview}</h1>
      <dl>
        {indicators.data.items.map(({ id, name, value, unit, status }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>
              {value === null ? messages.missing : figureText(value, unit, locale)} <StatusWord status={status} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

import { Link, useSearch } from '@tanstack/react-router';
import { AttentionGroups } from '../../components/attention-list.js';
import { ExportMenu } from '../../components/export-menu.js';
import { FailurePanel } from '../../components/failure-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { useListAttention } from '../../lib/api/list-attention.js';
import { matches, readAttentionFilter } from '../../lib/attention-goal.js';
import { useLanguage } from '../../lib/language.js';
import { searchOf } from '../../lib/page-search.js';
import { usePlanView } from '../../lib/plan-view.js';
import { usePageTitle } from '../../lib/use-page-title.js';
import { AttentionFilters } from './attention-filter.js';
import './attention.css';

function Listed() {
  const { messages } = useLanguage();
  const words = messages.attention;
  const view = usePlanView();
  const filter = readAttentionFilter(useSearch({ from: '/app/plan/viec-can-xu-ly' }));
  const { data, error, refetch } = useListAttention(view);
  if (error !== null) return <FailurePanel error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={8} />;
  if (data.total === 0) return <p>{words.calm}</p>;
  const shown = data.items.filter((item) => matches(item, filter));
  return (
    <>
      <AttentionFilters items={data.items} filter={filter} />
      {shown.length > 0 ? (
        <AttentionGroups view={view} items={shown} heading="h2" />
      ) : (
        <p>
          {words.page.none}{' '}
          <Link to="." search={searchOf(view)}>
            {words.page.clear}
          </Link>
        </p>
      )}
    </>
  );
}

/** Everything that waits for somebody on the day viewed. */
export function AttentionPage() {
  const { messages } = useLanguage();
  const words = messages.attention.page;
  const view = usePlanView();
  const filter = readAttentionFilter(useSearch({ from: '/app/plan/viec-can-xu-ly' }));
  usePageTitle(words.heading);
  return (
    <>
      <nav className="page-back" aria-label={messages.pages.overview}>
        <Link to="/" search={searchOf(view)}>
          {words.back}
        </Link>
      </nav>
      <article className="attention-page">
        <div className="attention-top">
          <h1>{words.heading}</h1>
          <div className="attention-tools">
            <Link to="/tai-khoan" hash="lich">
              {words.calendar}
            </Link>
            <button type="button" className="text-button" onClick={() => print()}>
              {words.print}
            </button>
            <ExportMenu path="attention/export" query={{ year: view.year, asOf: view.asOf, urgency: filter.urgency ?? undefined, subject: filter.topic ?? undefined }} />
          </div>
        </div>
        <p className="muted">{words.explained}</p>
        <Listed />
      </article>
    </>
  );
}

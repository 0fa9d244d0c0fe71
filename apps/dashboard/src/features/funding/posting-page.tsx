import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { FailurePanel } from '../../components/failure-panel.js';
import { Notice } from '../../components/notice.js';
import { PageSkeleton } from '../../components/skeleton.js';
import { listClosingsOptions, listFundingSourcesOptions } from '../../lib/api/funding-sources.js';
import { useLanguage } from '../../lib/language.js';
import { searchOf } from '../../lib/page-search.js';
import { usePlanView } from '../../lib/plan-view.js';
import { usePageTitle } from '../../lib/use-page-title.js';
import { isClosed } from './closing-state.js';
import { PostingDone } from './posting-done.js';
import { PostingForm, type Posted } from './posting-form.js';
import './posting.css';

function Work() {
  const { messages } = useLanguage();
  const words = messages.funding.posting;
  const view = usePlanView();
  const sources = useQuery(listFundingSourcesOptions(view.year));
  const closings = useQuery(listClosingsOptions());
  const [round, setRound] = useState(0);
  const [posted, setPosted] = useState<Posted | null>(null);
  const [last, setLast] = useState<Posted['state'] | null>(null);
  if (sources.error !== null) return <FailurePanel error={sources.error} retry={() => void sources.refetch()} />;
  if (sources.data === undefined || closings.isPending) return <PageSkeleton />;
  if (isClosed(closings.data?.items ?? [], view.year)) {
    return (
      <Notice
        title={words.heading(view.year)}
        text={words.closed(view.year)}
        actions={
          <Link className="button" to="/kinh-phi/nguon" search={searchOf(view)}>
            {words.toSources}
          </Link>
        }
      />
    );
  }
  if (posted !== null) {
    return (
      <>
        <h1>{words.heading(view.year)}</h1>
        <PostingDone
          posted={posted}
          onNext={() => {
            setRound(round + 1);
            setLast(posted.state);
            setPosted(null);
          }}
        />
      </>
    );
  }
  return <PostingForm key={round} sources={sources.data.items} last={last} onDone={setPosted} />;
}

/** Enters what one paper says into the ledger of the year. */
export function PostingPage() {
  const { messages } = useLanguage();
  const view = usePlanView();
  usePageTitle(messages.funding.posting.add);
  return (
    <div className="funding posting-page">
      <p className="page-back">
        <Link to="/kinh-phi/so" search={searchOf(view)}>
          {messages.funding.ledger.heading}
        </Link>
      </p>
      <Work />
    </div>
  );
}

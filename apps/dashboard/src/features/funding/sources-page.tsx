import type { FundingSource } from '@ocop/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FailurePanel } from '../../components/failure-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { listFundingSourcesOptions } from '../../lib/api/funding-sources.js';
import { useLanguage } from '../../lib/language.js';
import { usePlanView } from '../../lib/plan-view.js';
import { useMay } from '../../lib/session.js';
import { usePageTitle } from '../../lib/use-page-title.js';
import { ClosingSection } from './closing-section.js';
import { FundingTop } from '../../components/funding-top.js';
import { NewSourceForm, SourceForm } from './source-form.js';
import { SourceTable } from './source-table.js';
import './sources.css';

function Sources() {
  const { messages } = useLanguage();
  const words = messages.funding.sources;
  const { year } = usePlanView();
  const { data, error, refetch } = useQuery(listFundingSourcesOptions(year));
  const mayWrite = useMay('fundingSources.write');
  const [editing, setEditing] = useState<FundingSource | 'new' | null>(null);
  const [saved, setSaved] = useState('');
  const open = (what: FundingSource | 'new') => {
    setSaved('');
    setEditing(what);
  };
  const done = (name: string) => {
    setSaved(words.saved(name));
    setEditing(null);
  };
  const close = () => setEditing(null);
  if (error !== null) return <FailurePanel error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={6} />;
  const next = Math.max(0, ...data.items.map(({ position }) => position)) + 1;
  return (
    <>
      <SourceTable sources={data.items} onChange={mayWrite ? open : null} />
      <p className="form-outcome" role="status">
        {saved}
      </p>
      {mayWrite && editing === null && (
        <p>
          <button type="button" className="tool-button" onClick={() => open('new')}>
            {words.add}
          </button>
        </p>
      )}
      {editing === 'new' && <NewSourceForm year={year} position={next} onDone={done} onCancel={close} />}
      {editing !== null && editing !== 'new' && <SourceForm key={editing.id} source={editing} onDone={done} onCancel={close} />}
    </>
  );
}

/** The sources of the year, and whether its ledger still takes entries. */
export function SourcesPage() {
  const { messages } = useLanguage();
  const { year } = usePlanView();
  const heading = messages.funding.sources.heading(year);
  usePageTitle(heading);
  return (
    <div className="funding">
      <FundingTop heading={heading} />
      <section className="source-register">
        <Sources />
      </section>
      <ClosingSection />
    </div>
  );
}

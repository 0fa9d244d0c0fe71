import type { LedgerClosing } from '@ocop/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EntryForm } from '../../components/entry-form.js';
import { FailurePanel } from '../../components/failure-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { TextInput } from '../../components/text-input.js';
import { useEntryForm } from '../../components/use-entry-form.js';
import { closeLedger, listClosingsOptions, reopenLedger } from '../../lib/api/funding-sources.js';
import { useLanguage } from '../../lib/language.js';
import { momentText } from '../../lib/moment-text.js';
import { usePlanView } from '../../lib/plan-view.js';
import { optional } from '../../lib/reading.js';
import { useMay } from '../../lib/session.js';
import { standingClosing } from './closing-state.js';

function CloseForm({ year, onDone }: { year: number; onDone: () => void }) {
  const { messages } = useLanguage();
  const words = messages.funding.closing;
  const entry = useEntryForm({
    record: `closing ${year}`, initial: { paper: '' }, send: closeLedger, onDone,
    read: ({ paper }, reader) => reader.as({ year, paper: optional(paper) }),
  });
  return (
    <EntryForm heading={words.close} submit={words.close} entry={entry} atRest>
      <TextInput label={words.paper} hint={messages.entry.paperHint} name="paper" value={entry.state.paper} onChange={(event) => entry.set({ paper: event.target.value })} refusal={entry.refusal('paper')} />
    </EntryForm>
  );
}

function ReopenForm({ year, onDone }: { year: number; onDone: () => void }) {
  const { messages } = useLanguage();
  const words = messages.funding.closing;
  const entry = useEntryForm({
    record: `reopening ${year}`, initial: { reason: '' }, send: reopenLedger, onDone,
    read: ({ reason }, reader) => reader.as({ year, reason: reader.text('reason', reason) }),
  });
  return (
    <EntryForm heading={words.reopen} submit={words.reopen} entry={entry} atRest>
      <TextInput label={words.reason} name="reason" value={entry.state.reason} onChange={(event) => entry.set({ reason: event.target.value })} refusal={entry.refusal('reason')} />
    </EntryForm>
  );
}

/** Every time the ledger of the year was closed and opened again. */
function History({ closings }: { closings: readonly LedgerClosing[] }) {
  const { messages, locale } = useLanguage();
  const words = messages.funding.closing;
  if (closings.length === 0) return null;
  return (
    <details>
      <summary>{words.history}</summary>
      <ul>
        {closings.map(({ closedBy, closedAt, paper, reopened }) => (
          <li key={closedAt}>
            {words.closedThen(closedBy ?? words.system, momentText(closedAt, locale))}
            {paper !== null && `. ${words.ofPaper(paper)}`}
            {reopened !== null && ` ${words.reopenedThen(reopened.by ?? words.system, momentText(reopened.at, locale), reopened.reason)}`}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Whether the ledger of the year is closed, by whom, and the way to close or reopen it. */
export function ClosingSection() {
  const { messages, locale } = useLanguage();
  const words = messages.funding.closing;
  const { year } = usePlanView();
  const { data, error, refetch } = useQuery(listClosingsOptions());
  const mayClose = useMay('funding.close');
  const [done, setDone] = useState('');
  const standing = standingClosing(data?.items ?? [], year);
  return (
    <section className="closing">
      <h2>{words.heading(year)}</h2>
      {error !== null && <FailurePanel error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton lines={3} />}
      {data !== undefined && (
        <>
          <p>{standing === null ? words.open : words.closed(standing.closedBy ?? words.system, momentText(standing.closedAt, locale))}</p>
          <p className="form-outcome" role="status">
            {done}
          </p>
          {mayClose &&
            (standing === null ? (
              <CloseForm key="close" year={year} onDone={() => setDone(words.doneClosed(year))} />
            ) : (
              <ReopenForm key="reopen" year={year} onDone={() => setDone(words.doneReopened(year))} />
            ))}
          <History closings={data.items.filter((closing) => closing.year === year)} />
        </>
      )}
    </section>
  );
}

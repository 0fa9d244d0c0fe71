import type { FundingSource, PostingReceipt } from '@ocop/contracts';
import { useMemo } from 'react';
import { EntryForm } from '../../components/entry-form.js';
import { TextArea } from '../../components/text-area.js';
import { TextInput } from '../../components/text-input.js';
import { useEntryForm } from '../../components/use-entry-form.js';
import { addPosting } from '../../lib/api/ledger.js';
import { useLanguage } from '../../lib/language.js';
import { usePlanView } from '../../lib/plan-view.js';
import { typedDay } from '../../lib/typed-day.js';
import { PostingParts } from './posting-parts.js';
import { PostingRecords } from './posting-records.js';
import { newPosting, readPosting, type PostingState } from './posting-state.js';

export interface Posted {
  receipt: PostingReceipt;
  state: PostingState;
}

interface PostingFormProps {
  sources: readonly FundingSource[];
  last: PostingState | null;
  onDone: (posted: Posted) => void;
}

/** One posting: when, from which sources, whose, by which paper. */
export function PostingForm({ sources, last, onDone }: PostingFormProps) {
  const { messages } = useLanguage();
  const words = messages.funding.posting;
  const { year, plan } = usePlanView();
  // Today, while it is a day of the year the ledger is of.
  const day = plan.lastAsOf.startsWith(String(year)) ? typedDay(plan.lastAsOf) : '';
  const read = useMemo(() => readPosting(year, words), [year, words]);
  const entry = useEntryForm({
    record: `posting ${year}`,
    initial: newPosting(crypto.randomUUID(), day, last),
    read,
    send: (body, accepted) => addPosting({ ...body, accepted }),
    onDone: (receipt) => onDone({ receipt, state: entry.state }),
  });
  const { state, set } = entry;
  const line = (name: 'occurredOn' | 'activity' | 'paperNumber' | 'paperOn' | 'reason', label: string, placeholder?: string) => (
    <TextInput label={label} name={name} placeholder={placeholder} value={state[name]} onChange={(event) => set({ [name]: event.target.value })} refusal={entry.refusal(name)} />
  );
  return (
    <EntryForm page heading={words.heading(year)} submit={words.submit} entry={entry} reason={line('reason', messages.entry.doubtful.reason)}>
      <div className="form-pair">
        {line('occurredOn', words.occurredOn, messages.entry.dayExample)}
        {line('paperNumber', words.paperNumber, messages.entry.decision.numberHint)}
        {line('paperOn', words.paperOn, messages.entry.dayExample)}
      </div>
      <PostingParts state={state} set={set} entry={entry} sources={sources} />
      <PostingRecords state={state} set={set} entry={entry} />
      {line('activity', words.activity, words.activityHint)}
      <TextArea label={words.note} name="note" value={state.note} onChange={(event) => set({ note: event.target.value })} refusal={entry.refusal('note')} />
    </EntryForm>
  );
}

import type { PlanForm } from '@ocop/contracts';
import { useMemo } from 'react';
import { EntryForm } from '../../components/entry-form.js';
import { TextArea } from '../../components/text-area.js';
import { TextInput } from '../../components/text-input.js';
import { useEntryForm } from '../../components/use-entry-form.js';
import { enterPlan } from '../../lib/api/plan-entry.js';
import { dayText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { typedDay } from '../../lib/typed-day.js';
import { BasisRows, RecipientRows, ReportRows, RoundRows, TargetRows } from './plan-lists.js';
import { onOneLine, planAfter, readPlan, titleFor, type PlanState } from './plan-state.js';

interface PlanEntryFormProps {
  /** The plan the new one goes on from. */
  before: PlanForm;
  onDone: (year: number) => void;
  onCancel: () => void;
}

/** The plan of a new year: what the earlier one says beside what the new one sets. */
export function PlanEntryForm({ before, onDone, onCancel }: PlanEntryFormProps) {
  const { messages, locale } = useLanguage();
  const words = messages.planEntry;
  const read = useMemo(() => readPlan(before.year, words), [before.year, words]);
  const entry = useEntryForm({
    record: `plan after ${before.year}`, initial: planAfter(before, typedDay), read, send: enterPlan, onDone: (_, { year }) => onDone(year),
  });
  const { state, set } = entry;
  const was = (value: string) => words.was(before.year, value);
  const line = (name: 'number' | 'issuedOn' | 'supplementBefore' | 'onBehalfOf' | 'signatory', path: string, more: { hint?: string; placeholder?: string } = {}) => (
    <TextInput label={words[name]} name={path} {...more} value={state[name]} onChange={(event) => set({ [name]: event.target.value })} refusal={entry.refusal(path)} />
  );
  const day = (value: string) => ({ hint: was(dayText(value, locale)), placeholder: messages.entry.dayExample });
  // The title names the year, as long as nobody wrote another.
  const chooseYear = (year: string) => set({ year, ...(state.title === titleFor(before, state.year) ? { title: titleFor(before, year) } : {}) } satisfies Partial<PlanState>);
  const lists = { state, set, entry, before };
  return (
    <EntryForm page heading={words.heading} submit={words.submit} entry={entry} onCancel={onCancel}>
      <p className="muted">{words.intro(before.year)}</p>
      <div className="form-pair">
        <TextInput label={words.year} name="year" hint={words.after(before.year)} inputMode="numeric" value={state.year} onChange={(event) => chooseYear(event.target.value)} refusal={entry.refusal('year')} />
        {line('number', 'number', { hint: was(before.number) })}
        {line('issuedOn', 'issuedOn', day(before.issuedOn))}
      </div>
      <TextArea label={words.title} name="title" rows={2} value={state.title} onChange={(event) => set({ title: onOneLine(event.target.value) })} refusal={entry.refusal('title')} />
      <TargetRows {...lists} />
      <RoundRows {...lists} />
      <ReportRows {...lists} />
      {line('supplementBefore', 'supplementBefore', day(before.supplementBefore))}
      <BasisRows {...lists} />
      <fieldset className="form-group plan-rows">
        <legend>{words.signature}</legend>
        {line('onBehalfOf', 'signature.onBehalfOf')}
        <TextArea label={words.capacity} name="signature.capacity" value={state.capacity} onChange={(event) => set({ capacity: event.target.value })} refusal={entry.refusal('signature.capacity')} />
        {line('signatory', 'signature.name')}
      </fieldset>
      <RecipientRows {...lists} />
    </EntryForm>
  );
}

import type { PlanForm } from '@ocop/contracts';
import type { ReactNode } from 'react';
import { TextArea } from '../../components/text-area.js';
import { TextInput } from '../../components/text-input.js';
import type { EntryForm as Entry } from '../../components/use-entry-form.js';
import { dayText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { BasisRows, RecipientRows, ReportRows, RoundRows, TargetRows } from './plan-lists.js';
import { onOneLine, type PlanState } from './plan-state.js';

interface PlanFieldsProps {
  state: PlanState;
  set: (changes: Partial<PlanState>) => void;
  entry: Entry<object>;
  /** The plan the form goes on from, shown beside; null = it puts this one right. */
  before: PlanForm | null;
  /** What stands before the number. */
  year?: ReactNode;
}

/** Everything that a plan says. */
export function PlanFields({ state, set, entry, before, year }: PlanFieldsProps) {
  const { messages, locale } = useLanguage();
  const words = messages.planEntry;
  const was = (value: (plan: PlanForm) => string) => (before === null ? {} : { hint: words.was(before.year, value(before)) });
  const line = (name: 'number' | 'issuedOn' | 'supplementBefore' | 'onBehalfOf' | 'signatory', path: string, more: { hint?: string; placeholder?: string } = {}) => (
    <TextInput label={words[name]} name={path} {...more} value={state[name]} onChange={(event) => set({ [name]: event.target.value })} refusal={entry.refusal(path)} />
  );
  const day = (name: 'issuedOn' | 'supplementBefore') => line(name, name, { placeholder: messages.entry.dayExample, ...was((plan) => dayText(plan[name], locale)) });
  const lists = { state, set, entry, before };
  return (
    <>
      <div className="form-pair">
        {year}
        {line('number', 'number', was(({ number }) => number))}
        {day('issuedOn')}
      </div>
      <TextArea label={words.title} name="title" rows={2} value={state.title} onChange={(event) => set({ title: onOneLine(event.target.value) })} refusal={entry.refusal('title')} />
      <TargetRows {...lists} />
      <RoundRows {...lists} />
      <ReportRows {...lists} />
      {day('supplementBefore')}
      <BasisRows {...lists} />
      <fieldset className="form-group plan-rows">
        <legend>{words.signature}</legend>
        {line('onBehalfOf', 'signature.onBehalfOf')}
        <TextArea label={words.capacity} name="signature.capacity" value={state.capacity} onChange={(event) => set({ capacity: event.target.value })} refusal={entry.refusal('signature.capacity')} />
        {line('signatory', 'signature.name')}
      </fieldset>
      <RecipientRows {...lists} />
    </>
  );
}

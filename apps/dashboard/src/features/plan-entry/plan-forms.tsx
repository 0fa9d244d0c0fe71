import type { PlanForm } from '@ocop/contracts';
import { useMemo } from 'react';
import { EntryForm } from '../../components/entry-form.js';
import { TextInput } from '../../components/text-input.js';
import { useEntryForm } from '../../components/use-entry-form.js';
import { changePlan, enterPlan } from '../../lib/api/plan-entry.js';
import { useLanguage } from '../../lib/language.js';
import { PlanFields } from './plan-fields.js';
import { changeOf, planAfter, presentPlan, readPlan, readPlanChange, titleFor } from './plan-state.js';

interface FormProps {
  onDone: (year: number) => void;
  onCancel: () => void;
}

/** The plan of a new year: what the earlier one says beside what the new one sets. */
export function NewPlanForm({ before, onDone, onCancel }: FormProps & { before: PlanForm }) {
  const { messages } = useLanguage();
  const words = messages.planEntry;
  const read = useMemo(() => readPlan(before.year, words), [before.year, words]);
  const entry = useEntryForm({ record: `plan after ${before.year}`, initial: planAfter(before), read, send: enterPlan, onDone: (_, { year }) => onDone(year) });
  const { state, set } = entry;
  // The title names the year, as long as nobody wrote another.
  const chooseYear = (year: string) => set({ year, ...(state.title === titleFor(before, state.year) ? { title: titleFor(before, year) } : {}) });
  const year = (
    <TextInput label={words.year} name="year" hint={words.after(before.year)} inputMode="numeric" value={state.year} onChange={(event) => chooseYear(event.target.value)} refusal={entry.refusal('year')} />
  );
  return (
    <EntryForm page heading={words.heading} submit={words.submit} entry={entry} onCancel={onCancel}>
      <p className="muted">{words.intro(before.year)}</p>
      <PlanFields state={state} set={set} entry={entry} before={before} year={year} />
    </EntryForm>
  );
}

/** Rows of a list as one text. */
const say = (_: string, value: unknown): string | null =>
  Array.isArray(value) ? value.map((row: unknown) => (typeof row === 'object' && row !== null ? Object.values(row).filter((one) => one !== '').join(', ') : String(row))).join('; ') : null;

/** Puts right what a plan says. */
export function PlanChangeForm({ plan, onDone, onCancel }: FormProps & { plan: PlanForm }) {
  const { messages } = useLanguage();
  const words = messages.planEntry;
  const read = useMemo(() => readPlanChange(words), [words]);
  const entry = useEntryForm({ record: `plan ${plan.year}`, initial: changeOf(plan), read, send: changePlan(plan.year), present: presentPlan, onDone: () => onDone(plan.year) });
  const { state, set } = entry;
  return (
    <EntryForm page heading={words.changeOf(plan.year)} submit={words.submitChange} entry={entry} onCancel={onCancel} say={say}>
      <p className="muted">{words.changeIntro}</p>
      <PlanFields state={state} set={set} entry={entry} before={null} />
      <TextInput label={messages.entry.changeReason} name="reason" value={state.reason} onChange={(event) => set({ reason: event.target.value })} refusal={entry.refusal('reason')} />
    </EntryForm>
  );
}

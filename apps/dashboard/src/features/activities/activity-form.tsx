import type { NewActivity, PlanDetail, Unit } from '@ocop/contracts';
import { useMemo } from 'react';
import { EntryForm } from '../../components/entry-form.js';
import { SelectInput } from '../../components/select-input.js';
import { TextArea } from '../../components/text-area.js';
import { TextInput } from '../../components/text-input.js';
import { useEntryForm } from '../../components/use-entry-form.js';
import { addActivity } from '../../lib/api/activities.js';
import { useLanguage } from '../../lib/language.js';
import { usePlanView } from '../../lib/plan-view.js';
import { typedDay } from '../../lib/typed-day.js';
import { newActivity, readActivity, WHOLE, type ActivityBefore, type ActivityState } from './activity-state.js';

interface ActivityFormProps {
  workAreas: PlanDetail['workAreas'];
  communes: readonly Unit[];
  /** Whether it may be of the whole locality. */
  whole: boolean;
  before: ActivityBefore | undefined;
  onDone: (body: NewActivity, state: ActivityState) => void;
  onCancel: () => void;
}

/** One activity: of which work area, what, when, where, with how many, by which paper. */
export function ActivityForm({ workAreas, communes, whole, before, onDone, onCancel }: ActivityFormProps) {
  const { messages } = useLanguage();
  const words = messages.activities;
  const { year, plan } = usePlanView();
  // Today, while it is a day of the plan's year.
  const day = plan.lastAsOf.startsWith(String(year)) ? typedDay(plan.lastAsOf) : '';
  const only = whole || communes.length > 1 ? undefined : communes[0];
  const read = useMemo(() => readActivity(year, words), [year, words]);
  const entry = useEntryForm({
    record: `activity ${year}${before?.takenBack === undefined ? '' : ` again ${before.takenBack}`}`,
    initial: { ...newActivity(day, String(only?.id ?? '')), ...before?.fields },
    read,
    send: addActivity,
    onDone: (_, body) => onDone(body, entry.state),
  });
  const { state, set } = entry;
  const line = (name: 'name' | 'heldOn' | 'endedOn' | 'participants' | 'paper', label: string, more: { hint?: string; placeholder?: string; inputMode?: 'numeric' } = {}) => (
    <TextInput label={label} name={name} autoComplete="off" {...more} value={state[name]} onChange={(event) => set({ [name]: event.target.value })} refusal={entry.refusal(name)} />
  );
  const example = { placeholder: messages.entry.dayExample };
  return (
    <EntryForm page heading={words.newHeading(year)} submit={words.submit} entry={entry} onCancel={onCancel}>
      <SelectInput
        label={words.columns.workArea}
        name="workArea"
        value={state.workArea}
        none={messages.entry.none}
        choices={workAreas.map(({ no, name }) => ({ value: String(no), name: words.area(no, name) }))}
        onChoose={(workArea) => set({ workArea })}
        refusal={entry.refusal('workArea')}
      />
      {line('name', words.name, { hint: words.nameHint })}
      <div className="form-pair">
        {line('heldOn', state.severalDays ? words.fromDay : words.onDay, example)}
        {state.severalDays && line('endedOn', words.toDay, example)}
      </div>
      <p>
        <label className="form-check">
          <input type="checkbox" checked={state.severalDays} onChange={(event) => set({ severalDays: event.target.checked })} />
          {words.severalDays}
        </label>
      </p>
      <div className="form-pair">
        <SelectInput
          label={words.columns.unit}
          name="unitId"
          value={state.place}
          none={messages.entry.none}
          choices={[...(whole ? [{ value: WHOLE, name: words.whole }] : []), ...communes.map(({ id, fullName }) => ({ value: String(id), name: fullName }))]}
          onChoose={(place) => set({ place })}
          refusal={entry.refusal('unitId')}
        />
        {line('participants', words.columns.participants, { placeholder: words.participantsHint, inputMode: 'numeric' })}
      </div>
      {line('paper', messages.entry.paper, { hint: messages.entry.paperHint })}
      <TextArea label={messages.entry.note} name="note" value={state.note} onChange={(event) => set({ note: event.target.value })} refusal={entry.refusal('note')} />
    </EntryForm>
  );
}

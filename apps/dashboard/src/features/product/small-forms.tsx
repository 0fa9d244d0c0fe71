import { INSPECTION_OUTCOMES, type NewInspection, type NewRevocation, type Recognition } from '@ocop/contracts';
import { EntryForm } from '../../components/entry-form.js';
import { SelectInput } from '../../components/select-input.js';
import { TextArea } from '../../components/text-area.js';
import { TextInput } from '../../components/text-input.js';
import { useEntryForm } from '../../components/use-entry-form.js';
import { addInspection } from '../../lib/api/products.js';
import { revokeRecognition } from '../../lib/api/registration-facts.js';
import { useLanguage } from '../../lib/language.js';
import { optional, type FormReader, type Reading } from '../../lib/reading.js';
import { typedDay } from '../../lib/typed-day.js';
import type { FormProps } from './form-props.js';

interface RevocationState {
  revokedOn: string;
  paper: string;
  reason: string;
}

const readRevocation = ({ revokedOn, paper, reason }: RevocationState, reader: FormReader): Reading<NewRevocation> =>
  reader.as({ revokedOn: reader.day('revokedOn', revokedOn), paper, reason });

/** Enters that a certificate was revoked. */
export function RevocationForm({ decision, today, onDone, onCancel }: FormProps & { decision: Recognition }) {
  const { messages } = useLanguage();
  const words = messages.entry.revocation;
  const initial: RevocationState = { revokedOn: typedDay(today), paper: '', reason: '' };
  const entry = useEntryForm({ record: `revocation ${decision.id}`, initial, read: readRevocation, send: revokeRecognition(decision.id), onDone: () => onDone({ text: words.done }) });
  const { state, set } = entry;
  return (
    <EntryForm heading={words.heading(decision.decisionNumber)} submit={words.submit} entry={entry} onCancel={onCancel}>
      <div className="form-pair">
        <TextInput label={words.on} placeholder={messages.entry.dayExample} name="revokedOn" value={state.revokedOn} onChange={(event) => set({ revokedOn: event.target.value })} refusal={entry.refusal('revokedOn')} />
        <TextInput label={words.paper} placeholder={messages.entry.decision.numberHint} name="paper" value={state.paper} onChange={(event) => set({ paper: event.target.value })} refusal={entry.refusal('paper')} />
      </div>
      <TextInput label={messages.entry.reason} name="reason" value={state.reason} onChange={(event) => set({ reason: event.target.value })} refusal={entry.refusal('reason')} />
    </EntryForm>
  );
}

interface InspectionState {
  inspectedOn: string;
  outcome: NewInspection['outcome'] | null;
  findings: string;
  paper: string;
}

const readInspection = ({ inspectedOn, outcome, findings, paper }: InspectionState, reader: FormReader): Reading<NewInspection> =>
  reader.as({ inspectedOn: reader.day('inspectedOn', inspectedOn), outcome: reader.choice('outcome', outcome), findings: optional(findings), paper: optional(paper) });

/** Enters an inspection of a product (clause III.6). */
export function InspectionForm({ productId, today, onDone, onCancel }: FormProps & { productId: number }) {
  const { messages } = useLanguage();
  const words = messages.entry.inspection;
  const initial: InspectionState = { inspectedOn: typedDay(today), outcome: null, findings: '', paper: '' };
  const entry = useEntryForm({ record: `inspection ${productId}`, initial, read: readInspection, send: addInspection(productId), onDone: () => onDone({ text: words.done }) });
  const { state, set } = entry;
  return (
    <EntryForm heading={words.heading} submit={words.submit} entry={entry} onCancel={onCancel}>
      <div className="form-pair">
        <TextInput label={words.on} placeholder={messages.entry.dayExample} name="inspectedOn" value={state.inspectedOn} onChange={(event) => set({ inspectedOn: event.target.value })} refusal={entry.refusal('inspectedOn')} />
        <SelectInput
          label={words.outcome}
          name="outcome"
          value={state.outcome ?? ''}
          none={messages.entry.none}
          choices={INSPECTION_OUTCOMES.map((one) => ({ value: one, name: messages.programme.story.outcomes[one] }))}
          onChoose={(value) => set({ outcome: INSPECTION_OUTCOMES.find((one) => one === value) ?? null })}
          refusal={entry.refusal('outcome')}
        />
      </div>
      <TextArea label={words.findings} name="findings" value={state.findings} onChange={(event) => set({ findings: event.target.value })} refusal={entry.refusal('findings')} />
      <TextInput label={messages.entry.paper} hint={messages.entry.paperHint} name="paper" value={state.paper} onChange={(event) => set({ paper: event.target.value })} refusal={entry.refusal('paper')} />
    </EntryForm>
  );
}

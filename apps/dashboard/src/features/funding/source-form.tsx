import type { FundingSource } from '@ocop/contracts';
import { domainMessages, FUNDING_SOURCE_KINDS } from '@ocop/domain';
import { useMemo } from 'react';
import { EntryForm } from '../../components/entry-form.js';
import { SelectInput } from '../../components/select-input.js';
import { TextArea } from '../../components/text-area.js';
import { TextInput } from '../../components/text-input.js';
import { useEntryForm, type EntryForm as Entry } from '../../components/use-entry-form.js';
import { addFundingSource, changeFundingSource } from '../../lib/api/funding-sources.js';
import { useLanguage } from '../../lib/language.js';
import { AmountInput } from '../../components/amount-input.js';
import { changeOf, newSource, presentSource, readSource, readSourceChange, type SourceState } from './source-state.js';

interface FieldsProps {
  state: SourceState;
  set: (changes: Partial<SourceState>) => void;
  entry: Entry<object>;
}

function useSourceWords() {
  const { messages } = useLanguage();
  const { amountFaults } = messages.funding.posting;
  const { positionFault } = messages.funding.sources;
  return useMemo(() => ({ amountFaults, positionFault }), [amountFaults, positionFault]);
}

function Fields({ state, set, entry }: FieldsProps) {
  const { messages } = useLanguage();
  const words = messages.funding.sources;
  const line = (name: 'position' | 'name' | 'clause' | 'legalBasis' | 'validFrom' | 'validTo', more: { hint?: string; placeholder?: string } = {}) => (
    <TextInput label={words.fields[name]} name={name} {...more} value={state[name]} onChange={(event) => set({ [name]: event.target.value })} refusal={entry.refusal(name)} />
  );
  const day = { placeholder: messages.entry.dayExample };
  return (
    <>
      {line('name')}
      <div className="form-pair">
        {line('clause')}
        {line('position')}
      </div>
      {line('legalBasis', { hint: words.legalBasisHint })}
      <div className="form-pair">
        {line('validFrom', day)}
        {line('validTo', day)}
      </div>
      <AmountInput label={words.fields.ceiling} name="ceiling" hint={words.ceilingHint} value={state.ceiling} refusal={entry.refusal('ceiling')} onType={(ceiling) => set({ ceiling })} />
      <TextArea label={words.fields.eligibility} name="eligibility" value={state.eligibility} onChange={(event) => set({ eligibility: event.target.value })} refusal={entry.refusal('eligibility')} />
    </>
  );
}

interface FormProps {
  onDone: (name: string) => void;
  onCancel: () => void;
}

/** Enters a source of the year: a new resolution is data, not program. */
export function NewSourceForm({ year, position, onDone, onCancel }: FormProps & { year: number; position: number }) {
  const { messages, locale } = useLanguage();
  const words = messages.funding.sources;
  const source = useSourceWords();
  const read = useMemo(() => readSource(year, source), [year, source]);
  const entry = useEntryForm({ record: `funding source of ${year}`, initial: newSource(position), read, send: addFundingSource, onDone: (_, { name }) => onDone(name) });
  const { state, set } = entry;
  return (
    <EntryForm heading={words.add} submit={words.submitAdd} entry={entry} onCancel={onCancel}>
      <SelectInput
        label={words.fields.kind}
        hint={words.kindHint}
        name="kind"
        value={state.kind ?? ''}
        none={messages.entry.none}
        choices={FUNDING_SOURCE_KINDS.map((kind) => ({ value: kind, name: domainMessages[locale].fundingSourceKindNames[kind] }))}
        onChoose={(value) => set({ kind: FUNDING_SOURCE_KINDS.find((kind) => kind === value) ?? null })}
        refusal={entry.refusal('kind')}
      />
      <Fields state={state} set={set} entry={entry} />
    </EntryForm>
  );
}

/** Changes what is known of a source; its kind stays. */
export function SourceForm({ source, onDone, onCancel }: FormProps & { source: FundingSource }) {
  const { messages } = useLanguage();
  const words = messages.funding.sources;
  const faults = useSourceWords();
  const read = useMemo(() => readSourceChange(faults), [faults]);
  const entry = useEntryForm({
    record: `funding source ${source.id}`, initial: changeOf(source), read, send: changeFundingSource(source.id), present: presentSource, onDone: (_, { name }) => onDone(name),
  });
  const { state, set } = entry;
  return (
    <EntryForm heading={words.changeOf(source.name)} submit={words.submitChange} entry={entry} onCancel={onCancel}>
      <Fields state={state} set={set} entry={entry} />
      <TextInput label={messages.entry.changeReason} hint={messages.entry.optional} name="reason" value={state.reason} onChange={(event) => set({ reason: event.target.value })} refusal={entry.refusal('reason')} />
    </EntryForm>
  );
}

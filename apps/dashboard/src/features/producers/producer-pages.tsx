import type { Producer } from '@ocop/contracts';
import { compareVietnamese, domainMessages, PRODUCER_KINDS } from '@ocop/domain';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { EntryForm } from '../../components/entry-form.js';
import { FailurePanel } from '../../components/failure-panel.js';
import { SelectInput } from '../../components/select-input.js';
import { PageSkeleton } from '../../components/skeleton.js';
import { TextInput } from '../../components/text-input.js';
import { useEntryForm, type EntryForm as Entry } from '../../components/use-entry-form.js';
import { useListUnits } from '../../lib/api/list-units.js';
import { addProducer, changeProducer, getProducerOptions } from '../../lib/api/producers.js';
import { useLanguage } from '../../lib/language.js';
import { readPageSearch } from '../../lib/page-search.js';
import { useMay } from '../../lib/session.js';
import { usePageTitle } from '../../lib/use-page-title.js';
import { changeOf, kindOf, NEW_PRODUCER, presentProducer, readProducer, readProducerChange, type ProducerState } from './producer-state.js';
import './producers.css';

interface FieldsProps {
  state: ProducerState;
  set: (changes: Partial<ProducerState>) => void;
  entry: Entry<object>;
}

const useCommunes = () => {
  const { data } = useListUnits({ ever: 'true' });
  return (data?.items ?? []).filter(({ level }) => level === 'commune').toSorted((a, b) => compareVietnamese(a.name, b.name));
};

function Fields({ state, set, entry }: FieldsProps) {
  const { messages, locale } = useLanguage();
  const words = messages.entry.producer;
  const communes = useCommunes();
  return (
    <>
      <TextInput label={words.name} hint={words.nameHint} name="name" autoComplete="off" value={state.name} onChange={(event) => set({ name: event.target.value })} refusal={entry.refusal('name')} />
      <div className="form-pair">
        <SelectInput
          label={words.kind}
          name="kind"
          value={kindOf(state) ?? ''}
          none={messages.entry.none}
          choices={PRODUCER_KINDS.map((kind) => ({ value: kind, name: domainMessages[locale].producerKindNames[kind] }))}
          onChoose={(value) => set({ kind: PRODUCER_KINDS.find((kind) => kind === value) ?? null })}
          refusal={entry.refusal('kind')}
        />
        <SelectInput
          label={words.unit}
          name="unitId"
          value={state.unitId === null ? '' : String(state.unitId)}
          none={messages.entry.none}
          choices={communes.map(({ id, fullName }) => ({ value: String(id), name: fullName }))}
          onChoose={(value) => set({ unitId: value === '' ? null : Number(value) })}
          refusal={entry.refusal('unitId')}
        />
      </div>
      <TextInput label={words.aliases} hint={words.aliasesHint} name="aliases" value={state.aliases} onChange={(event) => set({ aliases: event.target.value })} refusal={entry.refusal('aliases')} />
    </>
  );
}

function Back() {
  const { messages } = useLanguage();
  return (
    <p>
      <Link to="/so-chu-the" search={readPageSearch}>
        {messages.programme.producers.back}
      </Link>
    </p>
  );
}

/** Enters a producer into the register. */
export function NewProducerPage() {
  const { messages } = useLanguage();
  const words = messages.entry.producer;
  const navigate = useNavigate();
  usePageTitle(words.add);
  const entry = useEntryForm({
    record: 'new producer', initial: NEW_PRODUCER, read: readProducer, send: addProducer,
    onDone: ({ id }) => void navigate({ to: '/so-chu-the/$id', params: { id: String(id) }, search: readPageSearch }),
  });
  return (
    <div className="producer-page">
      <Back />
      <EntryForm page heading={words.add} submit={words.submitAdd} entry={entry}>
        <Fields state={entry.state} set={entry.set} entry={entry} />
      </EntryForm>
    </div>
  );
}

function ProducerForm({ producer }: { producer: Producer }) {
  const { messages, locale } = useLanguage();
  const words = messages.entry.producer;
  const communes = useCommunes();
  const [saved, setSaved] = useState(0);
  const say = (field: string, value: unknown): string | null => {
    if (field === 'kind') return domainMessages[locale].producerKindNames[PRODUCER_KINDS.find((kind) => kind === value) ?? 'household'];
    return field === 'unitId' ? (communes.find(({ id }) => id === value)?.fullName ?? null) : null;
  };
  return (
    <>
      <p className="form-outcome" role="status">
        {saved > 0 ? words.saved(producer.name) : ''}
      </p>
      <Change key={`${producer.id} ${saved}`} producer={producer} onSaved={() => setSaved(saved + 1)} say={say} />
    </>
  );
}

function Change({ producer, onSaved, say }: { producer: Producer; onSaved: () => void; say: (field: string, value: unknown) => string | null }) {
  const { messages } = useLanguage();
  const words = messages.entry.producer;
  const entry = useEntryForm({
    record: `producer ${producer.id}`, initial: changeOf(producer), read: readProducerChange, send: changeProducer(producer.id), present: presentProducer, onDone: onSaved,
  });
  return (
    <EntryForm heading={words.change} submit={words.submitChange} entry={entry} atRest say={say}>
      <Fields state={entry.state} set={entry.set} entry={entry} />
      <TextInput
        label={messages.entry.changeReason}
        hint={messages.entry.optional}
        name="reason"
        value={entry.state.reason}
        onChange={(event) => entry.set({ reason: event.target.value })}
        refusal={entry.refusal('reason')}
      />
    </EntryForm>
  );
}

/** One producer: who it is, its products, and its form to whom it is for. */
export function ProducerPage() {
  const { messages, locale } = useLanguage();
  const { id } = useParams({ from: '/app/so-chu-the/$id' });
  const { data: producer, error, refetch } = useQuery(getProducerOptions(Number(id)));
  const mayChange = useMay('producers.write');
  const mayAddProduct = useMay('products.write');
  usePageTitle(producer?.name ?? messages.programme.producers.heading);
  return (
    <div className="producer-page">
      <Back />
      {error !== null && producer === undefined && <FailurePanel error={error} retry={() => void refetch()} />}
      {producer === undefined && error === null && <PageSkeleton />}
      {producer !== undefined && (
        <>
          <h1>{producer.name}</h1>
          <p className="muted">
            {domainMessages[locale].producerKindNames[producer.kind]} · {producer.unitName}
          </p>
          <p className="producer-links">
            <Link to="/so-san-pham" search={(before) => ({ ...readPageSearch(before), producer: String(producer.id) })}>
              {messages.entry.producer.products(producer.products)}
            </Link>
            {mayAddProduct && (
              <Link to="/so-san-pham/moi" search={(before) => ({ ...readPageSearch(before), producer: String(producer.id) })}>
                {messages.entry.product.add}
              </Link>
            )}
          </p>
          {mayChange ? <ProducerForm producer={producer} /> : <p className="muted">{messages.entry.producer.readOnly}</p>}
        </>
      )}
    </div>
  );
}

import type { Registration } from '@ocop/contracts';
import { domainMessages, REGISTRATION_KINDS, type Day, type RegistrationKind } from '@ocop/domain';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { EntryForm } from '../../components/entry-form.js';
import { RecordChoice } from '../../components/record-choice.js';
import { SelectInput } from '../../components/select-input.js';
import { TextArea } from '../../components/text-area.js';
import { TextInput } from '../../components/text-input.js';
import { useEntryForm } from '../../components/use-entry-form.js';
import { listProductsOptions } from '../../lib/api/products.js';
import { addRegistration, changeRegistration } from '../../lib/api/registration-facts.js';
import { useLanguage } from '../../lib/language.js';
import { readPageSearch } from '../../lib/page-search.js';
import { typedDay } from '../../lib/typed-day.js';
import { usePause } from '../../lib/use-pause.js';
import type { Done } from './form-props.js';
import { presentRegistration } from './registration-seen.js';
import { readRegistration, readRegistrationChange, registrationChangeOf, type NewRegistrationState } from './registration-state.js';
import { RoundInput } from './round-input.js';
import { useSeenWords } from './use-seen-words.js';

const FOUND = 20;

function KindInput({ kind, onChoose, refusal }: { kind: RegistrationKind; onChoose: (kind: RegistrationKind) => void; refusal: string | null }) {
  const { messages, locale } = useLanguage();
  return (
    <SelectInput
      label={messages.entry.registration.kind}
      name="kind"
      value={kind}
      choices={REGISTRATION_KINDS.map((one) => ({ value: one, name: domainMessages[locale].registrationKindNames[one] }))}
      onChoose={(value) => onChoose(REGISTRATION_KINDS.find((one) => one === value) ?? 'new')}
      refusal={refusal}
    />
  );
}

/** The product to register, found in the register. */
function ProductChoice({ state, set, refusal }: { state: NewRegistrationState; set: (changes: Partial<NewRegistrationState>) => void; refusal: string | null }) {
  const { messages } = useLanguage();
  const words = messages.entry.registration;
  const asked = usePause(state.productId === null ? state.productName : '');
  const found = useQuery({ ...listProductsOptions({ search: asked, pageSize: FOUND }), placeholderData: keepPreviousData });
  return (
    <>
      <RecordChoice
        label={words.product}
        hint={messages.entry.product.producerHint}
        typed={state.productName}
        chosen={state.productId}
        options={(found.data?.items ?? []).map(({ id, name, producerName, unitName }) => ({ id, name, detail: `${producerName}, ${unitName}` }))}
        waiting={found.isFetching}
        onChange={(productName, productId) => {
          const chosen = found.data?.items.find(({ id }) => id === productId);
          set({ productName, productId, ...(chosen === undefined ? {} : { kind: chosen.certificate === 'none' ? 'new' : 're-evaluation' }) });
        }}
        refusal={refusal}
      />
      <p>
        <Link to="/so-san-pham/moi" search={readPageSearch}>
          {words.newProduct}
        </Link>
      </p>
    </>
  );
}

interface NewRegistrationProps {
  /** Null = still to be chosen. */
  product: { id: number; name: string } | null;
  kind: RegistrationKind;
  year: number;
  years: readonly number[];
  today: Day;
  onDone: (done: Done, productId: number) => void;
  onCancel: () => void;
}

/** Puts a product on the list of a plan year. */
export function NewRegistrationForm({ product, kind, year, years, today, onDone, onCancel }: NewRegistrationProps) {
  const { messages } = useLanguage();
  const words = messages.entry.registration;
  const initial: NewRegistrationState = {
    year, productId: product?.id ?? null, productName: product?.name ?? '', kind, registeredOn: typedDay(today), round: '', paper: '', note: '',
  };
  const entry = useEntryForm({
    record: `registration of ${product?.id ?? 'a product'}`, initial, read: readRegistration, send: addRegistration,
    onDone: (_, { productId, year: of }) => onDone({ text: words.done(of) }, productId),
  });
  const { state, set } = entry;
  return (
    <EntryForm page={product === null} heading={words.add} submit={words.submitAdd} entry={entry} onCancel={onCancel}>
      {product === null && <ProductChoice state={state} set={set} refusal={entry.refusal('productId')} />}
      <div className="form-pair">
        <SelectInput label={words.year} name="year" value={String(state.year)} choices={years.map((one) => ({ value: String(one), name: String(one) }))} onChoose={(value) => set({ year: Number(value) })} refusal={entry.refusal('year') ?? (product === null ? null : entry.refusal('productId'))} />
        <KindInput kind={state.kind} onChoose={(chosen) => set({ kind: chosen })} refusal={entry.refusal('kind')} />
      </div>
      <div className="form-pair">
        <TextInput label={words.on} placeholder={messages.entry.dayExample} name="registeredOn" value={state.registeredOn} onChange={(event) => set({ registeredOn: event.target.value })} refusal={entry.refusal('registeredOn')} />
        <RoundInput year={state.year} value={state.round} onChoose={(round) => set({ round })} refusal={entry.refusal('roundNo')} />
      </div>
      <TextInput label={messages.entry.paper} hint={messages.entry.paperHint} name="paper" value={state.paper} onChange={(event) => set({ paper: event.target.value })} refusal={entry.refusal('paper')} />
      <TextArea label={messages.entry.note} name="note" value={state.note} onChange={(event) => set({ note: event.target.value })} refusal={entry.refusal('note')} />
    </EntryForm>
  );
}

/** Changes the kind or the note of a registration. */
export function RegistrationForm({ registration, onDone, onCancel }: { registration: Registration; onDone: (done: Done) => void; onCancel: () => void }) {
  const { messages } = useLanguage();
  const words = messages.entry.registration;
  const entry = useEntryForm({
    record: `registration ${registration.id}`, initial: registrationChangeOf(registration), read: readRegistrationChange,
    send: changeRegistration(registration.id), present: presentRegistration, onDone: () => onDone({ text: words.saved }),
  });
  const { state, set } = entry;
  return (
    <EntryForm heading={words.change} submit={words.submitChange} entry={entry} onCancel={onCancel} say={useSeenWords()}>
      <KindInput kind={state.kind} onChoose={(kind) => set({ kind })} refusal={entry.refusal('kind')} />
      <TextArea label={messages.entry.note} name="note" value={state.note} onChange={(event) => set({ note: event.target.value })} refusal={entry.refusal('note')} />
      <TextInput label={messages.entry.changeReason} name="reason" value={state.reason} onChange={(event) => set({ reason: event.target.value })} refusal={entry.refusal('reason')} />
    </EntryForm>
  );
}

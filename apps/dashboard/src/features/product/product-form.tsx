import type { Product } from '@ocop/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { EntryForm } from '../../components/entry-form.js';
import { RecordChoice } from '../../components/record-choice.js';
import { SelectInput } from '../../components/select-input.js';
import { TextInput } from '../../components/text-input.js';
import { useEntryForm, type EntryForm as Entry } from '../../components/use-entry-form.js';
import { listProducersOptions } from '../../lib/api/producers.js';
import { addProduct, changeProduct, listProductSetsOptions, listSimilarProductsOptions } from '../../lib/api/products.js';
import { useLanguage } from '../../lib/language.js';
import { readPageSearch } from '../../lib/page-search.js';
import { useMay } from '../../lib/session.js';
import { usePause } from '../../lib/use-pause.js';
import type { Done } from './form-props.js';
import { changeOf, newProductOf, presentProduct, readProduct, readProductChange, type Named, type ProductState } from './product-state.js';

const FOUND = 20;

interface FieldsProps {
  state: ProductState;
  set: (changes: Partial<ProductState>) => void;
  entry: Entry<object>;
  /** The product itself is not like itself. */
  own: number | null;
}

/** Products whose name reads alike: a warning, never a refusal (“Hương Văn” and “Hương Vân” are two). */
function Similar({ name, unit, own }: { name: string; unit: number | undefined; own: number | null }) {
  const { messages } = useLanguage();
  const words = messages.entry.product;
  const asked = usePause(name.trim());
  const { data } = useQuery({ ...listSimilarProductsOptions({ name: asked, ...(unit === undefined ? {} : { unit }) }), enabled: asked.length > 2 });
  const found = asked.length > 2 ? (data?.items.filter(({ id }) => id !== own) ?? []) : [];
  return (
    <div role="status">
      {found.length > 0 && (
        <div className="entry-restored">
          <p>{words.similar}</p>
          <ul>
            {found.map(({ id, name: other, producerName, unitName, sameUnit }) => (
              <li key={id}>
                <Link to="/san-pham/$id" params={{ id: String(id) }} search={readPageSearch}>
                  {other}
                </Link>{' '}
                <span className="muted">
                  {producerName}, {unitName}
                  {sameUnit && ` (${words.similarHere})`}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function Fields({ state, set, entry, own }: FieldsProps) {
  const { messages } = useLanguage();
  const words = messages.entry.product;
  const sets = useQuery(listProductSetsOptions());
  const asked = usePause(state.producerId === null ? state.producerName : '');
  const producers = useQuery({ ...listProducersOptions({ search: asked, pageSize: FOUND }), placeholderData: keepPreviousData });
  const unit = producers.data?.items.find(({ id }) => id === state.producerId)?.unitId;
  const mayAddProducer = useMay('producers.write');
  return (
    <>
      <TextInput label={words.name} name="name" autoComplete="off" value={state.name} onChange={(event) => set({ name: event.target.value })} refusal={entry.refusal('name')} />
      <Similar name={state.name} unit={unit} own={own} />
      <RecordChoice
        label={words.producer}
        hint={words.producerHint}
        typed={state.producerName}
        chosen={state.producerId}
        options={(producers.data?.items ?? []).map(({ id, name, unitName }) => ({ id, name, detail: unitName }))}
        waiting={producers.isFetching}
        onChange={(producerName, producerId) => set({ producerName, producerId })}
        refusal={entry.refusal('producerId')}
      />
      {mayAddProducer && (
        <p>
          <Link to="/so-chu-the/moi" search={readPageSearch}>
            {words.newProducer}
          </Link>
        </p>
      )}
      <SelectInput
        label={words.set}
        hint={words.setHint}
        name="productSetNo"
        value={state.productSetNo === null ? '' : String(state.productSetNo)}
        none={words.noSet}
        choices={(sets.data?.items ?? []).map(({ no, sector, group, name }) => ({ value: String(no), name: words.setName(no, name), group: group ?? sector }))}
        onChoose={(value) => set({ productSetNo: value === '' ? null : Number(value) })}
        refusal={entry.refusal('productSetNo')}
      />
      <TextInput
        label={messages.entry.producer.aliases}
        hint={messages.entry.producer.aliasesHint}
        name="aliases"
        value={state.aliases}
        onChange={(event) => set({ aliases: event.target.value })}
        refusal={entry.refusal('aliases')}
      />
    </>
  );
}

/** Enters a product into the register; of a producer, when one comes from there. */
export function NewProductForm({ producer, onDone }: { producer: Named | null; onDone: (id: number) => void }) {
  const { messages } = useLanguage();
  const words = messages.entry.product;
  const entry = useEntryForm({
    record: producer === null ? 'new product' : `new product of ${producer.id}`, initial: newProductOf(producer), read: readProduct, send: addProduct, onDone: ({ id }) => onDone(id),
  });
  return (
    <EntryForm page heading={words.add} submit={words.submitAdd} entry={entry}>
      <Fields state={entry.state} set={entry.set} entry={entry} own={null} />
    </EntryForm>
  );
}

/** Changes a product of the register. */
export function ProductForm({ product, onDone, onCancel }: { product: Product; onDone: (done: Done) => void; onCancel: () => void }) {
  const { messages } = useLanguage();
  const words = messages.entry.product;
  const sets = useQuery(listProductSetsOptions());
  const entry = useEntryForm({
    record: `product ${product.id}`, initial: changeOf(product), read: readProductChange, send: changeProduct(product.id), present: presentProduct,
    onDone: () => onDone({ text: words.saved }),
  });
  const say = (field: string, value: unknown) => (field === 'productSetNo' ? (sets.data?.items.find(({ no }) => no === value)?.name ?? null) : null);
  return (
    <EntryForm heading={words.change} submit={words.submitChange} entry={entry} onCancel={onCancel} say={say}>
      <Fields state={entry.state} set={entry.set} entry={entry} own={product.id} />
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

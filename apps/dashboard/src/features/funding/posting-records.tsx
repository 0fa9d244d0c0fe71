import { compareVietnamese } from '@ocop/domain';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { RecordChoice } from '../../components/record-choice.js';
import { SelectInput } from '../../components/select-input.js';
import type { EntryForm as Entry } from '../../components/use-entry-form.js';
import { getPlanOptions } from '../../lib/api/get-plan.js';
import { useListUnits } from '../../lib/api/list-units.js';
import { listProducersOptions } from '../../lib/api/producers.js';
import { listProductsOptions } from '../../lib/api/products.js';
import { useLanguage } from '../../lib/language.js';
import { usePlanView } from '../../lib/plan-view.js';
import { usePause } from '../../lib/use-pause.js';
import type { PostingState } from './posting-state.js';

const FOUND = 20;

interface RecordsProps {
  state: PostingState;
  set: (changes: Partial<PostingState>) => void;
  entry: Entry<object>;
}

/** The product, found in the register; it brings its producer and commune along. */
function ProductChoice({ state, set, entry }: RecordsProps) {
  const { messages } = useLanguage();
  const words = messages.funding.posting;
  const asked = usePause(state.productId === null ? state.productName : '');
  const found = useQuery({ ...listProductsOptions({ search: asked, pageSize: FOUND }), placeholderData: keepPreviousData });
  return (
    <RecordChoice
      label={words.product}
      hint={words.optional}
      typed={state.productName}
      chosen={state.productId}
      options={(found.data?.items ?? []).map(({ id, name, producerName, unitName }) => ({ id, name, detail: `${producerName}, ${unitName}` }))}
      waiting={found.isFetching}
      onChange={(productName, productId) => {
        const product = found.data?.items.find(({ id }) => id === productId);
        set({
          productName,
          productId,
          ...(product === undefined ? {} : { producerName: product.producerName, producerId: product.producerId, unitId: state.unitId ?? product.unitId }),
        });
      }}
      refusal={entry.refusal('productId')}
    />
  );
}

function ProducerChoice({ state, set, entry }: RecordsProps) {
  const { messages } = useLanguage();
  const words = messages.funding.posting;
  const asked = usePause(state.producerId === null ? state.producerName : '');
  const found = useQuery({ ...listProducersOptions({ search: asked, pageSize: FOUND }), placeholderData: keepPreviousData });
  return (
    <RecordChoice
      label={words.producer}
      hint={words.optional}
      typed={state.producerName}
      chosen={state.producerId}
      options={(found.data?.items ?? []).map(({ id, name, unitName }) => ({ id, name, detail: unitName }))}
      waiting={found.isFetching}
      onChange={(producerName, producerId) => set({ producerName, producerId })}
      refusal={entry.refusal('producerId')}
    />
  );
}

/** Whose money it is: commune, work area of the plan, product and producer; none of them is needed. */
export function PostingRecords(props: RecordsProps) {
  const { state, set, entry } = props;
  const { messages } = useLanguage();
  const words = messages.funding.posting;
  const plan = useQuery(getPlanOptions(usePlanView()));
  const units = useListUnits({ ever: 'true' });
  const communes = (units.data?.items ?? []).filter(({ level }) => level === 'commune').toSorted((a, b) => compareVietnamese(a.name, b.name));
  const idOf = (value: string) => (value === '' ? null : Number(value));
  return (
    <>
      <div className="form-pair">
        <SelectInput
          label={words.unit}
          name="unitId"
          value={String(state.unitId ?? '')}
          none={words.noUnit}
          choices={communes.map(({ id, fullName }) => ({ value: String(id), name: fullName }))}
          onChoose={(value) => set({ unitId: idOf(value) })}
          refusal={entry.refusal('unitId')}
        />
        <SelectInput
          label={words.workArea}
          name="workArea"
          value={String(state.workArea ?? '')}
          none={words.noWorkArea}
          choices={(plan.data?.workAreas ?? []).map(({ no, name }) => ({ value: String(no), name }))}
          onChoose={(value) => set({ workArea: idOf(value) })}
          refusal={entry.refusal('workArea')}
        />
      </div>
      <div className="form-pair">
        <ProductChoice {...props} />
        <ProducerChoice {...props} />
      </div>
    </>
  );
}

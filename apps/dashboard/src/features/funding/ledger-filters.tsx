import { domainMessages, FUNDING_STAGES, STAGES_OF_COLUMN } from '@ocop/domain';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FilterChoice } from '../../components/filter-choice.js';
import { SearchBox } from '../../components/search-box.js';
import { UnitChoice } from '../../components/unit-choice.js';
import { listFundingSourcesOptions } from '../../lib/api/funding-sources.js';
import { getPlanOptions } from '../../lib/api/get-plan.js';
import { getProductOptions } from '../../lib/api/products.js';
import { useLanguage } from '../../lib/language.js';
import { usePlanView } from '../../lib/plan-view.js';
import type { LedgerView } from './ledger-view.js';

const orNothing = (value: string) => (value === '' ? undefined : value);

/** A condition that is not chosen here but came along, and the way to drop it. */
function Condition({ children, onDrop }: { children: ReactNode; onDrop: () => void }) {
  const { messages } = useLanguage();
  return (
    <p className="ledger-condition">
      {children}{' '}
      <button type="button" className="text-button" onClick={onDrop}>
        {messages.funding.ledger.anyway}
      </button>
    </p>
  );
}

function OfProduct({ product, onDrop }: { product: string; onDrop: () => void }) {
  const { messages } = useLanguage();
  const words = messages.funding.ledger;
  const { data } = useQuery({ ...getProductOptions(Number(product)), enabled: /^\d+$/.test(product) });
  return <Condition onDrop={onDrop}>{product === 'none' ? words.ofNoProduct : words.ofProduct(data?.product.name ?? product)}</Condition>;
}

/** What narrows the ledger; all of it stands in the address. */
export function LedgerFilters({ search, change, filtered, clear }: LedgerView) {
  const { messages, locale } = useLanguage();
  const words = messages.funding.ledger;
  const view = usePlanView();
  const sources = useQuery(listFundingSourcesOptions(view.year));
  const plan = useQuery(getPlanOptions(view));
  const { fundingStageNames } = domainMessages[locale];
  const { month } = messages.funding.breakdown;
  const sums = [
    [STAGES_OF_COLUMN.planned.join(','), words.withPledged],
    [STAGES_OF_COLUMN.allocated.join(','), words.withAdjusted],
    [STAGES_OF_COLUMN.disbursed.join(','), words.withContributed],
  ] as const;
  const none = (chosen: string | undefined) => (chosen === 'none' ? ([['none', words.ofNone]] as const) : []);
  return (
    <>
      <form className="list-filters" role="search" aria-label={messages.programme.list.filters} onSubmit={(event) => event.preventDefault()}>
        <SearchBox hint={words.searchHint} search={search.search ?? ''} onSearch={(typed) => change({ search: orNothing(typed) })} />
        <FilterChoice label={words.filters.source} chosen={search.source ?? ''} options={(sources.data?.items ?? []).map(({ code, name }) => [code, name])} onChoose={(source) => change({ source: orNothing(source) })} />
        <FilterChoice
          label={words.filters.stage}
          chosen={search.stage ?? ''}
          options={[...sums, ...FUNDING_STAGES.map((stage) => [stage, fundingStageNames[stage]] as const)]}
          onChoose={(stage) => change({ stage: orNothing(stage) })}
        />
        <UnitChoice none={words.ofNone} chosen={search.unit ?? ''} onChoose={(unit) => change({ unit: orNothing(unit) })} />
        <FilterChoice
          label={words.filters.workArea}
          chosen={search.workArea ?? ''}
          options={[...(plan.data?.workAreas ?? []).map(({ no, name }) => [String(no), name] as const), ...none(search.workArea)]}
          onChoose={(workArea) => change({ workArea: orNothing(workArea) })}
        />
        <FilterChoice
          label={words.filters.month}
          chosen={search.month ?? ''}
          options={Array.from({ length: 12 }, (_, index) => [`${view.year}-${String(index + 1).padStart(2, '0')}`, month(String(index + 1), String(view.year))] as const)}
          onChoose={(chosen) => change({ month: orNothing(chosen) })}
        />
        <label className="form-check">
          <input type="checkbox" checked={search.warned === 'open'} onChange={(event) => change({ warned: event.target.checked ? 'open' : undefined })} />
          {words.warnedOnly}
        </label>
        {filtered && (
          <button type="button" className="text-button" onClick={clear}>
            {messages.products.clear}
          </button>
        )}
      </form>
      {search.product !== undefined && <OfProduct product={search.product} onDrop={() => change({ product: undefined })} />}
      {search.posting !== undefined && <Condition onDrop={() => change({ posting: undefined })}>{words.ofPosting}</Condition>}
      {search.entry !== undefined && <Condition onDrop={() => change({ entry: undefined })}>{words.ofEntry(search.entry)}</Condition>}
    </>
  );
}

import type { Registration } from '@ocop/contracts';
import { domainMessages, REGISTRATION_KINDS, REGISTRATION_STAGES, SUPPLEMENT_STATES } from '@ocop/domain';
import { FilterChoice } from '../../components/filter-choice.js';
import { SearchBox } from '../../components/search-box.js';
import { roundOptions, unitOptions } from '../../lib/filter-options.js';
import { useLanguage } from '../../lib/language.js';
import { isFiltered, NO_FILTERS, type ProductsView } from './products-view.js';

interface FilterProps {
  view: ProductsView;
  change: (changes: Partial<ProductsView>) => void;
}

/** Search and filters; every one is kept in the address. */
export function ProductFilters({ view, change, whole }: FilterProps & { whole: readonly Registration[] }) {
  const { messages, locale } = useLanguage();
  const words = messages.products;
  const { registrationKindNames, stageNames, supplementNames } = domainMessages[locale];
  const find = <T extends string>(options: readonly T[], value: string): T | null => options.find((option) => option === value) ?? null;
  return (
    <form className="list-filters" role="search" aria-label={words.filters} onSubmit={(event) => event.preventDefault()}>
      <SearchBox hint={words.searchHint} search={view.search} onSearch={(search) => change({ search, page: 1 })} />
      <FilterChoice
        label={words.kind}
        chosen={view.kind ?? ''}
        options={REGISTRATION_KINDS.map((kind) => [kind, registrationKindNames[kind]])}
        onChoose={(value) => change({ kind: find(REGISTRATION_KINDS, value), page: 1 })}
      />
      <FilterChoice
        label={words.stage}
        chosen={view.stage ?? ''}
        options={REGISTRATION_STAGES.map((stage) => [stage, stageNames[stage]])}
        onChoose={(value) => change({ stage: find(REGISTRATION_STAGES, value), page: 1 })}
      />
      <FilterChoice
        label={words.unit}
        chosen={view.unit === null ? '' : String(view.unit)}
        options={unitOptions(whole, view.unit, words.unknownUnit)}
        onChoose={(value) => change({ unit: value === '' ? null : Number(value), page: 1 })}
      />
      <FilterChoice
        label={words.columns.roundNo}
        chosen={view.round === null ? '' : String(view.round)}
        options={roundOptions(whole, view.round)}
        onChoose={(value) => change({ round: value === '' ? null : Number(value), page: 1 })}
      />
      <FilterChoice
        label={words.supplement}
        chosen={view.supplement ?? ''}
        options={SUPPLEMENT_STATES.map((state) => [state, supplementNames[state]])}
        onChoose={(value) => change({ supplement: find(SUPPLEMENT_STATES, value), page: 1 })}
      />
      {isFiltered(view) && (
        <button type="button" className="text-button product-clear" onClick={() => change(NO_FILTERS)}>
          {words.clear}
        </button>
      )}
    </form>
  );
}

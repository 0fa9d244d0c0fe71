import { PRODUCER_SORTS, producerQuerySchema, type Producer, type ProducerQuery } from '@ocop/contracts';
import { domainMessages, PRODUCER_KINDS } from '@ocop/domain';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FilterChoice } from '../../components/filter-choice.js';
import { SearchBox } from '../../components/search-box.js';
import { UnitChoice } from '../../components/unit-choice.js';
import { listProducersOptions } from '../../lib/api/producers.js';
import { useLanguage } from '../../lib/language.js';
import { readPageSearch } from '../../lib/page-search.js';
import { useMay } from '../../lib/session.js';
import { usePageTitle } from '../../lib/use-page-title.js';
import { RegisterList } from './register-list.js';
import { PAGE_SIZE, useRegister } from './use-register.js';
import './registers.css';

const ALL = ['name', 'kind', 'unitName', 'products', 'aliases'] as const;
type Column = (typeof ALL)[number];
const USUAL: readonly Column[] = ['name', 'kind', 'unitName', 'products'];

/** Every producer ever entered. */
export function ProducerRegisterPage() {
  const { messages, locale } = useLanguage();
  const words = messages.programme.producers;
  const { producerKindNames } = domainMessages[locale];
  const { search, view, shown, change, choose } = useRegister<ProducerQuery, Column>('producers', producerQuerySchema.shape, { all: ALL, usual: USUAL });
  const list = useQuery({ ...listProducersOptions({ ...view.query, pageSize: PAGE_SIZE }), placeholderData: keepPreviousData });
  const mayAdd = useMay('producers.write');
  usePageTitle(words.heading);
  const { kind, unit } = view.query;
  const filtered = search.search !== undefined || kind !== undefined || unit !== undefined;
  const cell = (producer: Producer, column: Column) => {
    switch (column) {
      case 'name':
        return (
          <Link to="/so-chu-the/$id" params={{ id: String(producer.id) }} search={readPageSearch}>
            {producer.name}
          </Link>
        );
      case 'kind':
        return producerKindNames[producer.kind];
      case 'unitName':
        return producer.unitName;
      case 'products':
        return (
          <Link to="/so-san-pham" search={(before) => ({ ...readPageSearch(before), producer: String(producer.id) })}>
            {producer.products}
          </Link>
        );
      case 'aliases':
        return producer.aliases.join('; ') || null;
      default:
        return column satisfies never;
    }
  };
  return (
    <div className="register">
      <div className="register-top">
        <h1>{words.heading}</h1>
        {mayAdd && (
          <Link className="button" to="/so-chu-the/moi" search={readPageSearch}>
            {messages.entry.producer.add}
          </Link>
        )}
      </div>
      <form className="list-filters" role="search" aria-label={messages.programme.list.filters} onSubmit={(event) => event.preventDefault()}>
        <SearchBox hint={words.searchHint} search={search.search ?? ''} onSearch={(typed) => change({ search: typed === '' ? undefined : typed })} />
        <FilterChoice label={words.columns.kind} chosen={kind ?? ''} options={PRODUCER_KINDS.map((one) => [one, producerKindNames[one]])} onChoose={(value) => change({ kind: value })} />
        <UnitChoice chosen={search.unit ?? ''} onChoose={(value) => change({ unit: value })} />
        {filtered && (
          <button type="button" className="text-button" onClick={() => change({ search: undefined, kind: undefined, unit: undefined })}>
            {messages.products.clear}
          </button>
        )}
      </form>
      <RegisterList
        list={list}
        page={view.page}
        all={ALL}
        usual={USUAL}
        filtered={filtered}
        total={words.total}
        none={words.none}
        refused={view.refused}
        change={change}
        choose={choose}
        caption={words.caption}
        rowKey={({ id }) => id}
        names={words.columns}
        naming="name"
        shown={shown}
        sortable={PRODUCER_SORTS}
        figures={['products']}
        sort={view.query.sort ?? 'name'}
        order={view.query.order ?? 'asc'}
        cell={cell}
      />
    </div>
  );
}

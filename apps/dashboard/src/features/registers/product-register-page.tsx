import { CERTIFICATE_STANDINGS, PRODUCT_SORTS, productQuerySchema, type Product, type ProductQuery } from '@ocop/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FilterChoice } from '../../components/filter-choice.js';
import { SearchBox } from '../../components/search-box.js';
import { StandingWord } from '../../components/standing-word.js';
import { UnitChoice } from '../../components/unit-choice.js';
import { getProducerOptions } from '../../lib/api/producers.js';
import { listProductSetsOptions, listProductsOptions } from '../../lib/api/products.js';
import { dayText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { readPageSearch } from '../../lib/page-search.js';
import { useMay } from '../../lib/session.js';
import { usePlanChoice } from '../../lib/use-plan-choice.js';
import { usePageTitle } from '../../lib/use-page-title.js';
import { RegisterList } from './register-list.js';
import { PAGE_SIZE, useRegister } from './use-register.js';
import './registers.css';

const ALL = ['name', 'producerName', 'unitName', 'productSetNo', 'certificate', 'stars', 'decidedOn', 'validTo', 'aliases'] as const;
type Column = (typeof ALL)[number];
const USUAL: readonly Column[] = ['name', 'producerName', 'unitName', 'productSetNo', 'certificate', 'stars', 'validTo'];

function useCell() {
  const { messages, locale } = useLanguage();
  const sets = useQuery(listProductSetsOptions());
  return (product: Product, column: Column) => {
    const { id, producerId, productSetNo, certificate } = product;
    switch (column) {
      case 'name':
        return (
          <Link to="/san-pham/$id" params={{ id: String(id) }} search={readPageSearch}>
            {product.name}
          </Link>
        );
      case 'producerName':
        return (
          <Link to="/so-chu-the/$id" params={{ id: String(producerId) }} search={readPageSearch}>
            {product.producerName}
          </Link>
        );
      case 'productSetNo': {
        const set = sets.data?.items.find(({ no }) => no === productSetNo);
        return set === undefined ? <span className="muted">{messages.programme.story.noSet}</span> : messages.entry.product.setName(set.no, set.name);
      }
      case 'certificate':
        return <StandingWord standing={certificate} />;
      case 'decidedOn':
      case 'validTo':
        return product[column] && dayText(product[column], locale);
      case 'aliases':
        return product.aliases.join('; ') || null;
      case 'stars':
        return product.stars;
      case 'unitName':
        return product.unitName;
      default:
        return column satisfies never;
    }
  };
}

/** Whose products alone are shown, and the way to all. */
function OfProducer({ id, onClear }: { id: number; onClear: () => void }) {
  const { messages } = useLanguage();
  const { data } = useQuery(getProducerOptions(id));
  return (
    <span>
      {messages.programme.list.producer(data?.name ?? String(id))}{' '}
      <button type="button" className="text-button" onClick={onClear}>
        {messages.programme.list.anyProducer}
      </button>
    </span>
  );
}

/** Every product ever entered, with its certificate today. */
export function ProductRegisterPage() {
  const { messages, locale } = useLanguage();
  const words = messages.programme.register;
  const { search, view, shown, change, choose } = useRegister<ProductQuery, Column>('products', productQuerySchema.shape, { all: ALL, usual: USUAL });
  const list = useQuery({ ...listProductsOptions({ ...view.query, pageSize: PAGE_SIZE }), placeholderData: keepPreviousData });
  const sets = useQuery(listProductSetsOptions());
  const { localityPlans } = usePlanChoice();
  const today = localityPlans[0]?.lastAsOf;
  const mayAdd = useMay('products.write');
  const cell = useCell();
  usePageTitle(words.heading);
  const { unit, producer, productSet, certificate } = view.query;
  const filtered = search.search !== undefined || unit !== undefined || producer !== undefined || productSet !== undefined || certificate !== undefined;
  return (
    <div className="register">
      <div className="register-top">
        <h1>{words.heading}</h1>
        {mayAdd && (
          <Link className="button" to="/so-san-pham/moi" search={readPageSearch}>
            {messages.entry.product.add}
          </Link>
        )}
        {today !== undefined && <span className="muted">{words.asOf(dayText(today, locale))}</span>}
      </div>
      <form className="list-filters" role="search" aria-label={messages.programme.list.filters} onSubmit={(event) => event.preventDefault()}>
        <SearchBox hint={words.searchHint} search={search.search ?? ''} onSearch={(typed) => change({ search: typed === '' ? undefined : typed })} />
        <FilterChoice
          label={words.columns.certificate}
          chosen={certificate ?? ''}
          options={CERTIFICATE_STANDINGS.map((standing) => [standing, messages.programme.standings[standing]])}
          onChoose={(value) => change({ certificate: value })}
        />
        <UnitChoice chosen={search.unit ?? ''} onChoose={(value) => change({ unit: value })} />
        <FilterChoice
          label={words.columns.productSetNo}
          chosen={search.productSet ?? ''}
          options={(sets.data?.items ?? []).map(({ no, name }) => [String(no), messages.entry.product.setName(no, name)])}
          onChoose={(value) => change({ productSet: value })}
        />
        {filtered && (
          <button type="button" className="text-button" onClick={() => change({ search: undefined, unit: undefined, producer: undefined, productSet: undefined, certificate: undefined })}>
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
        exported={{ path: 'products/export', query: view.filters }}
        caption={words.caption}
        rowKey={({ id }) => id}
        names={words.columns}
        naming="name"
        shown={shown}
        sortable={PRODUCT_SORTS}
        figures={['stars', 'decidedOn', 'validTo']}
        sort={view.query.sort ?? 'name'}
        order={view.query.order ?? 'asc'}
        cell={cell}
      >
        {producer !== undefined && <OfProducer id={producer} onClear={() => change({ producer: undefined })} />}
      </RegisterList>
    </div>
  );
}

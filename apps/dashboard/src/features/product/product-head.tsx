import type { ProductStory } from '@ocop/contracts';
import { daysBetween, domainMessages, type Day } from '@ocop/domain';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { StandingWord } from '../../components/standing-word.js';
import { listProductSetsOptions } from '../../lib/api/products.js';
import { dayText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { readPageSearch } from '../../lib/page-search.js';

function Certificate({ product, today }: { product: ProductStory['product']; today: Day }) {
  const { messages, locale } = useLanguage();
  const words = messages.programme.story;
  const { certificate, stars, validTo, decidedOn } = product;
  const left = validTo === null ? 0 : daysBetween(today, validTo);
  const time = left > 0 ? words.daysLeft(left) : left === 0 ? words.lastDay : words.daysOver(-left);
  return (
    <section className="product-certificate" aria-label={words.certificate(dayText(today, locale))}>
      <p className="muted">{words.certificate(dayText(today, locale))}</p>
      <p className="product-certificate-word">
        {stars !== null && <strong>{messages.programme.stars(stars)}</strong>} <StandingWord standing={certificate} />
      </p>
      {validTo !== null && decidedOn !== null && (
        <p>
          {words.until(dayText(validTo, locale))}, {time} <span className="muted">({words.decided(dayText(decidedOn, locale))})</span>
        </p>
      )}
    </section>
  );
}

/** What a product is, whose, and how its certificate stands today. */
export function ProductHead({ story, today }: { story: ProductStory; today: Day }) {
  const { messages, locale } = useLanguage();
  const words = messages.programme.story;
  const { product, producer } = story;
  const sets = useQuery(listProductSetsOptions());
  const set = sets.data?.items.find(({ no }) => no === product.productSetNo);
  return (
    <header className="product-head">
      <div>
        <h1>{product.name}</h1>
        {product.aliases.length > 0 && <p className="muted">{words.aliases(product.aliases.join('; '))}</p>}
        <dl className="facts">
          <div>
            <dt>{words.producer}</dt>
            <dd>
              <Link to="/so-chu-the/$id" params={{ id: String(producer.id) }} search={readPageSearch}>
                {producer.name}
              </Link>{' '}
              <span className="muted">({domainMessages[locale].producerKindNames[producer.kind]})</span>
            </dd>
          </div>
          <div>
            <dt>{words.unit}</dt>
            <dd>{product.unitName}</dd>
          </div>
          <div>
            <dt>{words.set}</dt>
            <dd>{set === undefined ? <span className="muted">{words.noSet}</span> : messages.entry.product.setName(set.no, set.name)}</dd>
          </div>
        </dl>
      </div>
      <Certificate product={product} today={today} />
    </header>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { PageSkeleton } from '../../components/skeleton.js';
import { getProducerOptions } from '../../lib/api/producers.js';
import { useLanguage } from '../../lib/language.js';
import { readPageSearch } from '../../lib/page-search.js';
import { usePlanChoice } from '../../lib/use-plan-choice.js';
import { usePageTitle } from '../../lib/use-page-title.js';
import { NewProductForm } from './product-form.js';
import { NewRegistrationForm } from './registration-form.js';
import './product.css';

function useOpenProduct() {
  const navigate = useNavigate();
  return (id: number) => void navigate({ to: '/san-pham/$id', params: { id: String(id) }, search: readPageSearch });
}

/** Enters a product; its page is where one goes on. */
export function NewProductPage() {
  const { messages } = useLanguage();
  const openProduct = useOpenProduct();
  const { producer: written } = useSearch({ from: '/app/so-san-pham/moi' });
  const producer = useQuery({ ...getProducerOptions(Number(written)), enabled: written !== undefined });
  // One that is not there is chosen in the form.
  const waiting = written !== undefined && producer.isPending;
  usePageTitle(messages.entry.product.add);
  return (
    <div className="product-page new-page">
      <p>
        <Link to="/so-san-pham" search={readPageSearch}>
          {messages.programme.story.back}
        </Link>
      </p>
      {waiting ? <PageSkeleton /> : <NewProductForm producer={producer.data ?? null} onDone={openProduct} />}
    </div>
  );
}

/** Puts a product that is still to be chosen on the list of a year. */
export function NewRegistrationPage() {
  const { messages } = useLanguage();
  const openProduct = useOpenProduct();
  const navigate = useNavigate();
  const { localityPlans, choice } = usePlanChoice();
  const plan = choice?.kind === 'chosen' ? choice.plan : localityPlans[0];
  usePageTitle(messages.entry.registration.add);
  return (
    <div className="product-page new-page">
      {plan !== undefined && (
        <NewRegistrationForm
          product={null}
          kind="new"
          year={plan.year}
          years={localityPlans.map(({ year }) => year)}
          today={plan.lastAsOf}
          onDone={(_, productId) => openProduct(productId)}
          onCancel={() => void navigate({ to: '/san-pham', search: readPageSearch })}
        />
      )}
    </div>
  );
}

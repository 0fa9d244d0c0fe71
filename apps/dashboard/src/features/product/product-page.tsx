import type { ProductStory } from '@ocop/contracts';
import type { Day } from '@ocop/domain';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { FailurePanel } from '../../components/failure-panel.js';
import { PageSkeleton } from '../../components/skeleton.js';
import { getProductOptions } from '../../lib/api/products.js';
import { useLanguage } from '../../lib/language.js';
import { readPageSearch } from '../../lib/page-search.js';
import { usePlanChoice } from '../../lib/use-plan-choice.js';
import { usePageTitle } from '../../lib/use-page-title.js';
import { actionForm } from './action-form.js';
import type { Taking } from './event-actions.js';
import { ACTIONS, type Action, type Done } from './form-props.js';
import { ProductActions } from './product-actions.js';
import { ProductHead } from './product-head.js';
import { Story } from './story.js';
import { TakeBack } from './take-back.js';
import { UndoNotice } from './undo-notice.js';
import './product.css';

interface WorkProps {
  story: ProductStory;
  today: Day;
  year: number;
  years: readonly number[];
}

/** The story, and beside it what can be entered or the form that is open. */
function Work({ story, today, year, years }: WorkProps) {
  const { messages } = useLanguage();
  const search = useSearch({ from: '/app/san-pham/$id' });
  const navigate = useNavigate({ from: '/san-pham/$id' });
  const [done, setDone] = useState<Done | null>(null);
  const [taking, setTaking] = useState<Taking | null>(null);
  const action = ACTIONS.find((one) => one === search.viec) ?? null;
  const open = (next: Action | null, id?: number) => {
    setDone(null);
    const own = next === null ? {} : { viec: next, ...(id === undefined ? {} : { muc: String(id) }) };
    void navigate({ to: '.', search: (before) => ({ ...readPageSearch(before), ...own }), resetScroll: false });
  };
  const finish = (what: Done) => {
    open(null);
    setTaking(null);
    setDone(what);
  };
  const form =
    action === null
      ? null
      : actionForm({
          action, id: search.muc === undefined ? null : Number(search.muc), story, year, years, today, onDone: finish, onCancel: () => open(null), onOpen: open,
        });
  return (
    <div className="product-work">
      <div className="product-side">
        {done !== null && <UndoNotice key={done.text} done={done} onUndone={finish} onClose={() => setDone(null)} />}
        {action !== null && !form && <p role="alert">{messages.programme.actions.notThere}</p>}
        {form ?? <ProductActions story={story} />}
      </div>
      <Story story={story} onOpen={open} onTakeBack={setTaking} />
      {taking !== null && <TakeBack taking={taking} onDone={finish} onCancel={() => setTaking(null)} />}
    </div>
  );
}

/** A product: what it is, how its certificate stands today, and everything that ever happened to it. */
export function ProductPage() {
  const { messages } = useLanguage();
  const words = messages.programme.story;
  const { id } = useParams({ from: '/app/san-pham/$id' });
  const { data: story, error, refetch } = useQuery(getProductOptions(Number(id)));
  const { localityPlans, choice } = usePlanChoice();
  const years = localityPlans.map(({ year }) => year);
  const plan = choice?.kind === 'chosen' ? choice.plan : localityPlans[0];
  usePageTitle(story?.product.name ?? messages.pages.productRegister);
  return (
    <article className="product-page">
      <p>
        <Link to="/so-san-pham" search={readPageSearch}>
          {words.back}
        </Link>
      </p>
      {error !== null && story === undefined && <FailurePanel error={error} retry={() => void refetch()} />}
      {(story === undefined || plan === undefined) && error === null && <PageSkeleton />}
      {story !== undefined && plan !== undefined && (
        <>
          <ProductHead story={story} today={plan.lastAsOf} />
          <Work key={story.product.id} story={story} today={plan.lastAsOf} year={plan.year} years={years} />
        </>
      )}
    </article>
  );
}

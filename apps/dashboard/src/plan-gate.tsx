import { Link, Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FailurePanel } from './components/failure-panel.js';
import { Notice } from './components/notice.js';
import { LocalitySelect } from './components/locality-select.js';
import { PageSkeleton } from './components/skeleton.js';
import { dayText } from './lib/figure-text.js';
import { useLanguage } from './lib/language.js';
import { searchOf, type PlanChoice } from './lib/page-search.js';
import { PlanViewProvider } from './lib/plan-view.js';
import { useGoToLocality } from './lib/use-go-to-locality.js';
import { useOnPage } from './lib/use-on-page.js';
import { usePlanChoice } from './lib/use-plan-choice.js';

/** More localities than these are chosen from a list. */
const MOST_BUTTONS = 5;

function LocalityChoices() {
  const { messages } = useLanguage();
  const { localities } = usePlanChoice();
  const goToLocality = useGoToLocality();
  if (localities.length > MOST_BUTTONS) return <LocalitySelect locality={null} localities={localities} onChoose={goToLocality} />;
  return localities.map(({ id, name }) => (
    <button key={id} type="button" className="button" onClick={() => goToLocality(id)}>
      {messages.states.viewLocality(name)}
    </button>
  ));
}

function useRefusal(choice: PlanChoice): { title: string; text: string; actions: ReactNode } | null {
  const { messages, locale } = useLanguage();
  const { states } = messages;
  const day = (value: string) => dayText(value, locale);
  const toYear = (year: number) => (
    <Link key={year} className="button" to="." search={{ year: String(year) }}>
      {states.viewYear(year)}
    </Link>
  );
  const toDay = (year: number, asOf: string) => (
    <Link className="button" to="." search={searchOf({ year, asOf })}>
      {states.viewDay(day(asOf))}
    </Link>
  );
  const title = states.badAddressTitle;
  switch (choice.kind) {
    case 'chosen':
      return null;
    case 'no-plan':
      return { title: states.noPlanTitle, text: states.noPlan, actions: null };
    case 'unknown-locality':
      return { title, text: states.unknownLocality(choice.written), actions: <LocalityChoices /> };
    case 'bad-year':
      return { title, text: states.badYear(choice.written), actions: toYear(choice.newest.year) };
    case 'unknown-year':
      return {
        title,
        text: states.unknownYear(choice.year, choice.plans.map(({ year }) => year).join(', ')),
        actions: choice.plans.map(({ year }) => toYear(year)),
      };
    case 'bad-day':
      return { title, text: states.badDay(choice.written), actions: toDay(choice.plan.year, choice.plan.defaultAsOf) };
    case 'day-too-early': {
      const { plan, asOf } = choice;
      return {
        title,
        text: states.dayTooEarly(day(asOf), plan.number, day(plan.issuedOn)),
        actions: toDay(plan.year, plan.firstAsOf),
      };
    }
    case 'day-too-late':
      return {
        title,
        text: states.dayTooLate(day(choice.asOf), day(choice.plan.lastAsOf)),
        actions: toDay(choice.plan.year, choice.plan.lastAsOf),
      };
    default:
      return choice satisfies never;
  }
}

function Answer({ choice }: { choice: PlanChoice }) {
  const refusal = useRefusal(choice);
  if (choice.kind === 'chosen') {
    return (
      // What is open and typed of one year is not taken along into another.
      <PlanViewProvider key={choice.year} value={choice}>
        <Outlet />
      </PlanViewProvider>
    );
  }
  return refusal && <Notice title={refusal.title} text={refusal.text} actions={refusal.actions} />;
}

/** Lets a page through once its plan and day are known; otherwise says what is wrong and shows a way back. */
export function PlanGate() {
  const { messages } = useLanguage();
  const { plans, choice } = usePlanChoice();
  if (choice !== null) return <Answer choice={choice} />;
  if (plans.error !== null) {
    return (
      <>
        <h1 className="visually-hidden">{messages.app.programme}</h1>
        <FailurePanel error={plans.error} retry={() => void plans.refetch()} />
      </>
    );
  }
  return <PageSkeleton />;
}

/** Lets any page through once its address names its locality, so that nothing is asked of another; refuses a locality that there is no plan of. */
export function LocalityGate() {
  const { choice, located } = usePlanChoice();
  const isPage = useOnPage();
  if (isPage && choice?.kind === 'unknown-locality') return <Answer choice={choice} />;
  return isPage && !located ? <PageSkeleton /> : <Outlet />;
}

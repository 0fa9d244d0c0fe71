import { useLocation, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { FindButton } from './command-palette/find-button.js';
import { AccountMenu } from './components/account-menu.js';
import { LocalitySelect } from './components/locality-select.js';
import { SettingsMenu } from './components/settings-menu.js';
import { YearSelect } from './components/year-select.js';
import { forgetAnswers } from './lib/api/query-client.js';
import { dayText } from './lib/figure-text.js';
import { useLanguage } from './lib/language.js';
import { searchOf } from './lib/page-search.js';
import { useSession } from './lib/session.js';
import { useGoToLocality } from './lib/use-go-to-locality.js';
import { useOnPage, useOnPlanPage } from './lib/use-on-page.js';
import { useOnline } from './lib/use-online.js';
import { usePlanChoice } from './lib/use-plan-choice.js';
import { LocalityGate } from './plan-gate.js';
import { ShellNav } from './shell-nav.js';
import './styles/shell.css';

const DayPicker = lazy(() => import('./components/day-picker.js'));

/** Writes the locality, year and day in use into the address, so that a copied link shows the same figures; a page of no plan has a locality only. */
function useFullAddress(): void {
  const navigate = useNavigate();
  const { choice, named, located } = usePlanChoice();
  const isPage = useOnPage();
  const ofPlan = useOnPlanPage() && choice?.kind === 'chosen';
  const year = ofPlan ? choice.year : null;
  const asOf = ofPlan ? choice.asOf : null;
  useEffect(() => {
    if (!isPage || (located && year === null)) return;
    if (!located) forgetAnswers();
    const of = year === null || asOf === null ? {} : searchOf({ year, asOf });
    void navigate({ to: '.', search: (search) => ({ ...search, locality: named, ...of }), replace: true, state: true });
  }, [navigate, isPage, named, located, year, asOf]);
}

function ViewControls() {
  const { messages, locale } = useLanguage();
  const navigate = useNavigate();
  const goToLocality = useGoToLocality();
  const { choice, localities, localityPlans } = usePlanChoice();
  if (choice?.kind !== 'chosen') return null;
  const { plan, asOf, year } = choice;
  return (
    <>
      {localities.length > 1 && <LocalitySelect locality={plan.unitId} localities={localities} onChoose={goToLocality} />}
      <Suspense
        fallback={
          <div className="day-picker day-picker-waiting">
            <span className="control-label">{messages.header.asOf}</span>
            <span className="day-picker-field">{dayText(asOf, locale)}</span>
          </div>
        }
      >
        <DayPicker
          day={asOf}
          firstDay={plan.firstAsOf}
          lastDay={plan.lastAsOf}
          onChoose={(day) => void navigate({ to: '.', search: (search) => ({ ...search, asOf: day }) })}
        />
      </Suspense>
      <YearSelect
        year={year}
        years={localityPlans.map((one) => one.year)}
        onChoose={(chosen) => void navigate({ to: '.', search: { year: String(chosen) } })}
      />
    </>
  );
}

/** What stands around every page: who and when, where one can go, and whether the figures are real. */
export function AppShell() {
  const { units } = useSession();
  const { messages, locale } = useLanguage();
  const { choice } = usePlanChoice();
  const online = useOnline();
  const told = useLocation({ select: ({ state }) => state.told });
  const { app, printed } = messages;
  const onPlanPage = useOnPlanPage();
  useFullAddress();
  const view = choice?.kind === 'chosen' ? choice : null;
  return (
    <>
      <a className="skip-link" href="#content">
        {app.skip}
      </a>
      <header className="shell-header">
        <div className="shell-top">
          <p className="shell-brand">
            <strong>{view === null ? app.programme : app.programmeOf(view.year)}</strong>
            <span>{view?.plan.unitName}</span>
            {units !== null && (
              <span className="shell-scope" title={units.map(({ fullName }) => fullName).join(', ')}>
                {messages.signIn.scope(units.map(({ fullName }) => fullName))}
              </span>
            )}
          </p>
          {view !== null && (
            <p className="print-only">
              {printed.asOf(dayText(view.asOf, locale))} · {printed.plan(view.plan.number, dayText(view.plan.issuedOn, locale))}
            </p>
          )}
          <div className="shell-controls">
            {onPlanPage && <ViewControls />}
            {view !== null && <FindButton view={view} />}
            <AccountMenu />
            <SettingsMenu />
          </div>
        </div>
        <ShellNav />
        {view?.plan.demo && (
          <p className="shell-banner" role="note">
            <strong>{app.demo}</strong> {app.demoExplained}
          </p>
        )}
        {!online && (
          <p className="shell-banner" role="status">
            {app.offline}
          </p>
        )}
      </header>
      <main id="content" tabIndex={-1}>
        <p className="form-outcome shell-told" role="status">
          {told}
        </p>
        <LocalityGate />
      </main>
    </>
  );
}

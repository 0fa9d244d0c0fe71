import type { Activity } from '@ocop/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { FailurePanel } from '../../components/failure-panel.js';
import { Pager } from '../../components/pager.js';
import { PageSkeleton } from '../../components/skeleton.js';
import { TakeBackDialog } from '../../components/take-back-dialog.js';
import { annulActivity, listActivitiesOptions } from '../../lib/api/activities.js';
import { useListUnits } from '../../lib/api/list-units.js';
import { dayText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { searchOf } from '../../lib/page-search.js';
import { usePlanView } from '../../lib/plan-view.js';
import { useMay, useSession } from '../../lib/session.js';
import { usePageTitle } from '../../lib/use-page-title.js';
import { PAGE_SIZE, useActivitiesView, type ActivitiesView } from './activities-view.js';
import { ActivityAreas, ActivityFilters } from './activity-filters.js';
import { placesOf } from './activity-places.js';
import { typedActivity, type ActivityBefore } from './activity-state.js';
import { ActivityTable, useDays } from './activity-table.js';
import './activities.css';

/** Leads to the form, filled with what one comes from. */
function ToForm({ text, before, className }: { text: string; before: ActivityBefore | undefined; className?: string }) {
  const view = usePlanView();
  return (
    <Link className={className} to="/hoat-dong/ghi" search={searchOf(view)} {...(before === undefined ? {} : { state: { activity: before } })}>
      {text}
    </Link>
  );
}

function Refused({ refused, change }: ActivitiesView) {
  const { messages } = useLanguage();
  if (refused.length === 0) return null;
  const names = refused.map((name) => (name in messages.activities.refusedNames ? messages.activities.refusedNames[name as keyof typeof messages.activities.refusedNames] : name));
  return (
    <p className="activity-outcome" role="alert">
      {messages.programme.list.refused(names.join(', '))}{' '}
      <button type="button" className="text-button" onClick={() => change(Object.fromEntries(refused.map((name) => [name, undefined])))}>
        {messages.products.useReadable}
      </button>
    </p>
  );
}

/** Why there are no rows, and what to do next. */
function NoRows({ view, total, lastPage }: { view: ActivitiesView; total: number; lastPage: number }) {
  const { messages, locale } = useLanguage();
  const words = messages.activities;
  const { asOf } = usePlanView();
  const mayWrite = useMay('activities.write');
  if (total > 0) {
    return (
      <p className="activity-empty">
        {messages.products.pageBeyond(view.page, lastPage)}{' '}
        <button type="button" className="text-button" onClick={() => view.change({ page: String(lastPage) })}>
          {messages.products.lastPage}
        </button>
      </p>
    );
  }
  return <p className="activity-empty">{view.filtered ? words.noMatch : `${words.empty(dayText(asOf, locale))} ${mayWrite ? words.emptyNext : words.emptyWho}`}</p>;
}

function useWhole(): boolean {
  const { plan } = usePlanView();
  const units = useListUnits({ asOf: plan.issuedOn });
  return placesOf(units.data?.items ?? [], plan.unitId, useSession().units).whole;
}

/** What was done in the work areas of the plan (section III): how much in each, and every activity; one entered by mistake is taken back. */
export function ActivitiesPage() {
  const { messages } = useLanguage();
  const words = messages.activities;
  const plan = usePlanView();
  const { year, asOf } = plan;
  const view = useActivitiesView();
  const list = useQuery({ ...listActivitiesOptions({ year, asOf, ...view.query, pageSize: PAGE_SIZE }), placeholderData: keepPreviousData });
  const entered = useLocation({ select: ({ state }) => state.activity });
  const mayWrite = useMay('activities.write');
  const whole = useWhole();
  const days = useDays();
  const [taking, setTaking] = useState<Activity | null>(null);
  const [taken, setTaken] = useState<Activity | null>(null);
  usePageTitle(words.heading(year));
  const { data, error, refetch } = list;
  const ofYear = data?.areas.reduce((sum, { count }) => sum + count, 0) ?? 0;
  const total = data && ofYear > 0 && (view.filtered ? words.filteredTotal(data.total, ofYear, data.participants) : words.total(data.total, data.participants));
  return (
    <div className="activities">
      <div className="register-top">
        <h1>{words.heading(year)}</h1>
        {mayWrite && <ToForm className="button" text={entered === undefined ? words.add : words.next} before={entered} />}
      </div>
      <p className="activity-total" role="status">
        {total}
      </p>
      <p className="form-outcome activity-outcome" role="status">
        {taken !== null && (
          <>
            {words.takenBack(taken.name)} <ToForm text={words.again} before={{ fields: typedActivity(taken), takenBack: taken.id }} />
          </>
        )}
      </p>
      {error !== null && <FailurePanel error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <PageSkeleton />}
      {data !== undefined && (
        <>
          <ActivityAreas view={view} areas={data.areas} />
          {(ofYear > 0 || view.filtered) && <ActivityFilters view={view} whole={whole} />}
          <Refused {...view} />
          {data.items.length === 0 ? (
            <NoRows view={view} total={data.total} lastPage={Math.ceil(data.total / PAGE_SIZE)} />
          ) : (
            <>
              <ActivityTable rows={data.items} busy={list.isPlaceholderData} onTakeBack={setTaking} />
              <Pager page={view.page} total={data.total} pageSize={PAGE_SIZE} />
            </>
          )}
        </>
      )}
      {taking !== null && (
        <TakeBackDialog
          heading={words.takeBackHeading}
          explained={words.takeBackExplained(taking.name, days(taking))}
          send={(reason) => annulActivity(taking.id)({ reason })}
          onDone={() => {
            setTaken(taking);
            setTaking(null);
            // What was told of an earlier one is not said beside this.
            view.change({ page: view.search.page });
          }}
          onCancel={() => setTaking(null)}
        />
      )}
    </div>
  );
}

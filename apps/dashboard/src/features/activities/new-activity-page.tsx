import { laterOf } from '@ocop/domain';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { FailurePanel } from '../../components/failure-panel.js';
import { PageSkeleton } from '../../components/skeleton.js';
import { getPlanOptions } from '../../lib/api/get-plan.js';
import { useListUnits } from '../../lib/api/list-units.js';
import { useLanguage } from '../../lib/language.js';
import { searchOf } from '../../lib/page-search.js';
import { usePlanView } from '../../lib/plan-view.js';
import { useSession } from '../../lib/session.js';
import { usePageTitle } from '../../lib/use-page-title.js';
import { ActivityForm } from './activity-form.js';
import { placesOf } from './activity-places.js';
import { nextActivity } from './activity-state.js';
import { useDays } from './activity-table.js';
import './activities.css';

/** Enters an activity of the year; the list, on a day that shows it, is where one goes on. */
export function NewActivityPage() {
  const { messages } = useLanguage();
  const words = messages.activities;
  const view = usePlanView();
  const navigate = useNavigate();
  const detail = useQuery(getPlanOptions(view));
  const units = useListUnits({ asOf: view.plan.issuedOn });
  const scope = useSession().units;
  const before = useLocation({ select: ({ state }) => state.activity });
  const days = useDays();
  usePageTitle(words.add);
  const failed = detail.error === null ? units : detail;
  return (
    <div className="activities">
      <p className="page-back">
        <Link to="/hoat-dong" search={searchOf(view)}>
          {words.heading(view.year)}
        </Link>
      </p>
      {failed.error !== null && <FailurePanel error={failed.error} retry={() => void failed.refetch()} />}
      {failed.error === null && (detail.data === undefined || units.data === undefined) && <PageSkeleton />}
      {detail.data !== undefined && units.data !== undefined && (
        <ActivityForm
          {...placesOf(units.data.items, view.plan.unitId, scope)}
          workAreas={detail.data.workAreas}
          before={before}
          onDone={(body, state) =>
            void navigate({
              to: '/hoat-dong',
              search: searchOf({ year: view.year, asOf: laterOf(view.asOf, body.heldOn) }),
              state: { told: words.done(body.name, days(body)), activity: { fields: nextActivity(state) } },
            })
          }
          onCancel={() => void navigate({ to: '/hoat-dong', search: searchOf(view) })}
        />
      )}
    </div>
  );
}

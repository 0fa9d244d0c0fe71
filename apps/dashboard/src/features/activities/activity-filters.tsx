import type { ActivityList } from '@ocop/contracts';
import { SearchBox } from '../../components/search-box.js';
import { UnitChoice } from '../../components/unit-choice.js';
import { useLanguage } from '../../lib/language.js';
import { usePlanView } from '../../lib/plan-view.js';
import type { ActivitiesView } from './activities-view.js';
import { WHOLE } from './activity-state.js';

const orNothing = (value: string) => (value === '' ? undefined : value);

/** Every work area of the plan with what the year holds of it, so that one never worked on is seen; pressed, the list shows it alone, pressed again all. */
function Areas({ areas, search, change }: ActivitiesView & Pick<ActivityList, 'areas'>) {
  const { messages } = useLanguage();
  const words = messages.activities;
  return (
    <ul className="activity-areas" aria-label={words.areas}>
      {areas.map(({ workArea, name, count }) => {
        const chosen = search.workArea === String(workArea);
        return (
          <li key={workArea}>
            <button type="button" aria-pressed={chosen} onClick={() => change({ workArea: chosen ? undefined : String(workArea) })}>
              <span>{words.area(workArea, name)}</span> <span className={count === 0 ? 'missing' : 'activity-count'}>{count === 0 ? words.noneYet : count}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** What narrows the list; all of it stands in the address. */
export function ActivityFilters({ view, areas, whole }: { view: ActivitiesView; areas: ActivityList['areas']; whole: boolean }) {
  const { messages } = useLanguage();
  const words = messages.activities;
  const { plan } = usePlanView();
  const { search, change, filtered, clear } = view;
  return (
    <>
      <Areas {...view} areas={areas} />
      <form className="list-filters" role="search" aria-label={words.filters} onSubmit={(event) => event.preventDefault()}>
        <SearchBox hint={words.searchHint} search={search.search ?? ''} onSearch={(typed) => change({ search: orNothing(typed) })} />
        <UnitChoice {...(whole || search.unit === WHOLE ? { none: words.whole(plan.unitName) } : {})} chosen={search.unit ?? ''} onChoose={(unit) => change({ unit: orNothing(unit) })} />
        {filtered && (
          <button type="button" className="text-button" onClick={clear}>
            {messages.products.clear}
          </button>
        )}
      </form>
    </>
  );
}

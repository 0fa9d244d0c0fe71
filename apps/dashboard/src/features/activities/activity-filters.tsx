import type { ActivityList } from '@ocop/contracts';
import { ExportMenu } from '../../components/export-menu.js';
import { SearchBox } from '../../components/search-box.js';
import { UnitChoice } from '../../components/unit-choice.js';
import { useLanguage } from '../../lib/language.js';
import { usePlanView } from '../../lib/plan-view.js';
import type { ActivitiesView } from './activities-view.js';
import { WHOLE } from './activity-state.js';

const orNothing = (value: string) => (value === '' ? undefined : value);

/** Every work area of the plan with what the year holds of it, so that one never worked on is seen; pressed, the list shows it alone, pressed again all. */
export function ActivityAreas({ areas, view: { search, change } }: { areas: ActivityList['areas']; view: ActivitiesView }) {
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

/** What else narrows the list, in the address as well; and the list as a file. */
export function ActivityFilters({ view: { search, change, filtered, filters, clear }, whole }: { view: ActivitiesView; whole: boolean }) {
  const { messages } = useLanguage();
  const words = messages.activities;
  const { year, asOf } = usePlanView();
  return (
    <div className="activity-bar">
      <form className="list-filters" role="search" aria-label={words.filters} onSubmit={(event) => event.preventDefault()}>
        <SearchBox hint={words.searchHint} search={search.search ?? ''} onSearch={(typed) => change({ search: orNothing(typed) })} />
        <UnitChoice {...(whole || search.unit === WHOLE ? { none: words.whole } : {})} chosen={search.unit ?? ''} onChoose={(unit) => change({ unit: orNothing(unit) })} />
        {filtered && (
          <button type="button" className="text-button" onClick={clear}>
            {messages.products.clear}
          </button>
        )}
      </form>
      <ExportMenu path="activities/export" query={{ year, asOf, ...filters }} />
    </div>
  );
}

import type { Activity } from '@ocop/contracts';
import { useLanguage } from '../../lib/language.js';
import { dayText } from '../../lib/figure-text.js';
import { usePlanView } from '../../lib/plan-view.js';
import { useMay } from '../../lib/session.js';

/** The day or days of an activity in words. */
export function useDays() {
  const { messages, locale } = useLanguage();
  return ({ heldOn, endedOn }: Pick<Activity, 'heldOn' | 'endedOn'>): string =>
    messages.activities.days(dayText(heldOn, locale), endedOn === null ? null : dayText(endedOn, locale));
}

interface ActivityTableProps {
  rows: readonly Activity[];
  busy: boolean;
  onTakeBack: (activity: Activity) => void;
}

/** Activities as the server sorted and cut them. */
export function ActivityTable({ rows, busy, onTakeBack }: ActivityTableProps) {
  const { messages } = useLanguage();
  const words = messages.activities;
  const { columns } = words;
  const { year } = usePlanView();
  const mayWrite = useMay('activities.write');
  const days = useDays();
  const cell = (column: keyof typeof columns, text: string | null) => (
    <td data-label={columns[column]} data-column={column} data-missing={text === null || undefined}>
      {text ?? '–'}
    </td>
  );
  return (
    <table className="ruled list-table activity-table" aria-busy={busy}>
      <caption className="visually-hidden">{words.heading(year)}</caption>
      <thead>
        <tr>
          {Object.entries(columns).map(([id, name]) => (
            <th key={id} scope="col" data-column={id}>
              {name}
            </th>
          ))}
          {mayWrite && (
            <th scope="col" data-column="task">
              <span className="visually-hidden">{words.task}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((activity) => (
          <tr key={activity.id}>
            {cell('days', days(activity))}
            {cell('workArea', activity.workAreaName)}
            <th scope="row" data-column="name">
              {activity.name}
              {activity.note !== null && <p className="activity-note muted">{activity.note}</p>}
            </th>
            {cell('unit', activity.unitName ?? words.whole)}
            {cell('participants', activity.participants === null ? null : words.participants(activity.participants))}
            {cell('paper', activity.paper)}
            {mayWrite && (
              <td data-column="task">
                <button type="button" className="text-button" aria-label={`${words.takeBack}: ${activity.name}`} onClick={() => onTakeBack(activity)}>
                  {words.takeBack}
                </button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import type { Deadline, PlanDetail } from '@ocop/contracts';
import { deadlineWords } from '../../lib/deadline-words.js';
import { dayText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { OverviewSection } from './overview-section.js';
import type { Overview } from './use-overview.js';

interface Row {
  key: string;
  name: string;
  detail: string | null;
  due: Deadline;
  assumed: boolean;
}

function DeadlineList({ plan }: { plan: PlanDetail }) {
  const { messages, locale } = useLanguage();
  const words = messages.overview.deadlines;
  const rows: Row[] = [
    ...plan.rounds.flatMap(({ no, townRecognition, dossiersToProvince, recognised, dossiersSent }): Row[] => [
      {
        key: `recognition-${no}`,
        name: `${words.round(no)}: ${words.townRecognition}`,
        detail: recognised > 0 ? words.recognised(recognised) : null,
        due: townRecognition,
        assumed: false,
      },
      {
        key: `dossiers-${no}`,
        name: `${words.round(no)}: ${words.dossiers}`,
        detail: dossiersSent > 0 ? words.sent(dossiersSent) : null,
        due: dossiersToProvince,
        assumed: false,
      },
    ]),
    { key: 'supplements', name: words.supplements, detail: null, due: plan.supplements.due, assumed: false },
    ...plan.communeReports.map(
      ({ period, name, received, expected, due, dueIsAssumed }): Row => ({
        key: `report-${period}`,
        name: words.report(name, period),
        detail: words.communes(received, expected),
        due,
        assumed: dueIsAssumed,
      }),
    ),
  ];
  const ahead = ({ due }: Row) => (due.state === 'passed' ? 1 : 0);
  rows.sort((a, b) => ahead(a) - ahead(b) || (a.due.before < b.due.before ? -1 : 1));
  return (
    <ul className="deadlines">
      {rows.map(({ key, name, detail, due, assumed }) => (
        <li key={key} className={`deadline deadline-${due.state}`}>
          <span className="deadline-name">{detail === null ? name : `${name} · ${detail}`}</span>
          <span className="deadline-before">{words.before(dayText(due.before, locale))}</span>
          <span className="deadline-left">{deadlineWords(due, words)}</span>
          {assumed && <span className="deadline-assumed">{words.assumed}</span>}
        </li>
      ))}
    </ul>
  );
}

/** What comes next stands first, what has passed last. Every "trước ngày" of the plan with the days that are left (clauses III.3, V.4). */
export function DeadlinesSection({ plan }: Overview) {
  const { messages } = useLanguage();
  return (
    <OverviewSection name="deadlines" heading={messages.overview.deadlines.heading} queries={[plan]}>
      {plan.data && <DeadlineList plan={plan.data} />}
    </OverviewSection>
  );
}

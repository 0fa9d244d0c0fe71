import type { Deadline, PlanDetail } from '@ocop/contracts';
import { Link } from '@tanstack/react-router';
import { deadlineWords } from '../../lib/deadline-words.js';
import { dayText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { searchOf } from '../../lib/page-search.js';
import type { PlanView } from '../../lib/plan-view.js';
import { OverviewSection } from './overview-section.js';
import type { Overview } from './use-overview.js';

interface Row {
  key: string;
  name: string;
  /** a figure and where its rows stand */
  figure: { text: string; to: string } | null;
  due: Deadline;
  assumed: boolean;
}

function DeadlineList({ plan, view }: { plan: PlanDetail; view: PlanView }) {
  const { messages, locale } = useLanguage();
  const words = messages.overview.deadlines;
  const rows: Row[] = [
    ...plan.rounds.flatMap(({ no, townRecognition, dossiersToProvince, recognised, dossiersSent }): Row[] => [
      {
        key: `recognition-${no}`,
        name: `${words.round(no)}: ${words.townRecognition}`,
        figure: recognised > 0 ? { text: words.recognised(recognised), to: `/dot/${no}` } : null,
        due: townRecognition,
        assumed: false,
      },
      {
        key: `dossiers-${no}`,
        name: `${words.round(no)}: ${words.dossiers}`,
        figure: dossiersSent > 0 ? { text: words.sent(dossiersSent), to: '/chi-so/dossiers-sent-to-province' } : null,
        due: dossiersToProvince,
        assumed: false,
      },
    ]),
    { key: 'supplements', name: words.supplements, figure: null, due: plan.supplements.due, assumed: false },
    ...plan.communeReports.map(
      ({ period, name, received, expected, due, dueIsAssumed }): Row => ({
        key: `report-${period}`,
        name: words.report(name, period),
        figure: { text: words.communes(received, expected), to: '/chi-so/commune-reports-on-time' },
        due,
        assumed: dueIsAssumed,
      }),
    ),
  ];
  const ahead = ({ due }: Row) => (due.state === 'passed' ? 1 : 0);
  rows.sort((a, b) => ahead(a) - ahead(b) || (a.due.before < b.due.before ? -1 : 1));
  return (
    <ul className="deadlines">
      {rows.map(({ key, name, figure, due, assumed }) => (
        <li key={key} className={`deadline deadline-${due.state}`}>
          <span className="deadline-name">
            {name}
            {figure !== null && (
              <>
                {' · '}
                <Link to={figure.to} search={searchOf(view)} aria-label={words.rows(figure.text, name)}>
                  {figure.text}
                </Link>
              </>
            )}
          </span>
          <span className="deadline-before">{words.before(dayText(due.before, locale))}</span>
          <span className="deadline-left">{deadlineWords(due, words)}</span>
          {assumed && <span className="deadline-assumed">{words.assumed}</span>}
        </li>
      ))}
    </ul>
  );
}

/** What comes next stands first, what has passed last. Every "trước ngày" of the plan with the days that are left (clauses III.3, V.4). */
export function DeadlinesSection({ view, plan }: Overview) {
  const { messages } = useLanguage();
  return (
    <OverviewSection name="deadlines" heading={messages.overview.deadlines.heading} queries={[plan]}>
      {plan.data && <DeadlineList plan={plan.data} view={view} />}
    </OverviewSection>
  );
}

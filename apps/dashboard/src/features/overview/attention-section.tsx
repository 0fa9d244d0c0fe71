import { Link } from '@tanstack/react-router';
import { deadlineWords } from '../../lib/deadline-words.js';
import { dayText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { searchOf } from '../../lib/page-search.js';
import type { PlanView } from '../../lib/plan-view.js';
import type { Messages } from '../../messages/index.js';
import { attentionItems, type AttentionItem } from './attention.js';
import { OverviewSection } from './overview-section.js';
import type { Overview } from './use-overview.js';

function whatToDo({ subject, missed }: AttentionItem, words: Messages['overview']['attention']): string {
  switch (subject.kind) {
    case 'recognise':
      return (missed ? words.recogniseMissed : words.recogniseDue)(subject.round, subject.open);
    case 'send':
      return missed ? words.sendMissed(subject.round, subject.waiting) : words.sendDue(subject.round);
    case 'supplements':
      return words.supplements;
    case 'reports':
      return (missed ? words.reportMissed : words.reportDue)(subject.name, subject.missing, subject.period);
    default:
      return subject satisfies never;
  }
}

function AttentionLine({ item, view }: { item: AttentionItem; view: PlanView }) {
  const { messages, locale } = useLanguage();
  const { attention: words, deadlines } = messages.overview;
  const byTown = item.subject.kind === 'recognise' || item.subject.kind === 'send';
  const town = view.plan.unitName.charAt(0).toLowerCase() + view.plan.unitName.slice(1);
  return (
    <li className={item.missed ? 'attention-item attention-missed' : 'attention-item'}>
      <span className="attention-what">{whatToDo(item, words)}</span>
      <span className="attention-who">{byTown ? words.town(locale === 'vi' ? town : view.plan.unitName) : words.communes}</span>
      <span className="attention-when">
        {deadlines.before(dayText(item.due.before, locale))} · {deadlineWords(item.due, deadlines)}
      </span>
      {item.subject.kind === 'reports' ? (
        <Link to="/chi-so/$id" params={{ id: 'commune-reports-on-time' }} search={searchOf(view)}>
          {words.seeReports}
        </Link>
      ) : (
        <Link to="/san-pham" search={searchOf(view)}>
          {words.seeProducts}
        </Link>
      )}
    </li>
  );
}

/** What is overdue or falls due within 30 days: what, whose, by when, one action. */
export function AttentionSection({ view, plan, registrations }: Overview) {
  const { messages } = useLanguage();
  const words = messages.overview.attention;
  const items = plan.data && registrations.data ? attentionItems(plan.data, registrations.data.items) : [];
  return (
    <OverviewSection
      name="attention"
      heading={items.length > 0 ? words.headingCount(items.length) : words.heading}
      queries={[plan, registrations]}
    >
      {items.length === 0 ? (
        <p>{words.calm}</p>
      ) : (
        <ul>
          {items.map((item) => (
            <AttentionLine key={item.key} item={item} view={view} />
          ))}
        </ul>
      )}
    </OverviewSection>
  );
}

import { attentionDue, attentionNextStep, attentionSentence, type Urgency } from '@ocop/domain';
import { Link } from '@tanstack/react-router';
import { attentionGoal, groupByUrgency, type ListedItem } from '../lib/attention-goal.js';
import { useLanguage } from '../lib/language.js';
import { searchOf } from '../lib/page-search.js';
import type { PlanView } from '../lib/plan-view.js';
import './attention-list.css';

/** Whose matter it is. */
function useWho(view: PlanView): (item: ListedItem) => string {
  const { messages, locale } = useLanguage();
  const { town, communes, leadership, economicOffice } = messages.attention;
  return ({ subject, nextStep }) => {
    if ('unitName' in subject) return subject.unitName;
    if (subject.type === 'own-report') return nextStep === 'approve-own-report' ? leadership : economicOffice;
    if (subject.type !== 'round') return communes;
    const { unitName } = view.plan;
    return town(locale === 'vi' ? unitName.charAt(0).toLowerCase() + unitName.slice(1) : unitName);
  };
}

/** A shape of its own for each urgency; colour only repeats it. */
function UrgencyName({ urgency }: { urgency: Urgency }) {
  const { messages } = useLanguage();
  return (
    <>
      <span className="attention-mark" aria-hidden="true" />
      {messages.attention.urgencies[urgency]}
    </>
  );
}

interface AttentionListProps {
  view: PlanView;
  /** in the API's order */
  items: readonly ListedItem[];
  /** no more than this; all without it */
  shown?: number;
  heading: 'h2' | 'h3';
}

/** What waits, overdue first: what, whose, by when, and the next step as the way to where it is done. */
export function AttentionGroups({ view, items, shown, heading: Heading }: AttentionListProps) {
  const { locale } = useLanguage();
  const whoOf = useWho(view);
  return (
    <div className="attention-groups">
      {groupByUrgency(items, shown).map(({ urgency, total, items: few }) => (
        <div key={urgency} className={`attention-group attention-${urgency}`}>
          <Heading>
            <UrgencyName urgency={urgency} /> <span className="attention-total">{total}</span>
          </Heading>
          <ul>
            {few.map((item) => {
              const { to, search } = attentionGoal(item);
              return (
                <li key={item.key} className="attention-item">
                  <p className="attention-what">{attentionSentence(item, locale)}</p>
                  <p className="attention-when">{[whoOf(item), attentionDue(item, locale)].filter((part) => part !== null).join(' · ')}</p>
                  <Link to={to} search={{ ...searchOf(view), ...search }}>
                    {attentionNextStep(item, locale)}
                  </Link>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </div>
  );
}

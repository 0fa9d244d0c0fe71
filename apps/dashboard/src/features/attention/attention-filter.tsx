import { ATTENTION_TOPICS } from '@ocop/contracts';
import { URGENCIES } from '@ocop/domain';
import { Link } from '@tanstack/react-router';
import { matches, type AttentionFilter, type ListedItem } from '../../lib/attention-goal.js';
import { useLanguage } from '../../lib/language.js';

interface ChoicesProps {
  label: string;
  /** the name in the address */
  name: 'urgency' | 'kind';
  choices: readonly (readonly [value: string | null, words: string, count: number])[];
}

function Choices({ label, name, choices }: ChoicesProps) {
  return (
    <nav aria-label={label}>
      <span className="muted">{label}</span>
      {choices.map(([value, words, count]) => (
        <span key={value}>
          <Link
            to="."
            search={(search: Record<string, unknown>) => ({ ...search, [name]: value ?? undefined })}
            resetScroll={false}
            activeOptions={{ exact: true, explicitUndefined: true }}
          >
            {words}
          </Link>
          <span className="attention-total">{count}</span>
        </span>
      ))}
    </nav>
  );
}

/** The list by urgency and by what it is about; each choice says how many it would show. */
export function AttentionFilters({ items, filter }: { items: readonly ListedItem[]; filter: AttentionFilter }) {
  const { messages } = useLanguage();
  const { page, urgencies, topics } = messages.attention;
  const count = (change: Partial<AttentionFilter>) => items.filter((item) => matches(item, { ...filter, ...change })).length;
  const occurs = (one: AttentionFilter) => items.some((item) => matches(item, one));
  const urgencyChoices = URGENCIES.filter((urgency) => urgency === filter.urgency || occurs({ urgency, topic: null }));
  const topicChoices = ATTENTION_TOPICS.filter((topic) => topic === filter.topic || occurs({ urgency: null, topic }));
  return (
    <div className="attention-filters">
      <Choices
        label={page.urgency}
        name="urgency"
        choices={[null, ...urgencyChoices].map((urgency) => [urgency, urgency === null ? page.any : urgencies[urgency], count({ urgency })])}
      />
      <Choices
        label={page.topic}
        name="kind"
        choices={[null, ...topicChoices].map((topic) => [topic, topic === null ? page.any : topics[topic], count({ topic })])}
      />
    </div>
  );
}

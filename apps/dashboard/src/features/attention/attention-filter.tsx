import { URGENCIES } from '@ocop/domain';
import { Link } from '@tanstack/react-router';
import { ATTENTION_TOPICS, matches, type AttentionFilter, type ListedItem } from '../../lib/attention-goal.js';
import { useLanguage } from '../../lib/language.js';

interface ChoicesProps {
  label: string;
  /** the name in the address */
  name: 'urgency' | 'kind';
  chosen: string | null;
  choices: readonly (readonly [value: string | null, words: string, count: number])[];
}

function Choices({ label, name, chosen, choices }: ChoicesProps) {
  return (
    <nav aria-label={label}>
      <span className="muted">{label}</span>
      {choices.map(([value, words, count]) => (
        <Link
          key={value}
          to="."
          search={(search: Record<string, unknown>) => ({ ...search, [name]: value ?? undefined })}
          resetScroll={false}
          activeOptions={{ exact: true }}
          aria-current={value === chosen ? 'true' : undefined}
        >
          {words} <span className="attention-total">{count}</span>
        </Link>
      ))}
    </nav>
  );
}

/** The list by urgency and by what it is about; each choice says how many it would show. */
export function AttentionFilters({ items, filter }: { items: readonly ListedItem[]; filter: AttentionFilter }) {
  const { messages } = useLanguage();
  const { page, urgencies, topics } = messages.attention;
  const count = (change: Partial<AttentionFilter>) => items.filter((item) => matches(item, { ...filter, ...change })).length;
  return (
    <div className="attention-filters">
      <Choices
        label={page.urgency}
        name="urgency"
        chosen={filter.urgency}
        choices={[null, ...URGENCIES].map((urgency) => [urgency, urgency === null ? page.any : urgencies[urgency], count({ urgency })])}
      />
      <Choices
        label={page.topic}
        name="kind"
        chosen={filter.topic}
        choices={[null, ...ATTENTION_TOPICS].map((topic) => [topic, topic === null ? page.any : topics[topic], count({ topic })])}
      />
    </div>
  );
}

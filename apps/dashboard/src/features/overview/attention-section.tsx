import { Link } from '@tanstack/react-router';
import { AttentionGroups } from '../../components/attention-list.js';
import { useLanguage } from '../../lib/language.js';
import { searchOf } from '../../lib/page-search.js';
import { OverviewSection } from './overview-section.js';
import type { Overview } from './use-overview.js';

/** As many as can be read at a glance; the page has them all. */
const SHOWN = 6;

/** The most urgent of what waits for somebody. */
export function AttentionSection({ view, attention }: Overview) {
  const { messages } = useLanguage();
  const words = messages.attention;
  const { items, total } = attention.data ?? { items: [], total: 0 };
  return (
    <OverviewSection name="attention" heading={total > 0 ? words.headingCount(total) : words.heading} queries={[attention]}>
      {total === 0 ? <p>{words.calm}</p> : <AttentionGroups view={view} items={items} shown={SHOWN} heading="h3" />}
      {total > SHOWN && (
        <p className="attention-all">
          <Link to="/viec-can-xu-ly" search={searchOf(view)}>
            {words.all(total)}
          </Link>
        </p>
      )}
    </OverviewSection>
  );
}

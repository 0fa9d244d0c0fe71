import { ATTENTION_TOPICS, type AttentionList, type AttentionTopic } from '@ocop/contracts';
import { URGENCIES, type Urgency } from '@ocop/domain';

export type ListedItem = AttentionList['items'][number];

/** Where an item is dealt with; year and day go along. */
export function attentionGoal({ subject }: ListedItem): { to: string; search: Record<string, string> } {
  switch (subject.type) {
    case 'certificate':
      return { to: `/san-pham/${subject.productId}`, search: {} };
    case 'registration':
      return { to: `/ho-so/${subject.id}`, search: {} };
    case 'round':
      return { to: `/dot/${subject.no}`, search: {} };
    case 'supplements':
      return { to: '/san-pham', search: { supplement: 'supplement' } };
    case 'reports':
      return { to: '/bao-cao-xa', search: {} };
    case 'own-report':
      return { to: subject.reportId === null ? '/bao-cao' : `/bao-cao/${subject.reportId}`, search: {} };
    default:
      return subject satisfies never;
  }
}

export interface UrgencyGroup {
  urgency: Urgency;
  /** of all items, also when not all are shown */
  total: number;
  items: ListedItem[];
}

// A day of the plan is of every product's; a single product's own day comes after.
const isOfProduct = ({ subject }: ListedItem): boolean => 'name' in subject;

/**
 * Items by urgency, overdue first, in each what the plan itself sets before single products; of all groups together no
 * more than `shown`, and no group that would be empty.
 */
export function groupByUrgency(items: readonly ListedItem[], shown = Number.POSITIVE_INFINITY): UrgencyGroup[] {
  let left = shown;
  return URGENCIES.map((urgency) => {
    const all = items.filter((item) => item.urgency === urgency);
    const ordered = [...all.filter((item) => !isOfProduct(item)), ...all.filter(isOfProduct)].slice(0, left);
    left -= ordered.length;
    return { urgency, total: all.length, items: ordered };
  }).filter((group) => group.items.length > 0);
}

/** What the address asks of the list; what it does not know is left out. */
export interface AttentionFilter {
  urgency: Urgency | null;
  topic: AttentionTopic | null;
}

export function readAttentionFilter({ urgency, kind }: { urgency?: string | undefined; kind?: string | undefined }): AttentionFilter {
  return { urgency: URGENCIES.find((known) => known === urgency) ?? null, topic: ATTENTION_TOPICS.find((known) => known === kind) ?? null };
}

export const matches = (item: ListedItem, { urgency, topic }: AttentionFilter): boolean =>
  (urgency === null || item.urgency === urgency) && (topic === null || item.subject.type === topic);

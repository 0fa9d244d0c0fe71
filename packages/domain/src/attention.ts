import { URGENCIES, type AttentionFacts, type AttentionItem } from './attention-item.js';
import { certificateItems } from './certificate-attention.js';
import type { Day } from './day.js';
import { compareVietnamese } from './names.js';
import { ownReportItems, unsentReportItems } from './own-report-attention.js';
import { reportsItems, roundItems, supplementsItems } from './plan-attention.js';
import { registrationItems } from './registration-attention.js';
import { asKnownOn } from './waiting-dossiers.js';

const nameOf = ({ subject }: AttentionItem): string => ('name' in subject ? subject.name : '');
const compareTexts = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

// What has no day comes after what has one: no day is later than every day.
const dayOrder = ({ dueOn }: AttentionItem): string => dueOn ?? '9999';

/** Overdue first, then soon, then later, then what lapsed long ago; within each by last day, then by name. No two items are equal. */
export function compareAttention(a: AttentionItem, b: AttentionItem): number {
  return (
    URGENCIES.indexOf(a.urgency) - URGENCIES.indexOf(b.urgency) ||
    compareTexts(dayOrder(a), dayOrder(b)) ||
    compareVietnamese(nameOf(a), nameOf(b)) ||
    compareTexts(a.key, b.key)
  );
}

/**
 * Everything that waits for somebody on a day, most urgent first: what is late, and what is due within 180 days. Facts
 * dated after asOf are not looked at. Throws RangeError on a bad day or bad points.
 */
export function attentionItems(facts: AttentionFacts): AttentionItem[] {
  const known = facts.registrations.map((one) => asKnownOn(one, facts.asOf)).filter((one) => one !== null);
  const items: AttentionItem[] = [
    ...supplementsItems(facts),
    ...roundItems(facts, known),
    ...reportsItems(facts),
    ...ownReportItems(facts),
    ...unsentReportItems(facts),
    ...certificateItems(facts),
    ...registrationItems(facts, known),
  ];
  return items.sort(compareAttention);
}

/** The day of a calendar an item belongs on: its last day in time; one without, the day since which it waits. */
export function attentionCalendarDay(item: AttentionItem): Day {
  return item.dueOn === null ? item.subject.since : item.dueOn;
}

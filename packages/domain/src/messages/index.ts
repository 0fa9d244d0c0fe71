import { en } from './en.js';
import type { DomainMessages } from './domain-messages.js';
import { vi } from './vi.js';

export const LOCALES = ['vi', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** The words of the domain in each language; Vietnamese is complete and comes first. */
export const domainMessages: Readonly<Record<Locale, DomainMessages>> = { vi, en };

/** Where a figure comes from, in Vietnamese: clauseReference('1227', 'II.2') → "Kế hoạch 1227, mục II.2". */
export function clauseReference(planNumber: string, clause: string, locale: Locale = 'vi'): string {
  return domainMessages[locale].clauseReference(planNumber, clause);
}

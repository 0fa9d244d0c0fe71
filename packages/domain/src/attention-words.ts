import type { AttentionItem } from './attention-item.js';
import { daysBetween } from './day.js';
import { domainMessages, type Locale } from './messages/index.js';
import type { Count } from './messages/domain-messages.js';
import { countInText, formatDay, formatDayEnglish, formatInteger } from './wording.js';

const WRITERS = {
  vi: { day: formatDay, count: countInText },
  en: { day: formatDayEnglish, count: formatInteger },
} as const;

/** What waits, in a sentence without its full stop. */
export function attentionSentence(item: AttentionItem, locale: Locale = 'vi'): string {
  const { attentionSentences, stageNames } = domainMessages[locale];
  const write = WRITERS[locale];
  const counted = (n: number): Count => ({ n, text: write.count(n) });
  switch (item.kind) {
    case 'supplements-due':
      return attentionSentences[item.kind]();
    case 'recognition-due':
    case 'recognition-missed':
    case 'sending-due':
    case 'sending-missed':
      return attentionSentences[item.kind](item.subject.no, counted(item.count));
    case 'reports-due':
    case 'reports-missed':
      return attentionSentences[item.kind](item.subject.period, counted(item.count));
    case 'own-report-coming':
    case 'own-report-failed':
    case 'own-report-unfinished':
    case 'own-report-unsent':
      return attentionSentences[item.kind](item.subject.period, write.day(item.subject.plannedOn));
    case 'certificate-lapses-in-180-days':
    case 'certificate-lapses-in-90-days':
    case 'certificate-lapses-in-30-days':
    case 'certificate-lapsed':
      return attentionSentences[item.kind](item.subject.name, item.subject.stars, write.day(item.subject.validTo));
    case 'registration-stuck':
      return attentionSentences[item.kind](item.subject.name, stageNames[item.subject.stage], write.day(item.subject.since));
    case 'result-without-decision':
      return attentionSentences[item.kind](item.subject.name, item.subject.stars, write.day(item.subject.since));
  }
}

/** Whose move it is and which. */
export function attentionNextStep({ nextStep }: AttentionItem, locale: Locale = 'vi'): string {
  return domainMessages[locale].nextSteps[nextStep];
}

/** How far off its last day is, or for how long a dossier has not moved; null when the plan sets no day. */
export function attentionDue(item: AttentionItem, locale: Locale = 'vi'): string | null {
  if (item.dueOn === null) return null;
  const { dueOn, daysLeft } = item;
  const { dueWords } = domainMessages[locale];
  if (item.kind === 'registration-stuck') return dueWords.unmoved(daysBetween(item.subject.since, dueOn) - daysLeft);
  if (daysLeft === 0) return dueWords.today;
  const lastDay = WRITERS[locale].day(dueOn);
  return daysLeft > 0 ? dueWords.ahead(daysLeft, lastDay) : dueWords.late(-daysLeft, lastDay);
}

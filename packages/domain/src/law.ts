import { certificateValidTo } from './certificate.js';
import { addDays, type Day } from './day.js';
import type { Stars } from './stars.js';

export const AUTHORITIES = ['town', 'province', 'ministry'] as const;
export type Authority = (typeof AUTHORITIES)[number];

export const RECOGNISED_STARS = [3, 4, 5] as const;
export type RecognisedStars = (typeof RECOGNISED_STARS)[number];

export const LAW_TOPICS = ['recognition-authority', 'certificate-months', 're-evaluation-window'] as const;
/** What the law decides about the programme and has changed, or may. */
export type LawTopic = (typeof LAW_TOPICS)[number];

/** Who recognises each star. */
export type AuthorityByStars = Readonly<Record<RecognisedStars, Authority>>;
/** Days before the end of a certificate between which its re-evaluation dossier goes in. */
export interface ReEvaluationWindow {
  fromDays: number;
  toDays: number;
}
export interface LawValues {
  'recognition-authority': AuthorityByStars;
  'certificate-months': number;
  're-evaluation-window': ReEvaluationWindow;
}

/** One provision, in force from its day until a later one of the same topic. */
export interface LawRule<T extends LawTopic = LawTopic> {
  topic: T;
  /** Null = since before anything on record. */
  validFrom: Day | null;
  legalBasis: string;
  value: LawValues[T];
}

/** The rule of a topic in force on a day: a record is judged by the law of its own date. Null = none is on record. */
export function lawOn<T extends LawTopic>(rules: readonly LawRule[], topic: T, on: Day): LawRule<T> | null {
  let found: LawRule<T> | null = null;
  for (const rule of rules) {
    if (rule.topic !== topic || (rule.validFrom ?? '') > on) continue;
    if (found === null || (rule.validFrom ?? '') >= (found.validFrom ?? '')) found = rule as LawRule<T>;
  }
  return found;
}

/** Who may recognise these stars on a day; null = no rule of that day is on record, so nothing can be checked. */
export const authorityOn = (rules: readonly LawRule[], stars: RecognisedStars, on: Day): Authority | null =>
  lawOn(rules, 'recognition-authority', on)?.value[stars] ?? null;

/** The last valid day of a certificate by the law on the day of its decision; null = no rule is on record. */
export function validToOn(rules: readonly LawRule[], decidedOn: Day): Day | null {
  const rule = lawOn(rules, 'certificate-months', decidedOn);
  return rule === null ? null : certificateValidTo(decidedOn, rule.value);
}

/** The days on which the re-evaluation dossier of a certificate goes in (QĐ 26/2026/QĐ-TTg: 180 to 120 days before its end). */
export const reEvaluationDays = (validTo: Day, { fromDays, toDays }: ReEvaluationWindow): { from: Day; to: Day } => ({
  from: addDays(validTo, -fromDays),
  to: addDays(validTo, -toDays),
});

export const isRecognisedStars = (stars: Stars): stars is RecognisedStars => stars >= 3;

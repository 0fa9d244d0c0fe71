import type { Day } from '@ocop/domain';
import type { DemoYear } from './demo-data.js';
import { messages } from './messages.js';
import type { Random } from './random.js';
import { workingDay, type Span } from './working-days.js';

// What happens to each dossier on its own day; its spans follow one another.
export const dossierSpans = {
  registeredBySupplement: ['05-20', '06-07'],
  preparing: ['04-20', '05-06'],
  preparingAfterSupplement: ['06-17', '07-05'],
  1: { received: ['05-15', '05-29'], assessed: ['06-03', '06-14'], withdrawn: ['06-03', '06-20'] },
  2: { received: ['08-15', '08-29'], assessed: ['09-05', '09-14'], withdrawn: ['09-05', '09-20'] },
} as const satisfies Record<string | number, Span | Record<string, Span>>;

// What happens to all dossiers of a round at once (plan 1227, III.3: the town before 10/7 and 10/10, to the province before 15/7 and 15/10).
const roundSpans = {
  1: {
    scored: ['06-20', '06-28'],
    townDecided: ['07-03', '07-09'],
    sent: ['07-10', '07-14'],
    provinceScored: ['08-08', '08-22'],
    provinceDecided: ['08-28', '09-20'],
  },
  2: {
    scored: ['09-20', '09-28'],
    townDecided: ['10-03', '10-09'],
    sent: ['10-10', '10-14'],
    provinceScored: ['11-05', '11-20'],
    provinceDecided: ['11-25', '12-12'],
  },
} as const satisfies Record<1 | 2, Record<string, Span>>;

/** The days and decisions of one evaluation round. */
export interface RoundCalendar {
  scoredOn: Day;
  townDecidedOn: Day;
  sentOn: Day;
  provinceScoredOn: Day;
  provinceDecidedOn: Day;
  townDecision: string;
  provinceDecision: string;
}

/** The days of a round in a year, all dossiers of the round together. */
export function roundCalendar(random: Random, year: DemoYear, round: 1 | 2): RoundCalendar {
  const on = (span: Span) => workingDay(random, year, span);
  const spans = roundSpans[round];
  // The numbers of the two rounds, and of town and province, never meet.
  const decision = (from: number) => messages.decision(random.between(from, from + 40) + (round - 1) * 50, year);
  return {
    scoredOn: on(spans.scored),
    townDecidedOn: on(spans.townDecided),
    sentOn: on(spans.sent),
    provinceScoredOn: on(spans.provinceScored),
    provinceDecidedOn: on(spans.provinceDecided),
    townDecision: decision(8),
    provinceDecision: decision(108),
  };
}

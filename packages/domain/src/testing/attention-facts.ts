import { attentionItems } from '../attention.js';
import type { AttentionFacts, AttentionItem, AttentionRound, RegistrationFacts } from '../attention-item.js';
import type { Day } from '../day.js';
import type { RegistrationStage } from '../registration.js';
import type { Stars } from '../stars.js';

/** The rounds of plan 1227 (III.3): recognised before 10/7 and 10/10, sent on before 15/7 and 15/10/2024. */
export const roundsOf1227 = (recognised: readonly [number, number] = [0, 0]): AttentionRound[] => [
  { no: 1, townRecognitionBefore: '2024-07-10', dossiersToProvinceBefore: '2024-07-15', recognised: recognised[0] },
  { no: 2, townRecognitionBefore: '2024-10-10', dossiersToProvinceBefore: '2024-10-15', recognised: recognised[1] },
];

/** Plan 1227 on a day, with supplements before 10/6/2024 (V.4) and nothing registered; nothing is ever stuck in it. */
export const factsOn = (asOf: Day, more: Partial<AttentionFacts> = {}): AttentionFacts => ({
  asOf,
  supplementBefore: '2024-06-10',
  rounds: roundsOf1227(),
  reports: [],
  registrations: [],
  certificates: [],
  settings: { stuckAfterDays: 1_000, reEvaluationWindow: null },
  ...more,
});

export const dossier = (stage: RegistrationStage, more: Partial<RegistrationFacts> = {}): RegistrationFacts => ({
  id: 1,
  productName: 'Thanh trà Hương Vân',
  unitName: 'Phường Hương Vân',
  kind: 'new',
  stage,
  stageOn: '2024-04-09',
  roundNo: null,
  points: null,
  awardedStars: null,
  resultOn: null,
  ...more,
});

/** A dossier scored by the town's council on a day. */
export const scored = (points: string, awardedStars: Stars, resultOn: Day, more: Partial<RegistrationFacts> = {}): RegistrationFacts =>
  dossier('scored-by-town', { points, awardedStars, resultOn, stageOn: resultOn, ...more });

/** A dossier that the town's council disqualified on a day, with the points it has all the same. */
export const disqualified = (points: string, resultOn: Day): RegistrationFacts =>
  dossier('scored-by-town', { points, resultOn, stageOn: resultOn });

/** What is told of a kind: kind, urgency, days left, count if there is one, next step. */
export function told(facts: AttentionFacts, kind: string): string[] {
  const words = (item: AttentionItem) => {
    const count = 'count' in item ? [item.count] : [];
    return [item.kind, item.urgency, item.daysLeft ?? 'no-day', ...count, item.nextStep];
  };
  return attentionItems(facts)
    .filter((item) => item.kind.startsWith(kind))
    .map((item) => words(item).join(' '));
}

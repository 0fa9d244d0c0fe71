import { addDays, type Day } from './day.js';
import { isInTime } from './deadline.js';
import {
  dueState,
  type AttentionFacts,
  type AttentionRound,
  type NextStep,
  type RegistrationFacts,
  type ReportsItem,
  type RoundItem,
  type SupplementsItem,
} from './attention-item.js';
import { roundsInOrder } from './round.js';
import { ownRound, roundOfResult, waitsForProvince, waitsForTown } from './waiting-dossiers.js';

/** The list's supplements, until their last day in time (clause V.4); "nếu có", so their day is never missed. */
export function supplementsItems({ supplementBefore, asOf }: AttentionFacts): SupplementsItem[] {
  const due = dueState(addDays(supplementBefore, -1), asOf);
  if (due === null || due.urgency === 'overdue') return [];
  return [{ key: 'supplements', kind: 'supplements-due', ...due, nextStep: 'send-supplements', subject: { type: 'supplements' } }];
}

/** Commune reports that are missing (clause V.4). */
export function reportsItems({ reports, asOf }: AttentionFacts): ReportsItem[] {
  return reports.flatMap(({ period, before, expected, received }): ReportsItem[] => {
    const due = dueState(addDays(before, -1), asOf);
    if (due === null || received >= expected) return [];
    const missed = due.urgency === 'overdue';
    return [
      {
        key: `reports-${period}`,
        kind: missed ? 'reports-missed' : 'reports-due',
        ...due,
        nextStep: missed ? 'demand-reports' : 'remind-communes',
        subject: { type: 'reports', period },
        count: expected - received,
      },
    ];
  });
}

const isAhead = ({ townRecognitionBefore }: AttentionRound, asOf: Day): boolean => isInTime(asOf, townRecognitionBefore);

/** Which of the dossiers that wait for the town a round ahead still serves, or a passed one left waiting. */
function dossiersOfRound(
  waiting: readonly RegistrationFacts[],
  round: AttentionRound,
  { rounds, asOf }: AttentionFacts,
): RegistrationFacts[] {
  const ordered = roundsInOrder(rounds);
  const lastPassed = ordered.findLast((one) => !isAhead(one, asOf));
  const anyAhead = ordered.some((one) => isAhead(one, asOf));
  // A round that recognised something did its work: what was put into no round waits for the next, while there is one.
  const leftAll = round.no === lastPassed?.no && (round.recognised === 0 || !anyAhead);
  return waiting.filter((registration) => {
    const own = ownRound(registration, rounds);
    if (own?.no === round.no) return true;
    if (!isAhead(round, asOf)) return own === null && leftAll;
    return own === null || !isAhead(own, asOf);
  });
}

interface RoundTask {
  no: number;
  before: Day;
  count: number;
  ahead: NextStep;
  missed: NextStep;
}

function roundItem(kind: 'recognition' | 'sending', { no, before, count, ahead, missed }: RoundTask, asOf: Day): RoundItem[] {
  const due = dueState(addDays(before, -1), asOf);
  if (due === null) return [];
  const subject = { type: 'round', no } as const;
  return due.urgency === 'overdue'
    ? [{ key: `${kind}-${no}`, kind: `${kind}-missed`, ...due, nextStep: missed, subject, count }]
    : [{ key: `${kind}-${no}`, kind: `${kind}-due`, ...due, nextStep: ahead, subject, count }];
}

/**
 * Of each round: the town's recognition while dossiers wait for it, and the sending of those of 70 to 100 points to the
 * province (clause III.3). Until a round's recognition any dossier not scored may yet get 70 points, so its sending is listed too.
 */
export function roundItems(facts: AttentionFacts, registrations: readonly RegistrationFacts[]): RoundItem[] {
  const { rounds, asOf } = facts;
  const forTown = registrations.filter(waitsForTown);
  const forProvince = registrations.filter(waitsForProvince);
  const anyAhead = rounds.some((round) => isAhead(round, asOf));
  return rounds.flatMap((round) => {
    const { no, townRecognitionBefore, dossiersToProvinceBefore } = round;
    const waiting = dossiersOfRound(forTown, round, facts).length;
    const unscored = dossiersOfRound(forTown.filter(({ points }) => points === null), round, facts).length;
    const ready = forProvince.filter((one) => roundOfResult(one, rounds, 'dossiersToProvinceBefore')?.no === no).length;
    const items: RoundItem[] = [];
    if (waiting > 0) {
      const missed = anyAhead ? 'move-to-next-round' : 'conclude-dossiers';
      const task = { no, before: townRecognitionBefore, count: waiting, ahead: 'evaluate-and-recognise', missed } as const;
      items.push(...roundItem('recognition', task, asOf));
    }
    if (ready > 0 || (unscored > 0 && isAhead(round, asOf))) {
      const steps = { ahead: 'send-to-province', missed: 'send-to-province-at-once' } as const;
      items.push(...roundItem('sending', { no, before: dossiersToProvinceBefore, count: ready, ...steps }, asOf));
    }
    return items;
  });
}

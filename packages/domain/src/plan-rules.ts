import type { Day } from './day.js';
import { INDICATOR_IDS } from './indicators.js';
import type { PeriodKind } from './period.js';
import type { RoundDays } from './round.js';

/** What a target of a plan may be of: an indicator, or the yearly cycle that goes on, which no figure measures (clause II.2). */
export const TARGET_IDS = [...INDICATOR_IDS, 'annual-cycle-maintained'] as const;
export type TargetId = (typeof TARGET_IDS)[number];

/** What the rules about a plan are about, whether it comes from a file or from a person. */
export interface PlanToJudge {
  year: number;
  issuedOn: Day;
  /** “Trước ngày”: communes' supplements to the product list. */
  supplementBefore: Day;
  targets: readonly { indicatorId: string }[];
  rounds: readonly RoundDays[];
  /** `dueBefore` null = the plan sets no day. */
  reports: readonly { period: PeriodKind; dueBefore: Day | null }[];
}

export const PLAN_FAULTS = [
  'issued-after-year', 'supplement-before-issue', 'supplement-outside-year', 'no-target', 'target-twice', 'no-round', 'round-number', 'round-before-issue', 'rounds-out-of-order',
  'round-out-of-order', 'report-twice', 'report-before-issue',
] as const;
/** What is wrong with a plan, and at which of its values. */
export interface PlanFault {
  path: readonly (string | number)[];
  fault: (typeof PLAN_FAULTS)[number];
}

/**
 * Everything that contradicts itself in a plan: the day of issue against the year, supplements (clause V.4), the two days
 * of each round and the rounds among each other (III.3), report days (V.4); and what must be there, or be there once (II.2).
 */
export function planFaults({ year, issuedOn, supplementBefore, targets, rounds, reports }: PlanToJudge): PlanFault[] {
  const found: PlanFault[] = [];
  const judge = (wrong: boolean, fault: PlanFault['fault'], ...path: PlanFault['path']) => {
    if (wrong) found.push({ path, fault });
  };
  judge(issuedOn > `${year}-12-31`, 'issued-after-year', 'issuedOn');
  judge(supplementBefore <= issuedOn, 'supplement-before-issue', 'supplementBefore');
  judge(!supplementBefore.startsWith(`${year}-`), 'supplement-outside-year', 'supplementBefore');
  judge(targets.length === 0, 'no-target', 'targets');
  for (const [index, { indicatorId }] of targets.entries()) {
    judge(targets.slice(0, index).some((one) => one.indicatorId === indicatorId), 'target-twice', 'targets', index, 'indicatorId');
  }
  judge(rounds.length === 0, 'no-round', 'rounds');
  for (const [index, { no, townRecognitionBefore, dossiersToProvinceBefore }] of rounds.entries()) {
    const previous = rounds[index - 1];
    judge(no !== index + 1, 'round-number', 'rounds', index, 'no');
    judge(townRecognitionBefore <= issuedOn, 'round-before-issue', 'rounds', index, 'townRecognitionBefore');
    judge(previous !== undefined && townRecognitionBefore <= previous.townRecognitionBefore, 'rounds-out-of-order', 'rounds', index, 'townRecognitionBefore');
    judge(dossiersToProvinceBefore <= issuedOn, 'round-before-issue', 'rounds', index, 'dossiersToProvinceBefore');
    judge(dossiersToProvinceBefore < townRecognitionBefore, 'round-out-of-order', 'rounds', index, 'dossiersToProvinceBefore');
  }
  for (const [index, { period, dueBefore }] of reports.entries()) {
    judge(reports.slice(0, index).some((one) => one.period === period), 'report-twice', 'reports', index, 'period');
    judge(dueBefore !== null && dueBefore <= issuedOn, 'report-before-issue', 'reports', index, 'dueBefore');
  }
  return found;
}

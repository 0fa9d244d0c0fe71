import type { Day } from './day.js';
import { deadlineState } from './deadline.js';

export const INDICATOR_IDS = [
  'newly-recognised-products',
  're-recognised-products',
  'upgraded-products',
  'registrations-by-stage',
  'dossiers-sent-to-province',
  'certificates-expiring',
  'commune-reports-on-time',
  'funding-planned',
  'funding-allocated',
  'funding-disbursed',
  'disbursement-rate',
  'socialised-share',
] as const;
export type IndicatorId = (typeof INDICATOR_IDS)[number];

export const INDICATOR_UNITS = ['product', 'registration', 'dossier', 'certificate', 'report', 'dong', 'percent'] as const;
export type IndicatorUnit = (typeof INDICATOR_UNITS)[number];

export const DIRECTIONS = ['more-is-better', 'less-is-better', 'neutral'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export interface IndicatorDefinition {
  id: IndicatorId;
  unit: IndicatorUnit;
  direction: Direction;
  /** clause of the plan the indicator answers to, such as 'II.2' */
  clause: string;
}

function define<Id extends IndicatorId>(
  id: Id,
  unit: IndicatorUnit,
  direction: Direction,
  clause: string,
): IndicatorDefinition & { id: Id } {
  return { id, unit, direction, clause };
}

/** What each indicator measures, which way is good, and the clause of the plan it answers to. */
export const INDICATOR_DEFINITIONS: Readonly<Record<IndicatorId, IndicatorDefinition>> = {
  'newly-recognised-products': define('newly-recognised-products', 'product', 'more-is-better', 'II.2'),
  're-recognised-products': define('re-recognised-products', 'product', 'more-is-better', 'II.2'),
  'upgraded-products': define('upgraded-products', 'product', 'more-is-better', 'II.2'),
  'registrations-by-stage': define('registrations-by-stage', 'registration', 'neutral', 'III.3'),
  'dossiers-sent-to-province': define('dossiers-sent-to-province', 'dossier', 'more-is-better', 'III.3'),
  'certificates-expiring': define('certificates-expiring', 'certificate', 'less-is-better', 'III.2'),
  'commune-reports-on-time': define('commune-reports-on-time', 'report', 'more-is-better', 'V.4'),
  'funding-planned': define('funding-planned', 'dong', 'neutral', 'IV'),
  'funding-allocated': define('funding-allocated', 'dong', 'more-is-better', 'IV'),
  'funding-disbursed': define('funding-disbursed', 'dong', 'more-is-better', 'IV'),
  'disbursement-rate': define('disbursement-rate', 'percent', 'more-is-better', 'IV'),
  'socialised-share': define('socialised-share', 'percent', 'more-is-better', 'IV.1'),
};

export const INDICATOR_STATUSES = [
  'achieved',
  'on-track',
  'at-risk',
  'late',
  'not-achieved',
  'tracking',
  'no-data',
] as const;
/** 'tracking' is a figure without a target. */
export type IndicatorStatus = (typeof INDICATOR_STATUSES)[number];

/** Missing is null, never 0. Money is bigint đồng; a percentage is a number such as 63.6. */
export interface IndicatorReading {
  value: number | bigint | null;
  target: number | bigint | null;
}

export interface TargetQuestion {
  value: number | null;
  target: number | null;
  /** registrations that can still add to the value this year */
  openCandidates: number;
  /** round deadlines of the plan that have passed by asOf */
  missedRounds: number;
  /** “trước ngày” up to which the communes may add to the product list (clause V.4) */
  supplementBefore: Day;
  /** plan year */
  year: number;
  asOf: Day;
}

/**
 * How a count stands against its yearly target (clause II.2). 'late' means that what is in the pipeline can no longer
 * reach the target; 'at-risk' that it can, but a round of the year has already gone by (clause III.3), or that it holds too
 * few while the list may still be added to (V.4).
 */
export function targetStatus(question: TargetQuestion): IndicatorStatus {
  const { value, target, openCandidates, missedRounds, supplementBefore, year, asOf } = question;
  if (value === null) return 'no-data';
  if (target === null) return 'tracking';
  if (value >= target) return 'achieved';
  if (asOf > `${year}-12-31`) return 'not-achieved';
  if (value + openCandidates < target) return asOf < supplementBefore ? 'at-risk' : 'late';
  return missedRounds > 0 ? 'at-risk' : 'on-track';
}

export interface ReportsQuestion {
  /** reports received in time; null when nobody records them */
  received: number | null;
  /** reports the plan asks for */
  expected: number;
  /** "trước ngày" deadline; null when no day has been set (the plan sets none) */
  dueBefore: Day | null;
  asOf: Day;
}

/** How the communes' reports stand (clause V.4): late once the deadline passes with one missing, at risk on its eve. */
export function reportsStatus({ received, expected, dueBefore, asOf }: ReportsQuestion): IndicatorStatus {
  if (received === null || expected === 0) return 'no-data';
  if (received >= expected) return 'achieved';
  if (dueBefore === null) return 'tracking';
  const { state } = deadlineState(dueBefore, asOf);
  if (state === 'passed') return 'late';
  return state === 'last-day' ? 'at-risk' : 'on-track';
}

/**
 * part ÷ whole as a percentage with one decimal (63.6), rounded half up from the exact fraction. Whole numbers only
 * (RangeError otherwise). Null when either is missing or the whole is not above 0: there is nothing to compare with.
 */
export function ratioPercent(part: bigint | number | null, whole: bigint | number | null): number | null {
  if (part === null || whole === null) return null;
  const exactPart = BigInt(part);
  const exactWhole = BigInt(whole);
  if (exactWhole <= 0n) return null;
  const divisor = exactWhole * 2n;
  const dividend = exactPart * 2000n + exactWhole;
  const remainder = ((dividend % divisor) + divisor) % divisor;
  return Number((dividend - remainder) / divisor) / 10;
}

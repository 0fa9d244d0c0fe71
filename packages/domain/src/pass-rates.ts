import { ratioPercent } from './indicators.js';
import { isOpenStage, REGISTRATION_STAGES, type RegistrationStage } from './registration.js';

/**
 * Fewer past registrations than this say nothing of a stage: one product more or less would move its share by more than
 * 20 points. One year of a town's list (six first-time products in plan 1227) is enough to speak.
 */
export const LEAST_HISTORY = 5;

/** A first-time registration of an earlier, finished plan year: every stage it stood at, and whether that year recognised it. */
export interface PastRegistration {
  stages: readonly RegistrationStage[];
  recognised: boolean;
}

/** Of the past registrations that stood at a stage, how many their year recognised. Percentages have one decimal. */
export interface PassRate {
  stage: RegistrationStage;
  reached: number;
  recognised: number;
  /** null, as are low and high, when fewer than LEAST_HISTORY reached the stage */
  percent: number | null;
  low: number | null;
  high: number | null;
}

/** A share with its bounds, each 0–1. */
export interface ShareInterval {
  share: number;
  low: number;
  high: number;
}

// The normal quantile that leaves 5 % on either side: a 90 % interval.
const Z = 1.644_853_626_951_472_2;

/**
 * k of n as a share with its Wilson score interval at 90 %, which stays within 0–1 and fits small numbers. Throws
 * RangeError unless 0 ≤ k ≤ n and n ≥ 1.
 */
export function wilsonInterval(k: number, n: number): ShareInterval {
  if (!Number.isInteger(k) || !Number.isInteger(n) || n < 1 || k < 0 || k > n) throw new RangeError(`No share: ${k} of ${n}`);
  const share = k / n;
  const square = Z * Z;
  const centre = share + square / (2 * n);
  const spread = Z * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n));
  const scale = 1 + square / n;
  // At the ends the bound is the share itself; floating point would miss it by a hair.
  return { share, low: k === 0 ? 0 : (centre - spread) / scale, high: k === n ? 1 : (centre + spread) / scale };
}

/** The share behind a pass rate; null when there is too little history. */
export function shareOf({ recognised, reached }: PassRate): ShareInterval | null {
  return reached < LEAST_HISTORY ? null : wilsonInterval(recognised, reached);
}

const oneDecimal = (share: number): number => Math.round(share * 1000) / 10;

/** The pass rate of every open stage, in the order of the stages (clause III.3). */
export function passRates(past: readonly PastRegistration[]): PassRate[] {
  return REGISTRATION_STAGES.filter(isOpenStage).map((stage) => {
    const stoodThere = past.filter(({ stages }) => stages.includes(stage));
    const counts = { stage, reached: stoodThere.length, recognised: stoodThere.filter(({ recognised }) => recognised).length };
    if (counts.reached < LEAST_HISTORY) return { ...counts, percent: null, low: null, high: null };
    const { low, high } = wilsonInterval(counts.recognised, counts.reached);
    return { ...counts, percent: ratioPercent(counts.recognised, counts.reached), low: oneDecimal(low), high: oneDecimal(high) };
  });
}

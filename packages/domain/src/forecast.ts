import type { Day } from './day.js';
import { passRates, shareOf, type PassRate, type PastRegistration, type ShareInterval } from './pass-rates.js';
import { prospectOf, type Contender, type Prospect } from './prospect.js';
import type { RegistrationStage } from './registration.js';
import type { RoundDays } from './round.js';

export const FORECAST_REASONS = ['achieved', 'out-of-reach', 'list-open', 'too-little-history'] as const;
/** Why a probability is exactly 100 or 0, or cannot be given. */
export type ForecastReason = (typeof FORECAST_REASONS)[number];

/** Whole percent. */
export interface Probability {
  percent: number;
  low: number;
  high: number;
}

export interface Forecast {
  /** products still needed; 0 when the target is reached */
  needed: number;
  prospects: Prospect[];
  /** of the stages at which a contender stands that can still be recognised */
  rates: PassRate[];
  /** null with too little history, or while the list may still grow to enough; 0 and 100 only when that is certain */
  probability: Probability | null;
  /** null when the probability is an estimate */
  why: ForecastReason | null;
}

export interface ForecastQuestion {
  /** products that count on asOf */
  value: number;
  target: number | null;
  /** every first-time registration of the plan year that does not count (yet) */
  contenders: readonly Contender[];
  rounds: readonly RoundDays[];
  past: readonly PastRegistration[];
  /** “trước ngày” up to which the communes may add to the product list (clause V.4) */
  supplementBefore: Day;
  /** plan year */
  year: number;
  asOf: Day;
}

/**
 * The probability (0–1) of at least `needed` successes among independent trials, each with its own chance: the upper
 * tail of the Poisson-binomial distribution, by exact convolution.
 */
export function probabilityAtLeast(needed: number, chances: readonly number[]): number {
  // exactly[k]: the probability of k successes among the chances taken in so far.
  let exactly = [1];
  for (const chance of chances) {
    const withOneMore = [...exactly, 0];
    exactly = withOneMore.map((none, k) => none * (1 - chance) + (exactly[k - 1] ?? 0) * chance);
  }
  return exactly.slice(Math.max(0, needed)).reduce((sum, one) => sum + one, 0);
}

// What history suggests is never certain, so it never reads as 0 or 100.
const estimatedPercent = (probability: number): number => Math.min(99, Math.max(1, Math.round(probability * 100)));

function estimate(needed: number, shares: readonly ShareInterval[]): Probability {
  const percentBy = (bound: keyof ShareInterval) => estimatedPercent(probabilityAtLeast(needed, shares.map((share) => share[bound])));
  return { percent: percentBy('share'), low: percentBy('low'), high: percentBy('high') };
}

const certainly = (percent: 0 | 100): Probability => ({ percent, low: percent, high: percent });

/**
 * Whether the yearly target of newly recognised products will be met (clause II.2), from how often registrations of
 * earlier years passed from the same stage. Null without a target. The method, by hand: docs/forecast.md.
 */
export function forecast(question: ForecastQuestion): Forecast | null {
  const { value, target, contenders, rounds, past, supplementBefore, year, asOf } = question;
  if (target === null) return null;
  const needed = Math.max(0, target - value);
  const prospects = contenders.map((contender) => prospectOf(contender, rounds, year, asOf));
  const stages: RegistrationStage[] = contenders.filter((_, index) => prospects[index]?.canStill).map(({ stage }) => stage);
  const rates = passRates(past).filter(({ stage }) => stages.includes(stage));
  const answer = (probability: Probability | null, why: ForecastReason | null): Forecast => ({ needed, prospects, rates, probability, why });

  if (needed === 0) return answer(certainly(100), 'achieved');
  if (stages.length < needed) return asOf < supplementBefore ? answer(null, 'list-open') : answer(certainly(0), 'out-of-reach');
  const shareAt = new Map(rates.map((rate) => [rate.stage, shareOf(rate)]));
  const shares = stages.map((stage) => shareAt.get(stage) ?? null).filter((share) => share !== null);
  if (shares.length < stages.length) return answer(null, 'too-little-history');
  return answer(estimate(needed, shares), null);
}

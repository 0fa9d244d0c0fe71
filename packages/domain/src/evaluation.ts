import { awardedStars, meanScore, parsePoints, PART_MAXIMUM, type Score, type Stars } from './stars.js';

export const EVALUATION_LEVELS = ['commune', 'town', 'province', 'ministry'] as const;
export type EvaluationLevel = (typeof EVALUATION_LEVELS)[number];

const TEN_THOUSAND = 10_000n;
export const SCORE_PARTS = ['a', 'b', 'c'] as const;
export type ScorePart = (typeof SCORE_PARTS)[number];
const MAXIMUM: Readonly<Record<ScorePart, number>> = { a: PART_MAXIMUM.A, b: PART_MAXIMUM.B, c: PART_MAXIMUM.C };

/** Points of one member, or the mean of all: texts such as "72,5". A part that is not told is null. */
export interface WrittenScore extends Readonly<Record<ScorePart, string | null>> {
  total: string;
}

/** What a council decided for itself; null = it set no rule (QĐ 148/QĐ-TTg leaves both to the council). */
export interface CouncilRule {
  /** Members appointed, and how many of them must have scored, as a fraction. */
  members: number | null;
  quorum: { numerator: number; denominator: number } | null;
  /** Most points between the highest and the lowest total, as a text such as "10". */
  spreadLimit: string | null;
}

export const SCORE_FAULTS = ['not-points', 'part-above-maximum', 'total-not-sum', 'no-quorum', 'spread-too-wide'] as const;
export interface ScoreFault {
  /** Which written score, counted from 0; null = all together. */
  index: number | null;
  field: ScorePart | 'total';
  fault: (typeof SCORE_FAULTS)[number];
  /** What the sentence names: the maximum of the part, the sum of the parts, the least number of members, the limit. */
  limit: string;
}

/** A point with comma and without trailing zeros: 72,5. */
export function formatPoints(tenThousandths: bigint): string {
  const decimals = String(tenThousandths % TEN_THOUSAND).padStart(4, '0').replace(/0+$/, '');
  return `${tenThousandths / TEN_THOUSAND}${decimals === '' ? '' : `,${decimals}`}`;
}

function faultsOf(score: WrittenScore, index: number): ScoreFault[] {
  const faults: ScoreFault[] = [];
  let sum: bigint | null = 0n;
  for (const part of SCORE_PARTS) {
    const text = score[part];
    const points = text === null ? null : parsePoints(text);
    if (text !== null && points === null) faults.push({ index, field: part, fault: 'not-points', limit: String(MAXIMUM[part]) });
    else if (points !== null && points > BigInt(MAXIMUM[part]) * TEN_THOUSAND) {
      faults.push({ index, field: part, fault: 'part-above-maximum', limit: String(MAXIMUM[part]) });
    }
    sum = sum === null || points === null ? null : sum + points;
  }
  const total = parsePoints(score.total);
  if (total === null) faults.push({ index, field: 'total', fault: 'not-points', limit: '100' });
  else if (sum !== null && sum !== total) faults.push({ index, field: 'total', fault: 'total-not-sum', limit: formatPoints(sum) });
  return faults;
}

/** Everything that is wrong with what a council wrote, each with what it breaks (parts 40/25/35: QĐ 148/QĐ-TTg). */
export function scoreFaults(scores: readonly WrittenScore[], memberCount: number, rule: CouncilRule | null): ScoreFault[] {
  const faults = scores.flatMap(faultsOf);
  if (rule?.members && rule.quorum) {
    const least = Math.ceil((rule.members * rule.quorum.numerator) / rule.quorum.denominator);
    if (memberCount < least) faults.push({ index: null, field: 'total', fault: 'no-quorum', limit: String(least) });
  }
  const limit = rule?.spreadLimit === null || rule?.spreadLimit === undefined ? null : parsePoints(rule.spreadLimit);
  const widest = spread(scores);
  if (limit !== null && widest !== null && widest > limit) {
    faults.push({ index: null, field: 'total', fault: 'spread-too-wide', limit: formatPoints(limit) });
  }
  return faults;
}

/** Highest less lowest total, in 1/10 000 point; null when a total cannot be read. */
export function spread(scores: readonly WrittenScore[]): bigint | null {
  const totals = scores.map(({ total }) => parsePoints(total));
  if (totals.length === 0 || !totals.every((total) => total !== null)) return null;
  return totals.reduce((most, total) => (total > most ? total : most)) - totals.reduce((least, total) => (total < least ? total : least));
}

export interface EvaluationOutcome {
  score: Score;
  band: Stars;
  /** Null = disqualified, which stands outside the score. */
  stars: Stars | null;
  capped: boolean;
}

/**
 * The stars of a result, computed and never typed: the band of the mean, capped at the highest star whose minimums are met.
 * Null while a total cannot be read.
 */
export function evaluationOutcome(scores: readonly WrittenScore[], starCap: Stars, disqualified: boolean): EvaluationOutcome | null {
  const totals = scores.map(({ total }) => parsePoints(total));
  if (totals.length === 0 || !totals.every((total) => total !== null)) return null;
  const score = meanScore(totals);
  const { stars, band, capped } = awardedStars(score, starCap);
  return { score, band, stars: disqualified ? null : stars, capped };
}

/** The mean of one part over all members in 1/10 000 point, cut; null when a member's is missing. */
export function meanPart(scores: readonly WrittenScore[], part: ScorePart): bigint | null {
  const points = scores.map((score) => (score[part] === null ? null : parsePoints(score[part])));
  if (points.length === 0 || !points.every((one) => one !== null)) return null;
  return points.reduce((sum, one) => sum + one, 0n) / BigInt(points.length);
}

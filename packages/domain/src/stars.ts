export const STARS = [1, 2, 3, 4, 5] as const;
export type Stars = (typeof STARS)[number];

/** Most points of each part: A product and community strength, B marketing, C quality (QĐ 148/QĐ-TTg). */
export const PART_MAXIMUM = { A: 40, B: 25, C: 35 } as const;

/** The lowest star that gets a decision and a certificate (QĐ 148/QĐ-TTg). */
export const LOWEST_RECOGNISED_STARS: Stars = 3;

/** The council's mean as an exact fraction: sum of the members' totals in 1/10 000 point, over the members. */
export interface Score {
  sumTenThousandths: bigint;
  members: number;
}

const TEN_THOUSAND = 10_000n;
const BAND_FLOORS: readonly (readonly [Stars, bigint])[] = [
  [5, 90n],
  [4, 70n],
  [3, 50n],
  [2, 30n],
];

/** Reads points 0–100 with at most four decimals, comma or dot, as 1/10 000 point; null when it is not that. */
export function parsePoints(text: string): bigint | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,4}))?$/.exec(text.trim());
  if (match === null) return null;
  const points = BigInt(match[1] ?? '') * TEN_THOUSAND + BigInt((match[2] ?? '').padEnd(4, '0'));
  return points <= 100n * TEN_THOUSAND ? points : null;
}

/**
 * The arithmetic mean of the council members' totals (each in 1/10 000 point, 0–100 points), kept exact.
 * Throws RangeError without members or with a total outside 0–100.
 */
export function meanScore(memberTotals: readonly bigint[]): Score {
  if (memberTotals.length === 0) throw new RangeError('A score needs at least one council member');
  let sum = 0n;
  for (const total of memberTotals) {
    if (total < 0n || total > 100n * TEN_THOUSAND) throw new RangeError(`Points outside 0–100: ${total}`);
    sum += total;
  }
  return { sumTenThousandths: sum, members: memberTotals.length };
}

/** The star band of a score, half-open on the exact mean: 5★ [90, 100], 4★ [70, 90), 3★ [50, 70), 2★ [30, 50), 1★. */
export function starBand(score: Score): Stars {
  const members = BigInt(score.members);
  const band = BAND_FLOORS.find(([, floor]) => score.sumTenThousandths >= floor * TEN_THOUSAND * members);
  return band === undefined ? 1 : band[0];
}

/**
 * The stars a product is given: the band of its points, capped at the highest star all of whose required minimums
 * (and those of the stars below) are met.
 */
export function awardedStars(
  score: Score,
  highestStarWithMinimums: Stars,
): { stars: Stars; band: Stars; capped: boolean } {
  const band = starBand(score);
  const capped = highestStarWithMinimums < band;
  return { stars: capped ? highestStarWithMinimums : band, band, capped };
}

/** A score with decimal comma. Cut, not rounded, after four decimals: what stands below a band never reads as in it. */
export function formatScore(score: Score): string {
  const tenThousandths = score.sumTenThousandths / BigInt(score.members);
  const decimals = String(tenThousandths % TEN_THOUSAND)
    .padStart(4, '0')
    .replace(/0+$/, '');
  const whole = String(tenThousandths / TEN_THOUSAND);
  return decimals === '' ? whole : `${whole},${decimals}`;
}

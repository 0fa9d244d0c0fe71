import { awardedStars, type Stars } from '@ocop/domain';
import type { DemoEvaluation } from './demo-data.js';
import type { Random } from './random.js';
import type { Outcome } from './stories.js';

/** Points as a whole number of 1/10 000 point, and the highest star whose required minimums are met. */
interface Scoring {
  tenThousandths: number;
  starCap: Stars;
}

const hundredths = (random: Random, min: number, max: number) => random.between(min, max) * 100;

/** What a council gives for each outcome (QĐ 148/QĐ-TTg: bands half-open, never rounded first; the star capped by minimums). */
const scorings: Readonly<Record<Exclude<Outcome, 'withdrawn'>, (random: Random) => Scoring>> = {
  'three-stars': (random) => ({ tenThousandths: hundredths(random, 5240, 6880), starCap: random.pick([3, 4]) }),
  'just-below-four': (random) => ({ tenThousandths: random.pick([699_900, 699_850, 699_967]), starCap: 4 }),
  'capped-at-three': (random) => ({ tenThousandths: hundredths(random, 7025, 7480), starCap: 3 }),
  'four-stars': (random) => ({ tenThousandths: hundredths(random, 7160, 8690), starCap: random.pick([4, 5]) }),
  'lowered-by-province': (random) => ({ tenThousandths: hundredths(random, 7004, 7060), starCap: 4 }),
  'too-few-points': (random) => ({ tenThousandths: random.pick([499_900, hundredths(random, 3850, 4960)]), starCap: 3 }),
  'minimums-unmet': (random) => ({ tenThousandths: hundredths(random, 5050, 5780), starCap: 2 }),
};

/** 624300 → "62.43", 699967 → "69.9967". */
function writePoints(tenThousandths: number): string {
  const digits = String(tenThousandths).padStart(5, '0');
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`.replace(/00$/, '');
}

/** What the council of a level gives a registration that ends so. */
export function evaluate(
  random: Random,
  outcome: Exclude<Outcome, 'withdrawn'>,
  level: DemoEvaluation['level'],
): Pick<DemoEvaluation, 'level' | 'points' | 'starCap' | 'stars'> {
  const lowered = outcome === 'lowered-by-province' && level === 'province';
  const { tenThousandths, starCap } = scorings[lowered ? 'just-below-four' : outcome](random);
  const { stars } = awardedStars({ sumTenThousandths: BigInt(tenThousandths), members: 1 }, starCap);
  return { level, points: writePoints(tenThousandths), starCap, stars };
}

import type { RegistrationFacts } from './attention-item.js';
import { isInTime } from './deadline.js';
import type { Day } from './day.js';
import { isAtHigherLevel, isOpenStage } from './registration.js';
import { roundsInOrder, type RoundDays } from './round.js';
import { LOWEST_RECOGNISED_STARS, parsePoints, starBand } from './stars.js';

/** The registration as known on a day: null when its stage was reached later, without a result that came later. */
export function asKnownOn(registration: RegistrationFacts, asOf: Day): RegistrationFacts | null {
  if (registration.stageOn > asOf) return null;
  if (registration.resultOn === null || registration.resultOn <= asOf) return registration;
  return { ...registration, points: null, awardedStars: null, resultOn: null };
}

/**
 * Whether the town owes the dossier to the province: scored 70 to 100 points, "từ 4 sao trở lên" (clause III.3), so not
 * one that its required minimums hold at 3★, nor one disqualified. Throws RangeError on points that are no points.
 */
export function waitsForProvince({ stage, points, awardedStars }: RegistrationFacts): boolean {
  if (stage !== 'scored-by-town' || points === null || awardedStars === null) return false;
  const sumTenThousandths = parsePoints(points);
  if (sumTenThousandths === null) throw new RangeError(`Not points: ${points}`);
  return starBand({ sumTenThousandths, members: 1 }) >= 4 && awardedStars >= 4;
}

/** Whether the town can still recognise the dossier itself: open, here, not for the province, not scored below 3★ or disqualified. */
export function waitsForTown(registration: RegistrationFacts): boolean {
  const { stage, awardedStars, resultOn } = registration;
  if (!isOpenStage(stage) || isAtHigherLevel(stage) || waitsForProvince(registration)) return false;
  return stage !== 'scored-by-town' || resultOn === null || (awardedStars !== null && awardedStars >= LOWEST_RECOGNISED_STARS);
}

/** The round a dossier was put into, or moved to; null when it was put into none. */
export function ownRound<T extends RoundDays>({ roundNo }: RegistrationFacts, rounds: readonly T[]): T | null {
  return rounds.find(({ no }) => no === roundNo) ?? null;
}

/** The round whose day a result can keep: its own, else the first that ends after it, else the last; null without rounds. */
export function roundOfResult<T extends RoundDays>(
  registration: RegistrationFacts,
  rounds: readonly T[],
  day: 'townRecognitionBefore' | 'dossiersToProvinceBefore',
): T | null {
  const since = registration.resultOn ?? registration.stageOn;
  const ordered = roundsInOrder(rounds);
  return ownRound(registration, rounds) ?? ordered.find((round) => isInTime(since, round[day])) ?? ordered.at(-1) ?? null;
}

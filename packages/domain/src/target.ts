import { currentRecognition, stands, type RecognitionFact } from './certificate.js';
import { addDays, earlierOf, yearOf, type Day } from './day.js';
import type { RegistrationKind } from './registration.js';
import { LOWEST_RECOGNISED_STARS } from './stars.js';

function byProduct<T extends RecognitionFact>(recognitions: readonly T[]): T[][] {
  const groups = new Map<number, T[]>();
  for (const recognition of recognitions) {
    const group = groups.get(recognition.productId);
    if (group === undefined) groups.set(recognition.productId, [recognition]);
    else group.push(recognition);
  }
  return [...groups.values()];
}

function earliest<T extends RecognitionFact>(recognitions: readonly T[]): T | null {
  let first: T | null = null;
  for (const recognition of recognitions) {
    if (
      first === null ||
      recognition.decidedOn < first.decidedOn ||
      (recognition.decidedOn === first.decidedOn && recognition.stars > first.stars)
    ) {
      first = recognition;
    }
  }
  return first;
}

function oneEach<T extends RecognitionFact>(recognitions: readonly T[], pick: (own: readonly T[]) => T | null): T[] {
  return byProduct(recognitions)
    .map(pick)
    .filter((picked): picked is T => picked !== null);
}

function standsOfKind(recognition: RecognitionFact, kind: RegistrationKind, year: number, asOf: Day): boolean {
  return recognition.kind === kind && yearOf(recognition.decidedOn) === year && stands(recognition, asOf);
}

/**
 * What counts toward "công nhận thêm ít nhất 02 sản phẩm" (clause II.2): the recognitions of the plan year that are
 * their product's first at 3★ or above, of kind 'new', decided on or before asOf and not revoked by it. One a product.
 * Wants the products' whole history: without the earlier years a first recognition cannot be told from a later one.
 */
export function newlyRecognised<T extends RecognitionFact>(recognitions: readonly T[], year: number, asOf: Day): T[] {
  return oneEach(recognitions, (own) => {
    const firstDay = earliest(own.filter(({ stars }) => stars >= LOWEST_RECOGNISED_STARS))?.decidedOn;
    return earliest(own.filter((one) => one.decidedOn === firstDay && standsOfKind(one, 'new', year, asOf)));
  });
}

/** Products recognised at 3★ or above by a day, by a decision since revoked too: what comes next is not their first (clause II.2). */
export function recognisedProducts(recognitions: readonly RecognitionFact[], asOf: Day): Set<number> {
  const decided = recognitions.filter(({ stars, decidedOn }) => stars >= LOWEST_RECOGNISED_STARS && decidedOn <= asOf);
  return new Set(decided.map(({ productId }) => productId));
}

/** Products re-recognised in the plan year ("công nhận lại", clause II.2): kind 're-evaluation', one a product. */
export function reRecognised<T extends RecognitionFact>(recognitions: readonly T[], year: number, asOf: Day): T[] {
  return oneEach(recognitions, (own) => earliest(own.filter((one) => standsOfKind(one, 're-evaluation', year, asOf))));
}

/**
 * Products raised to a higher star in the plan year ("nâng hạng sao", clause III.3): kind 'upgrade', one a product.
 * An upgrade that ends with no more stars than were in force on its eve raised nothing and does not count; so this too
 * wants the products' whole history.
 */
export function upgraded<T extends RecognitionFact>(recognitions: readonly T[], year: number, asOf: Day): T[] {
  return oneEach(recognitions, (own) =>
    earliest(
      own.filter(
        (one) =>
          standsOfKind(one, 'upgrade', year, asOf) &&
          one.stars > (currentRecognition(own, addDays(one.decidedOn, -1))?.stars ?? 0),
      ),
    ),
  );
}

/**
 * Products due for re-evaluation in the plan year (clauses II.2, III.3): the recognitions in force when the year
 * begins whose last valid day lies within it. One revoked by asOf is no longer due. With an asOf before the year, what was
 * in force on that day.
 */
export function dueForReEvaluation<T extends RecognitionFact>(
  recognitions: readonly T[],
  year: number,
  asOf: Day,
): T[] {
  const eve = earlierOf(asOf, `${year - 1}-12-31`);
  return oneEach(recognitions, (own) => {
    const current = currentRecognition(own, eve);
    if (current === null || !stands(current, asOf)) return null;
    return yearOf(current.validTo) === year ? current : null;
  });
}

import { addMonths, daysBetween, type Day } from './day.js';
import type { RegistrationKind } from './registration.js';
import { LOWEST_RECOGNISED_STARS, type Stars } from './stars.js';

export interface RecognitionFact {
  productId: number;
  kind: RegistrationKind;
  stars: Stars;
  decidedOn: Day;
  /** Last valid day by the law of the day of the decision. */
  validTo: Day;
  revokedOn: Day | null;
}

/** The last valid day of a certificate: the same day so many months after the decision (36: 31/8/2021 → 31/8/2024). */
export function certificateValidTo(decidedOn: Day, months: number): Day {
  return addMonths(decidedOn, months);
}

/** Whether a recognition of 3★ or more was decided on or before a day and not revoked by it; expiry is not looked at. */
export function stands(recognition: RecognitionFact, asOf: Day): boolean {
  return (
    recognition.stars >= LOWEST_RECOGNISED_STARS &&
    recognition.decidedOn <= asOf &&
    (recognition.revokedOn === null || recognition.revokedOn > asOf)
  );
}

/**
 * The recognition in force among those of one product: the latest by decision day, on or before asOf and not revoked
 * by then; on the same day the higher stars. An older one entered later never lowers it. Null when there is none.
 * An expired recognition is still returned: `certificateState` says whether it has expired.
 */
export function currentRecognition<T extends RecognitionFact>(recognitions: readonly T[], asOf: Day): T | null {
  let current: T | null = null;
  for (const recognition of recognitions) {
    if (!stands(recognition, asOf)) continue;
    if (
      current === null ||
      recognition.decidedOn > current.decidedOn ||
      (recognition.decidedOn === current.decidedOn && recognition.stars > current.stars)
    ) {
      current = recognition;
    }
  }
  return current;
}

export const CERTIFICATE_STATES = ['valid', 'expiring', 'expired'] as const;
export type CertificateState = (typeof CERTIFICATE_STATES)[number];

/** How a certificate stands on a day: valid through its last day, "expiring" in the last `expiringWithinDays` days. */
export function certificateState(validTo: Day, asOf: Day, expiringWithinDays = 180): CertificateState {
  const daysLeft = daysBetween(asOf, validTo);
  if (daysLeft < 0) return 'expired';
  return daysLeft <= expiringWithinDays ? 'expiring' : 'valid';
}

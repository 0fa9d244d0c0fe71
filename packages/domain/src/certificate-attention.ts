import { addDays, daysBetween, type Day } from './day.js';
import {
  dueState,
  LATER_DAYS,
  LONG_LAPSED_DAYS,
  type AttentionFacts,
  type CertificateFacts,
  type CertificateItem,
  type NextStep,
} from './attention-item.js';
import type { ReEvaluationWindow } from './law.js';

function tier(daysValid: number): CertificateItem['kind'] {
  if (daysValid < 0) return 'certificate-lapsed';
  if (daysValid <= 30) return 'certificate-lapses-in-30-days';
  return daysValid <= 90 ? 'certificate-lapses-in-90-days' : 'certificate-lapses-in-180-days';
}

/** What to do about a certificate, and the last day for it. */
function todo(
  { validTo, reEvaluationOpen }: CertificateFacts,
  window: ReEvaluationWindow | null,
  asOf: Day,
): { dueOn: Day; nextStep: NextStep } {
  const daysValid = daysBetween(asOf, validTo);
  if (reEvaluationOpen) return { dueOn: validTo, nextStep: 'finish-re-evaluation' };
  if (daysValid < 0) return { dueOn: validTo, nextStep: 'submit-re-evaluation-at-once' };
  if (window === null) return { dueOn: validTo, nextStep: 'submit-re-evaluation' };
  const dueOn = addDays(validTo, -window.toDays);
  if (daysValid > window.fromDays) return { dueOn, nextStep: 'prepare-re-evaluation' };
  return { dueOn, nextStep: daysValid < window.toDays ? 'submit-re-evaluation-at-once' : 'submit-re-evaluation' };
}

/**
 * Certificates that lapse within 180 days or have lapsed (clauses II.2, III.3, "hết thời hạn 36 tháng"). Where the law
 * sets a window for the dossier and none is in, the window's last day is the one to keep.
 */
export function certificateItems({ certificates, settings, asOf }: AttentionFacts): CertificateItem[] {
  return certificates.flatMap((certificate): CertificateItem[] => {
    const { recognitionId, productId, productName, unitName, stars, validTo } = certificate;
    const { dueOn, nextStep } = todo(certificate, settings.reEvaluationWindow, asOf);
    const due = dueState(dueOn, asOf);
    if (due === null || daysBetween(asOf, validTo) > LATER_DAYS) return [];
    const subject = { type: 'certificate', recognitionId, productId, name: productName, unitName, stars, validTo } as const;
    const longLapsed = !certificate.reEvaluationOpen && daysBetween(validTo, asOf) > LONG_LAPSED_DAYS;
    const urgency = longLapsed ? 'long-lapsed' : due.urgency;
    return [{ key: `certificate-${recognitionId}`, kind: tier(daysBetween(asOf, validTo)), ...due, urgency, nextStep, subject }];
  });
}

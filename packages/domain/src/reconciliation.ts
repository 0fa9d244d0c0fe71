import type { STAGES_OF_SUM } from './funding.js';

/** What a commune reports of its money: what was to be spent, and what was; each is a sum of `STAGES_OF_SUM`. */
export const REPORTED_MEASURES = ['planned', 'disbursed'] as const satisfies readonly (keyof typeof STAGES_OF_SUM)[];
export type ReportedMeasure = (typeof REPORTED_MEASURES)[number];

/** khớp; lệch trong mức cho phép; lệch; xã chưa báo cáo; sổ chưa có */
export const RECONCILIATION_STATES = ['agrees', 'within-tolerance', 'differs', 'not-reported', 'not-in-ledger'] as const;
export type ReconciliationState = (typeof RECONCILIATION_STATES)[number];

/** States that whoever signs must explain. */
export const needsExplanation = (state: ReconciliationState): boolean => state !== 'agrees' && state !== 'within-tolerance';

/**
 * A commune's figure beside the ledger's, in whole đồng: difference = reported − own. A figure that was not reported is
 * not zero, so it differs by nothing one could name; a ledger without an entry sums up to zero, so a reported zero agrees
 * with it. Null = not reported; no entry.
 */
export function reconcile(reported: bigint | null, own: bigint | null, tolerance: bigint): { state: ReconciliationState; difference: bigint | null } {
  if (reported === null) return { state: 'not-reported', difference: null };
  const difference = reported - (own ?? 0n);
  if (difference === 0n) return { state: 'agrees', difference };
  if (own === null) return { state: 'not-in-ledger', difference };
  const apart = difference < 0n ? -difference : difference;
  return { state: apart <= tolerance ? 'within-tolerance' : 'differs', difference };
}

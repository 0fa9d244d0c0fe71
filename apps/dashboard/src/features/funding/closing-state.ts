import type { LedgerClosing } from '@ocop/contracts';

/** The closing that stands over a year; null = its ledger is open. */
export const standingClosing = (closings: readonly LedgerClosing[], year: number): LedgerClosing | null =>
  closings.find((closing) => closing.year === year && closing.reopened === null) ?? null;

/** Whether the ledger of a year takes no more entries. */
export const isClosed = (closings: readonly LedgerClosing[], year: number): boolean => standingClosing(closings, year) !== null;

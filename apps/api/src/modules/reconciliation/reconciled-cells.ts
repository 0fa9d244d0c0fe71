import { createHash } from 'node:crypto';
import type { FundingSummaryRow, ReconciliationCell } from '@ocop/contracts';
import { reconcile, REPORTED_MEASURES, STAGES_OF_SUM, type FundingStage } from '@ocop/domain';
import type { ReportedFigure } from './reconciliation.queries.js';

/** A commune's figures beside the ledger's, in the order of the sources; what neither has is left out. */
export function reconciledCells(
  sources: readonly string[],
  reported: readonly Pick<ReportedFigure, 'source' | 'measure' | 'amount'>[],
  sums: readonly FundingSummaryRow[],
  tolerance: string,
): ReconciliationCell[] {
  return sources.flatMap((source) =>
    REPORTED_MEASURES.flatMap((measure): ReconciliationCell[] => {
      const stages: readonly FundingStage[] = STAGES_OF_SUM[measure];
      const entries = sums.filter((row) => row.source === source && row.stage !== undefined && stages.includes(row.stage));
      const own = entries.length === 0 ? null : entries.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
      const amount = reported.find((one) => one.source === source && one.measure === measure)?.amount ?? null;
      if (own === null && amount === null) return [];
      const { state, difference } = reconcile(amount === null ? null : BigInt(amount), own, BigInt(tolerance));
      return [{ source, measure, reported: amount, own: own?.toString() ?? null, difference: difference?.toString() ?? null, state }];
    }),
  );
}

const figures = (cells: readonly ReconciliationCell[]) => JSON.stringify(cells.map(({ source, measure, reported, own }) => [source, measure, reported, own]));

/** Whether two hold the same figures: the tolerance is no figure. */
export const sameFigures = (a: readonly ReconciliationCell[], b: readonly ReconciliationCell[]): boolean => figures(a) === figures(b);

/** Names what a person looks at, figures and tolerance, so that nothing else is signed. */
export const seenOf = (cells: readonly ReconciliationCell[], tolerance: string): string => createHash('sha256').update(`${tolerance} ${figures(cells)}`).digest('hex');

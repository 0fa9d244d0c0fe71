import type { FundingSummaryRow } from '@ocop/contracts';
import { STAGES_OF_SUM, type Day, type FundingStage } from '@ocop/domain';

const PLANNED: ReadonlySet<FundingStage> = new Set<FundingStage>(STAGES_OF_SUM.planned);
const DISBURSED: ReadonlySet<FundingStage> = new Set<FundingStage>(STAGES_OF_SUM.disbursed);

/** Whole đồng; null where nothing was ever entered. */
interface SourceFigures {
  planned: bigint | null;
  disbursed: bigint | null;
}

export interface FundingFigures extends SourceFigures {
  bySource: ReadonlyMap<string, SourceFigures>;
  /** cumulative disbursement at the end of each month of the year, January first; null after the day asked */
  cumulative: readonly (bigint | null)[];
}

const plus = (sum: bigint | null, amount: bigint): bigint => (sum ?? 0n) + amount;

/** What the ledger's sums by source, stage and month say of a year on a day (clause IV). */
export function fundingFigures(rows: readonly FundingSummaryRow[], year: number, asOf: Day): FundingFigures {
  const bySource = new Map<string, SourceFigures>();
  let planned: bigint | null = null;
  let disbursed: bigint | null = null;
  for (const { source, stage, amount } of rows) {
    if (source === undefined || stage === undefined) continue;
    const figures = bySource.get(source) ?? { planned: null, disbursed: null };
    if (PLANNED.has(stage)) {
      figures.planned = plus(figures.planned, BigInt(amount));
      planned = plus(planned, BigInt(amount));
    } else if (DISBURSED.has(stage)) {
      figures.disbursed = plus(figures.disbursed, BigInt(amount));
      disbursed = plus(disbursed, BigInt(amount));
    }
    bySource.set(source, figures);
  }
  const cumulative = Array.from({ length: 12 }, (_, index) => {
    const month = `${year}-${String(index + 1).padStart(2, '0')}`;
    if (disbursed === null || month > asOf.slice(0, 7)) return null;
    return rows.reduce(
      (sum, row) =>
        row.stage !== undefined && DISBURSED.has(row.stage) && (row.month ?? '') <= month ? sum + BigInt(row.amount) : sum,
      0n,
    );
  });
  return { bySource, planned, disbursed, cumulative };
}

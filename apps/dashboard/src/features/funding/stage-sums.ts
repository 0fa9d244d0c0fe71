import type { FundingSummaryRow } from '@ocop/contracts';
import type { SourceStageSum, StageSum } from '@ocop/domain';

/** Rows of a summary by source and stage, their money exact. */
export const sourceStageSums = (rows: readonly FundingSummaryRow[]): SourceStageSum[] =>
  rows.flatMap(({ source, stage, amount }) => (source === undefined || stage === undefined ? [] : [{ source, stage, amount: BigInt(amount) }]));

/** Rows of a summary by stage, their money exact. */
export const stageSums = (rows: readonly FundingSummaryRow[]): StageSum[] =>
  rows.flatMap(({ stage, amount }) => (stage === undefined ? [] : [{ stage, amount: BigInt(amount) }]));

import { STAGES_OF_SUM, type FundingSourceKind, type FundingStage } from './funding.js';
import { ratioPercent } from './indicators.js';

/** The sums that money is read by, in the order it goes (clause IV). */
export const MONEY_COLUMNS = ['planned', 'allocated', 'disbursed', 'settled'] as const;
export type MoneyColumn = (typeof MONEY_COLUMNS)[number];

/** The stages of each sum. */
export const STAGES_OF_COLUMN: Readonly<Record<MoneyColumn, readonly FundingStage[]>> = { ...STAGES_OF_SUM, settled: ['settled'] };

/** Whole đồng; null = nothing was ever entered. */
export type MoneySums = Readonly<Record<MoneyColumn, bigint | null>>;

export interface StageSum {
  stage: FundingStage;
  amount: bigint;
}

export interface SourceStageSum extends StageSum {
  source: string;
}

const minus = (a: bigint | null, b: bigint | null): bigint | null => (a === null || b === null ? null : a - b);

function sumOf(entries: readonly StageSum[], column: MoneyColumn): bigint | null {
  const own = entries.filter(({ stage }) => STAGES_OF_COLUMN[column].includes(stage));
  return own.length === 0 ? null : own.reduce((sum, { amount }) => sum + amount, 0n);
}

const eachColumn = (value: (column: MoneyColumn) => bigint | null): MoneySums => ({
  planned: value('planned'), allocated: value('allocated'), disbursed: value('disbursed'), settled: value('settled'),
});

/** What entries of any stages come to. */
export const moneySums = (entries: readonly StageSum[]): MoneySums => eachColumn((column) => sumOf(entries, column));

export interface MatrixRow {
  sums: MoneySums;
  /** The same on the same day of the year before, and how far this year is from it; null = one of the two is missing. */
  lastYear: MoneySums;
  change: MoneySums;
  /** Disbursed, of all that is disbursed; percent. */
  share: number | null;
  /** Disbursed of what was allocated; percent. Nobody allocates socialised money, so it has none. */
  rate: number | null;
  /** Disbursed less planned, in đồng. */
  toPlan: bigint | null;
}

export interface FundingMatrix {
  rows: ({ source: string } & MatrixRow)[];
  total: MatrixRow;
  /** Socialised money, of all that is disbursed (clause IV.1); percent. */
  socialisedShare: number | null;
}

interface Source {
  code: string;
  kind: FundingSourceKind;
}

/**
 * Source by stage, this year and on the same day of the year before (clause IV). The sources come as the plan lists them;
 * one that only the year before had comes last, so that every đồng of both totals stands in a row. Missing stays null.
 */
export function fundingMatrix(sources: readonly Source[], now: readonly SourceStageSum[], before: readonly SourceStageSum[]): FundingMatrix {
  const kinds = new Map(sources.map(({ code, kind }) => [code, kind]));
  const isAllocated = ({ source }: SourceStageSum) => kinds.get(source) !== 'socialised';
  const disbursed = sumOf(now, 'disbursed');
  const rowOf = (own: readonly SourceStageSum[], earlier: readonly SourceStageSum[]): MatrixRow => {
    const sums = moneySums(own);
    const lastYear = moneySums(earlier);
    return {
      sums,
      lastYear,
      change: eachColumn((column) => minus(sums[column], lastYear[column])),
      share: ratioPercent(sums.disbursed, disbursed),
      rate: ratioPercent(sumOf(own.filter(isAllocated), 'disbursed'), sums.allocated),
      toPlan: minus(sums.disbursed, sums.planned),
    };
  };
  const codes = [...new Set([...kinds.keys(), ...now.map(({ source }) => source), ...before.map(({ source }) => source)])];
  return {
    rows: codes.map((code) => ({
      source: code,
      ...rowOf(now.filter(({ source }) => source === code), before.filter(({ source }) => source === code)),
    })),
    total: rowOf(now, before),
    socialisedShare: ratioPercent(sumOf(now.filter((entry) => !isAllocated(entry)), 'disbursed'), disbursed),
  };
}

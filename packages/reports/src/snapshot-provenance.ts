import type { Day, LawTopic, STAGES_OF_SUM } from '@ocop/domain';

/** A report of a commune for the period, received by the day. */
export interface SnapshotCommuneReport {
  /** "Phường Hương Vân" */
  unitName: string;
  receivedOn: Day;
  paper: string | null;
  onTime: boolean;
}

/** One line of the ledger behind a sum, or all of a month where there are too many lines to keep each. */
export interface SnapshotFundingLine {
  /** Name of the funding source. */
  source: string;
  stage: keyof typeof STAGES_OF_SUM;
  /** Day of the line; "2024-06" of the lines of a month. */
  on: string;
  /** Null = money of no commune, or of several. */
  unitName: string | null;
  activity: string | null;
  paper: string | null;
  /** Whole đồng as a decimal string; below zero takes money back. */
  amount: string;
  /** How many lines of the ledger it stands for. */
  entries: number;
}

/** Where the figures come from: the rows behind the sums, and by which law and formulas they were computed. */
export interface SnapshotProvenance {
  communeReports: SnapshotCommuneReport[];
  /** Names of those that owe one for the period and have sent none by the day. */
  communesWithoutReport: string[];
  /** In the order of the sources, then of the days; they add up to each source's amounts. */
  fundingLines: SnapshotFundingLine[];
  /** What was in force on the day, by topic; a topic of which nothing is on record is absent. */
  law: { topic: LawTopic; validFrom: Day | null; legalBasis: string }[];
  /** Counted up whenever a formula gives another figure for the same facts. */
  formulas: number;
}

/** The way of a report from the figures kept to the paper signed (Decree 30/2020/NĐ-CP, Articles 10 to 15: drafted, checked, signed, numbered). */
export const REPORT_STATES = ['draft', 'in-review', 'approved', 'issued', 'amended'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** Where a report may go from each state; what is issued stays, until a later one that is issued takes its place. */
export const REPORT_MOVES: Readonly<Record<ReportState, readonly ReportState[]>> = {
  draft: ['in-review'],
  'in-review': ['draft', 'approved'],
  approved: ['draft', 'issued'],
  issued: ['amended'],
  amended: [],
};

export const mayMoveReport = (from: ReportState, to: ReportState): boolean => REPORT_MOVES[from].includes(to);

/** "05/BC-UBND": below ten with a zero before it, then what kind of paper and whose (Decree 30/2020/NĐ-CP, Appendix I, II.3). */
export const REPORT_NUMBER = /^(0[1-9]|[1-9]\d{1,4})\/BC-\p{Lu}[\p{Lu}\d.-]{0,30}$/u;

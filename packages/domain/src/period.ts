import type { Day } from './day.js';

export const PERIOD_KINDS = ['H1', 'FY'] as const;
/** H1 = first half of the year, FY = the whole year. */
export type PeriodKind = (typeof PERIOD_KINDS)[number];

export const CUTOFFS = ['decree-09-2019', 'calendar'] as const;
/** Where a reporting period closes its figures: the usual cut-offs of Decree 09/2019/NĐ-CP, or calendar days. */
export type Cutoffs = (typeof CUTOFFS)[number];

export interface ReportingPeriod {
  /** '2024-H1' or '2024' */
  id: string;
  kind: PeriodKind;
  year: number;
  firstDay: Day;
  lastDay: Day;
  cutoffs: Cutoffs;
}

const LAST_DAYS = {
  'decree-09-2019': { H1: '06-14', FY: '12-14' },
  calendar: { H1: '06-30', FY: '12-31' },
} as const satisfies Record<Cutoffs, Record<PeriodKind, string>>;

/**
 * The reporting period of a year, both days included. By Decree 09/2019/NĐ-CP the first half runs from 15/12 of the
 * year before to 14/6 and the year from 15/12 of the year before to 14/12. Throws RangeError outside 1901–2999.
 */
export function reportingPeriod(year: number, kind: PeriodKind, cutoffs: Cutoffs = 'decree-09-2019'): ReportingPeriod {
  if (!Number.isInteger(year) || year < 1901 || year > 2999) throw new RangeError(`Not a programme year: ${year}`);
  return {
    id: kind === 'FY' ? `${year}` : `${year}-${kind}`,
    kind,
    year,
    firstDay: cutoffs === 'calendar' ? `${year}-01-01` : `${year - 1}-12-15`,
    lastDay: `${year}-${LAST_DAYS[cutoffs][kind]}`,
    cutoffs,
  };
}

/** Reads '2024-H1' or '2024'; null when the text is neither. */
export function parsePeriodId(text: string): { year: number; kind: PeriodKind } | null {
  const match = /^(\d{4})(-H1)?$/.exec(text);
  if (match === null) return null;
  const year = Number(match[1]);
  if (year < 1901 || year > 2999) return null;
  return { year, kind: match[2] === undefined ? 'FY' : 'H1' };
}

/**
 * “Trước ngày” of a commune's report where the plan sets no day (clause V.4): before 15 June and before 15 December, as is
 * usual; always to be shown as assumed.
 */
export function usualReportDeadline(year: number, kind: PeriodKind): Day {
  return kind === 'H1' ? `${year}-06-15` : `${year}-12-15`;
}

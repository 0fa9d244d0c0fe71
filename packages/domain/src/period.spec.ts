import { describe, expect, it } from '@jest/globals';
import { CUTOFFS, PERIOD_KINDS, parsePeriodId, reportingPeriod, usualReportDeadline } from './period.js';

describe('a reporting period', () => {
  it.each([
    [2024, 'H1', 'decree-09-2019', '2024-H1', '2023-12-15', '2024-06-14'],
    [2024, 'FY', 'decree-09-2019', '2024', '2023-12-15', '2024-12-14'],
    [2024, 'H1', 'calendar', '2024-H1', '2024-01-01', '2024-06-30'],
    [2024, 'FY', 'calendar', '2024', '2024-01-01', '2024-12-31'],
  ] as const)('%i %s by %s is %s, from %s to %s', (year, kind, cutoffs, id, firstDay, lastDay) => {
    expect(reportingPeriod(year, kind, cutoffs)).toEqual({ id, kind, year, firstDay, lastDay, cutoffs });
  });

  it('closes by the cut-offs of Decree 09/2019/NĐ-CP unless told otherwise', () => {
    expect(reportingPeriod(2024, 'H1')).toEqual(reportingPeriod(2024, 'H1', 'decree-09-2019'));
  });

  it('lets the first half lie within its year, so that H1 is never added to the year', () => {
    for (const cutoffs of CUTOFFS) {
      const half = reportingPeriod(2024, 'H1', cutoffs);
      const year = reportingPeriod(2024, 'FY', cutoffs);
      expect(half.firstDay).toBe(year.firstDay);
      expect(half.lastDay < year.lastDay).toBe(true);
    }
  });

  it('is read back from its id', () => {
    for (const kind of PERIOD_KINDS) expect(parsePeriodId(reportingPeriod(2024, kind).id)).toEqual({ year: 2024, kind });
  });

  it.each([1901, 2999])('may be of the year %i', (year) => {
    expect(reportingPeriod(year, 'FY').year).toBe(year);
    expect(parsePeriodId(`${year}`)).toEqual({ year, kind: 'FY' });
  });

  it.each(['2024-H2', '2024-FY', '2024-h1', '24', '1900', '3000', ' 2024', '2024-H1 ', ''])('%j is no period', (text) => {
    expect(parsePeriodId(text)).toBeNull();
  });

  it.each([1900, 3000, 2024.5, Number.NaN])('has no year %d', (year) => {
    expect(() => reportingPeriod(year, 'FY')).toThrow(RangeError);
  });
});

describe('the usual day of commune reports, as the plan sets none (V.4)', () => {
  it.each([
    ['H1', '2024-06-15'],
    ['FY', '2024-12-15'],
  ] as const)('%s: before %s', (kind, day) => {
    expect(usualReportDeadline(2024, kind)).toBe(day);
  });
});

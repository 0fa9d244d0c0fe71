import { describe, expect, it } from '@jest/globals';
import { reportingPeriod } from '@ocop/domain';
import { defaultReportDay } from './report-days.js';

const h1 = reportingPeriod(2024, 'H1');
const issuedOn = '2024-04-09';

describe('defaultReportDay', () => {
  it('is the period’s last day once the period is over', () => {
    expect(defaultReportDay(h1, issuedOn, '2024-07-01')).toEqual({ day: '2024-06-14', reason: 'end' });
  });

  it('is today while the period runs', () => {
    expect(defaultReportDay(h1, issuedOn, '2024-05-02')).toEqual({ day: '2024-05-02', reason: 'today' });
  });

  it('is never before the plan was issued', () => {
    expect(defaultReportDay(h1, '2024-08-01', '2024-09-01')).toEqual({ day: '2024-08-01', reason: 'plan' });
  });
});

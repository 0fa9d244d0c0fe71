import { describe, expect, it } from '@jest/globals';
import { communeReportState } from './commune-report.js';

describe('a commune’s report (clause V.4)', () => {
  it('due before 15 June is in time on 14 June, late on 15 June, and missing while there is none', () => {
    expect([communeReportState('2024-06-14', '2024-06-15'), communeReportState('2024-06-15', '2024-06-15'), communeReportState(null, '2024-06-15')]).toEqual(['in-time', 'late', 'missing']);
  });
});

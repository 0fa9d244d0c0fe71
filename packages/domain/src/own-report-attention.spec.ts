import { describe, expect, it } from '@jest/globals';
import type { OwnReportFacts } from './attention-item.js';
import { attentionItems } from './attention.js';
import { factsOn } from './testing/attention-facts.js';

const report = (state: OwnReportFacts['state'], remindDays = 14): OwnReportFacts => ({ period: 'H1', plannedOn: '2024-06-15', remindDays, state, reportId: 7 });
const on = (asOf: string, facts: OwnReportFacts) => attentionItems(factsOn(asOf, { ownReports: [facts] })).filter(({ key }) => key === 'own-report-H1');

describe('the office’s own reports among what waits', () => {
  it.each([
    ['2024-05-31', []], ['2024-06-01', ['own-report-coming']], ['2024-06-14', ['own-report-coming']], ['2024-06-15', []],
  ])('one that is coming is told from 14 days before, until its day: %s', (asOf, kinds) => {
    expect(on(asOf, report('ahead')).map(({ kind }) => kind)).toEqual(kinds);
  });

  it('nobody is reminded where the schedule says 0 days', () => {
    expect(on('2024-06-14', report('ahead', 0))).toEqual([]);
  });

  it.each([
    ['failed', 'look-into-own-report'], ['draft', 'finish-own-report'], ['in-review', 'approve-own-report'], ['approved', 'issue-own-report'],
  ] as const)('one that is %s asks for its next step, from its day on', (state, nextStep) => {
    expect(on('2024-06-14', report(state))).toEqual([]);
    expect(on('2024-06-15', report(state))).toMatchObject([{ nextStep, dueOn: '2024-06-15', daysLeft: 0, subject: { reportId: 7 } }]);
    expect(on('2024-06-16', report(state))).toMatchObject([{ urgency: 'overdue', daysLeft: -1 }]);
  });

  it('one that is issued, or had nothing to say, asks for nothing', () => {
    expect(on('2024-06-20', report('done'))).toEqual([]);
  });

  it('one that is issued and that a recipient could not be sent asks for another look, whatever day is looked at', () => {
    const unsent = (asOf: string) => attentionItems(factsOn(asOf, { unsentReports: [{ period: 'FY', reportId: 9, failedOn: '2024-12-18' }] })).filter(({ kind }) => kind === 'own-report-unsent');
    expect(unsent('2024-12-10')).toMatchObject([{ dueOn: '2024-12-10', daysLeft: 0, subject: { plannedOn: '2024-12-18' } }]);
    expect(unsent('2024-12-18')).toMatchObject([{ key: 'own-report-unsent-9', nextStep: 'send-own-report', dueOn: '2024-12-18', daysLeft: 0, subject: { period: 'FY', reportId: 9 } }]);
    expect(unsent('2024-12-20')).toMatchObject([{ urgency: 'overdue', daysLeft: -2 }]);
  });
});

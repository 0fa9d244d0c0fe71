import { addDays, daysBetween, earlierOf } from './day.js';
import { dueState, type AttentionFacts, type NextStep, type OwnReportFacts, type OwnReportItem } from './attention-item.js';

const STEPS: Readonly<Record<Exclude<OwnReportFacts['state'], 'ahead' | 'failed' | 'done'>, NextStep>> = {
  draft: 'finish-own-report', 'in-review': 'approve-own-report', approved: 'issue-own-report',
};

/**
 * The office's own reports that the calendar makes: one that is coming, while its figures can still be set right; one that
 * could not be made; one that is made and not issued yet (Decree 09/2019/NĐ-CP, periodic reports).
 */
export function ownReportItems({ ownReports = [], asOf }: AttentionFacts): OwnReportItem[] {
  return ownReports.flatMap((report): OwnReportItem[] => {
    const { period, plannedOn, remindDays, state, reportId } = report;
    const subject = { type: 'own-report', period, plannedOn, reportId } as const;
    const item = (kind: OwnReportItem['kind'], nextStep: NextStep, dueOn = plannedOn): OwnReportItem[] => {
      const due = dueState(dueOn, asOf);
      return due === null ? [] : [{ key: `own-report-${period}`, kind, ...due, nextStep, subject }];
    };
    if (asOf < plannedOn) {
      return state === 'ahead' && daysBetween(asOf, plannedOn) <= remindDays ? item('own-report-coming', 'check-own-report', addDays(plannedOn, -1)) : [];
    }
    if (state === 'failed') return item('own-report-failed', 'look-into-own-report');
    return state === 'ahead' || state === 'done' ? [] : item('own-report-unfinished', STEPS[state]);
  });
}

/**
 * The office's own reports that are issued and whose mail a recipient did not get: who sends them looks once more. Whatever
 * day is looked at, for a letter is sent after the day of its report, often when no more facts of the year are entered.
 */
export function unsentReportItems({ unsentReports = [], asOf }: AttentionFacts): OwnReportItem[] {
  return unsentReports.flatMap(({ period, reportId, failedOn }): OwnReportItem[] => {
    const due = dueState(earlierOf(failedOn, asOf), asOf);
    const subject = { type: 'own-report', period, plannedOn: failedOn, reportId } as const;
    return due === null ? [] : [{ key: `own-report-unsent-${reportId}`, kind: 'own-report-unsent', ...due, nextStep: 'send-own-report', subject }];
  });
}

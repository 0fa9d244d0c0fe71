import { describe, expect, it } from '@jest/globals';
import type { CertificateFacts } from './attention-item.js';
import { factsOn, told } from './testing/attention-facts.js';

describe('certificates (QĐ 148/QĐ-TTg: 36 months; clause III.2)', () => {
  const certificate: CertificateFacts = {
    recognitionId: 5,
    productId: 7,
    productName: 'Bún Vân Cù',
    unitName: 'Xã Hương Toàn',
    stars: 3,
    validTo: '2025-08-31',
    reEvaluationOpen: false,
  };
  const open = { ...certificate, reEvaluationOpen: true };
  const window = { stuckAfterDays: 1_000, reEvaluationWindow: { fromDays: 180, toDays: 120 } };

  it.each([
    ['2025-03-03', []],
    ['2025-03-04', ['certificate-lapses-in-180-days later 180']],
    ['2025-06-01', ['certificate-lapses-in-180-days later 91']],
    ['2025-06-02', ['certificate-lapses-in-90-days later 90']],
    ['2025-07-31', ['certificate-lapses-in-90-days later 31']],
    ['2025-08-01', ['certificate-lapses-in-30-days soon 30']],
    ['2025-08-31', ['certificate-lapses-in-30-days soon 0']],
    ['2025-09-01', ['certificate-lapsed overdue -1']],
  ])('valid to 31/8/2025, on %s: %j; the last day is still valid', (asOf, expected) => {
    const step = asOf === '2025-09-01' ? 'submit-re-evaluation-at-once' : 'submit-re-evaluation';
    expect(told(factsOn(asOf, { certificates: [certificate] }), 'certificate')).toEqual(expected.map((item) => `${item} ${step}`));
    expect(told(factsOn(asOf, { certificates: [open] }), 'certificate')).toEqual(expected.map((item) => `${item} finish-re-evaluation`));
  });

  // QĐ 26/2026/QĐ-TTg: the dossier goes in 180 to 120 days before; 120 days before 31/8/2025 is 3/5/2025.
  it.each([
    ['2025-03-03', null],
    ['2025-03-04', 'certificate-lapses-in-180-days later 60 submit-re-evaluation'],
    ['2025-05-03', 'certificate-lapses-in-180-days soon 0 submit-re-evaluation'],
    ['2025-05-04', 'certificate-lapses-in-180-days overdue -1 submit-re-evaluation-at-once'],
    ['2025-08-31', 'certificate-lapses-in-30-days overdue -120 submit-re-evaluation-at-once'],
    ['2025-09-01', 'certificate-lapsed overdue -1 submit-re-evaluation-at-once'],
  ])('with a window of 180 to 120 days, on %s: %s', (asOf, expected) => {
    expect(told(factsOn(asOf, { certificates: [certificate], settings: window }), 'certificate')).toEqual(expected === null ? [] : [expected]);
  });

  it.each([
    ['2026-08-31', 'overdue -365', 'overdue -365'],
    ['2026-09-01', 'long-lapsed -366', 'overdue -366'],
  ])('that lapsed more than a year before %s come last, unless they are in re-evaluation', (asOf, alone, inReEvaluation) => {
    expect(told(factsOn(asOf, { certificates: [certificate] }), 'certificate')).toEqual([`certificate-lapsed ${alone} submit-re-evaluation-at-once`]);
    expect(told(factsOn(asOf, { certificates: [open] }), 'certificate')).toEqual([`certificate-lapsed ${inReEvaluation} finish-re-evaluation`]);
  });

  it('are prepared for before the window opens', () => {
    const settings = { stuckAfterDays: 1_000, reEvaluationWindow: { fromDays: 150, toDays: 120 } };
    expect(told(factsOn('2025-04-02', { certificates: [certificate], settings }), 'certificate')).toEqual([
      'certificate-lapses-in-180-days later 31 prepare-re-evaluation',
    ]);
    expect(told(factsOn('2025-04-03', { certificates: [certificate], settings }), 'certificate')).toEqual([
      'certificate-lapses-in-180-days soon 30 submit-re-evaluation',
    ]);
  });

  it('in re-evaluation go by their own last day, window or not', () => {
    expect(told(factsOn('2025-06-02', { certificates: [open], settings: window }), 'certificate')).toEqual([
      'certificate-lapses-in-90-days later 90 finish-re-evaluation',
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { PLAN_FAULTS, planFaults, type PlanToJudge } from './plan-rules.js';

/** The days of plan 1227. */
const PLAN: PlanToJudge = {
  year: 2024,
  issuedOn: '2024-04-09',
  supplementBefore: '2024-06-10',
  targets: [{ indicatorId: 'newly-recognised-products' }, { indicatorId: 're-recognised-products' }],
  rounds: [
    { no: 1, townRecognitionBefore: '2024-07-10', dossiersToProvinceBefore: '2024-07-15' },
    { no: 2, townRecognitionBefore: '2024-10-10', dossiersToProvinceBefore: '2024-10-15' },
  ],
  reports: [{ period: 'H1', dueBefore: null }, { period: 'FY', dueBefore: '2024-12-15' }],
};
const [first = { no: 1, townRecognitionBefore: '', dossiersToProvinceBefore: '' }, second = first] = PLAN.rounds;
const told = (changes: Partial<PlanToJudge>) => planFaults({ ...PLAN, ...changes }).map(({ path, fault }) => `${path.join('.')} ${fault}`);

describe('a plan', () => {
  it.each<[string, Partial<PlanToJudge>]>([
    ['as issued (1227/KH-UBND)', {}],
    ['issued in the year before', { issuedOn: '2023-12-20' }],
    ['whose dossiers go to the province on the day of recognition (III.3)', { rounds: [{ ...first, dossiersToProvinceBefore: first.townRecognitionBefore }] }],
    ['that asks communes for no report', { reports: [] }],
  ])('%s is right', (_, changes) => {
    expect(told(changes)).toEqual([]);
  });

  const wrong: [string, Partial<PlanToJudge>, string[]][] = [
    ['issued after its year', { year: 2023, supplementBefore: '2023-06-10' }, ['issuedOn issued-after-year', 'supplementBefore supplement-before-issue']],
    ['with supplements due on the day of issue (V.4)', { supplementBefore: '2024-04-09' }, ['supplementBefore supplement-before-issue']],
    ['with supplements due in another year (V.4)', { supplementBefore: '2025-06-10' }, ['supplementBefore supplement-outside-year']],
    ['without a target (II.2)', { targets: [] }, ['targets no-target']],
    ['with a target twice (II.2)', { targets: [...PLAN.targets, { indicatorId: 're-recognised-products' }] }, ['targets.2.indicatorId target-twice']],
    ['without a round (III.3)', { rounds: [] }, ['rounds no-round']],
    ['with rounds not numbered from 1 on', { rounds: [first, { ...second, no: 3 }] }, ['rounds.1.no round-number']],
    ['with a round before its issue', { issuedOn: '2024-07-12', supplementBefore: '2024-08-10' }, ['rounds.0.townRecognitionBefore round-before-issue']],
    ['with rounds in the wrong order', { rounds: [{ ...second, no: 1 }, { ...first, no: 2 }] }, ['rounds.1.townRecognitionBefore rounds-out-of-order']],
    ['with dossiers due before the recognition they come from (III.3)', { rounds: [{ ...first, dossiersToProvinceBefore: '2024-07-09' }] }, ['rounds.0.dossiersToProvinceBefore round-out-of-order']],
    ['with a report twice (V.4)', { reports: [...PLAN.reports, { period: 'H1', dueBefore: null }] }, ['reports.2.period report-twice']],
    ['with a report due before its issue (V.4)', { reports: [{ period: 'H1', dueBefore: '2024-04-09' }] }, ['reports.0.dueBefore report-before-issue']],
  ];

  it.each(wrong)('%s is wrong', (_, changes, faults) => {
    expect(told(changes)).toEqual(faults);
  });

  it('is never wrong in another way than those', () => {
    const seen = wrong.flatMap(([, , faults]) => faults.map((fault) => fault.split(' ')[1]));
    expect(new Set(seen)).toEqual(new Set(PLAN_FAULTS));
  });
});

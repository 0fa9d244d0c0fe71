import type { PlanDetail, Registration } from '@ocop/contracts';
import { deadlineState, type Day } from '@ocop/domain';
import { describe, expect, it } from '@jest/globals';
import { attentionItems } from './attention.js';

interface Facts {
  recognised?: number;
  received?: number;
}

const planOn = (asOf: Day, { recognised = 0, received = 0 }: Facts = {}): PlanDetail => {
  const due = (before: Day) => deadlineState(before, asOf);
  return {
    year: 2024,
    number: '1227/KH-UBND',
    issuedOn: '2024-04-09',
    title: '',
    unitName: 'Thị xã Hương Trà',
    firstAsOf: '2024-04-09',
    lastAsOf: '2026-11-24',
    defaultAsOf: asOf,
    lastFactOn: '2024-04-09',
    demo: false,
    asOf,
    place: 'Hương Trà',
    provinceName: '',
    targets: [],
    supplements: { clause: 'V.4', due: due('2024-06-10') },
    rounds: [
      { no: 1, clause: 'III.3', townRecognition: due('2024-07-10'), dossiersToProvince: due('2024-07-15'), recognised, dossiersSent: 0 },
      { no: 2, clause: 'III.3', townRecognition: due('2024-10-10'), dossiersToProvince: due('2024-10-15'), recognised: 0, dossiersSent: 0 },
    ],
    communeReports: [
      { period: 'H1', name: 'định kỳ 6 tháng', clause: 'V.4', dueIsAssumed: true, due: due('2024-06-15'), expected: 9, received, onTime: received },
    ],
    workAreas: [],
    fundingSources: [],
  };
};

const registration = (stage: Registration['stage'], points: string | null = null): Registration => ({
  id: 1,
  position: 1,
  productId: 1,
  productName: 'Thanh trà Hương Vân',
  producerName: 'HTX NN Hương Vân',
  producerKind: 'cooperative',
  unitId: 1,
  unitName: 'Phường Hương Vân',
  addressAsWritten: 'Phường Hương Vân',
  kind: 'new',
  stage,
  stageOn: '2024-04-09',
  roundNo: null,
  note: null,
  stars: null,
  points,
});

const keys = (plan: PlanDetail, ...registrations: Registration[]) =>
  attentionItems(plan, registrations).map(({ key, missed }) => (missed ? `${key}!` : key));

describe('what needs action (plan 1227, III.3 and V.4)', () => {
  it('is nothing on the day of issue: every deadline is more than 30 days away', () => {
    expect(keys(planOn('2024-04-09'), registration('registered'))).toEqual([]);
  });

  it('is a deadline from 30 days before it on', () => {
    expect(keys(planOn('2024-05-10'), registration('registered'))).toEqual([]);
    expect(keys(planOn('2024-05-11'), registration('registered'))).toEqual(['supplements']);
  });

  it('is a commune report while one is missing, and overdue once its day has come', () => {
    expect(keys(planOn('2024-06-14'), registration('withdrawn'))).toEqual(['reports-H1']);
    expect(keys(planOn('2024-06-15'), registration('withdrawn'))).toEqual(['reports-H1!']);
    expect(keys(planOn('2024-06-15', { received: 9 }), registration('withdrawn'))).toEqual([]);
  });

  it('is a passed round that recognised nothing while dossiers wait', () => {
    expect(keys(planOn('2024-08-01', { received: 9 }), registration('received'))).toEqual(['recognise-1!']);
    expect(keys(planOn('2024-08-01', { received: 9, recognised: 1 }), registration('received'))).toEqual([]);
    expect(keys(planOn('2024-08-01', { received: 9 }), registration('recognised-3'))).toEqual([]);
  });

  it('is a dossier of 70 points or more that was not sent to the province', () => {
    const plan = planOn('2024-08-01', { received: 9, recognised: 1 });
    expect(keys(plan, registration('scored-by-town', '70'))).toEqual(['send-1!']);
    expect(keys(plan, registration('scored-by-town', '69.99'))).toEqual([]);
    expect(keys(plan, registration('sent-to-province', '82'))).toEqual([]);
  });

  it('puts what is missed before what is near', () => {
    expect(keys(planOn('2024-06-20'), registration('registered'))).toEqual(['reports-H1!', 'recognise-1', 'send-1']);
  });
});

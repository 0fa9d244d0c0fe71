import { describe, expect, it } from '@jest/globals';
import { attentionItems } from './attention.js';
import type { RegistrationFacts, RoundItem } from './attention-item.js';
import type { Day } from './day.js';
import type { RegistrationStage } from './registration.js';
import type { Stars } from './stars.js';
import { dossier, factsOn, roundsOf1227, scored, told } from './testing/attention-facts.js';

describe('supplements to the product list (plan 1227, clause V.4, before 10/6/2024)', () => {
  it.each([
    ['2023-12-11', []],
    ['2023-12-12', ['supplements-due later 180 send-supplements']],
    ['2024-05-09', ['supplements-due later 31 send-supplements']],
    ['2024-05-10', ['supplements-due soon 30 send-supplements']],
    ['2024-06-09', ['supplements-due soon 0 send-supplements']],
    ['2024-06-10', []],
  ])('on %s: %j; "nếu có", so never late', (asOf, expected) => {
    expect(told(factsOn(asOf), 'supplements')).toEqual(expected);
  });
});

describe('recognition by the town (clause III.3, round 1 before 10/7, round 2 before 10/10/2024)', () => {
  const open = [dossier('received'), dossier('preparing', { id: 2 })];
  const recognition = (asOf: Day, registrations: RegistrationFacts[], recognised?: [number, number]) =>
    attentionItems(factsOn(asOf, { registrations, rounds: roundsOf1227(recognised) }))
      .filter((item): item is RoundItem => item.kind === 'recognition-due' || item.kind === 'recognition-missed')
      .map((item) => `${item.key} ${item.urgency} ${item.daysLeft} ${item.count} ${item.nextStep}`);

  it.each([
    ['2024-07-09', ['recognition-1 soon 0 2 evaluate-and-recognise', 'recognition-2 later 92 2 evaluate-and-recognise']],
    ['2024-07-10', ['recognition-1 overdue -1 2 move-to-next-round', 'recognition-2 later 91 2 evaluate-and-recognise']],
    ['2024-10-09', ['recognition-1 overdue -92 2 move-to-next-round', 'recognition-2 soon 0 2 evaluate-and-recognise']],
    ['2024-10-10', ['recognition-2 overdue -1 2 conclude-dossiers']],
  ])('on %s, while none was recognised: %j', (asOf, expected) => {
    expect(recognition(asOf, open)).toEqual(expected);
  });

  it('is not missed by dossiers of no round once the round recognised something; they wait for the next', () => {
    expect(recognition('2024-08-01', open, [1, 0])).toEqual(['recognition-2 later 69 2 evaluate-and-recognise']);
  });

  it('is missed by every dossier still open after the last round, whatever it recognised', () => {
    expect(recognition('2024-10-10', open, [1, 1])).toEqual(['recognition-2 overdue -1 2 conclude-dossiers']);
  });

  it('is missed by a dossier of the round itself, which the next round can still serve', () => {
    expect(recognition('2024-08-01', [dossier('received', { roundNo: 1 })], [3, 0])).toEqual([
      'recognition-1 overdue -23 1 move-to-next-round',
      'recognition-2 later 69 1 evaluate-and-recognise',
    ]);
  });

  it('waits for a dossier in the round it was moved to, which its step names (clause III.3)', () => {
    const moved = dossier('moved-to-next-round', { roundNo: 2, stageOn: '2024-07-08' });
    expect(recognition('2024-07-08', [moved])).toEqual(['recognition-2 later 93 1 evaluate-and-recognise']);
    expect(recognition('2024-10-10', [moved], [0, 4])).toEqual(['recognition-2 overdue -1 1 conclude-dossiers']);
  });

  it('waits for it there, and misses it there, although a third round follows', () => {
    const registrations = [dossier('moved-to-next-round', { roundNo: 2, stageOn: '2024-07-08' })];
    const third = { no: 3, townRecognitionBefore: '2024-12-10', dossiersToProvinceBefore: '2024-12-15', recognised: 0 };
    const ofThree = (asOf: Day) => told(factsOn(asOf, { registrations, rounds: [...roundsOf1227(), third] }), 'recognition');
    expect(ofThree('2024-08-01')).toEqual(['recognition-due later 69 1 evaluate-and-recognise']);
    expect(ofThree('2024-10-20')).toEqual(['recognition-missed overdue -11 1 move-to-next-round', 'recognition-due later 50 1 evaluate-and-recognise']);
  });

  it('does not wait for what is decided, withdrawn, sent on, for the province or below 3★', () => {
    const stages: RegistrationStage[] = ['recognised-3', 'withdrawn', 'not-recognised', 'sent-to-province', 'sent-to-ministry'];
    const done = stages.map((stage, index) => dossier(stage, { id: index + 10 }));
    const others = [scored('72', 4, '2024-07-01'), scored('49.99', 2, '2024-07-01', { id: 2 })];
    expect(recognition('2024-07-09', [...done, ...others])).toEqual([]);
  });
});

describe('dossiers of 70 to 100 points to the province (clause III.3, before 15/7 and 15/10/2024)', () => {
  const sending = (asOf: Day, ...registrations: RegistrationFacts[]) =>
    attentionItems(factsOn(asOf, { registrations }))
      .filter((item): item is RoundItem => item.kind === 'sending-due' || item.kind === 'sending-missed')
      .map((item) => `${item.key} ${item.urgency} ${item.daysLeft} ${item.count} ${item.nextStep}`);

  it.each([
    ['2024-07-14', ['sending-1 soon 0 1 send-to-province']],
    ['2024-07-15', ['sending-1 overdue -1 1 send-to-province-at-once']],
    ['2024-10-15', ['sending-1 overdue -93 1 send-to-province-at-once']],
  ])('on %s, scored for round 1: %j', (asOf, expected) => {
    expect(sending(asOf, scored('70', 4, '2024-07-05'))).toEqual(expected);
  });

  it.each<[string, Stars, number]>([
    ['69.9999', 3, 0],
    ['70', 4, 1],
    ['70.0', 4, 1],
    ['100', 5, 1],
    ['72', 3, 0],
  ])('%s points with %i★ awarded make %i dossier: from 70 points and "từ 4 sao trở lên"', (points, stars, count) => {
    expect(sending('2024-07-15', scored(points, stars, '2024-07-05'))).toHaveLength(count);
  });

  it('are due in the round after which they were scored, or in the last', () => {
    expect(sending('2024-09-15', scored('80', 4, '2024-07-15'))).toEqual(['sending-2 soon 29 1 send-to-province']);
    expect(sending('2024-11-01', scored('80', 4, '2024-10-20'))).toEqual(['sending-2 overdue -18 1 send-to-province-at-once']);
    expect(sending('2024-07-20', scored('80', 4, '2024-07-15', { roundNo: 1 }))).toEqual(['sending-1 overdue -6 1 send-to-province-at-once']);
  });

  it('are foreseen while dossiers wait for the round, without a count yet', () => {
    expect(sending('2024-07-09', dossier('received', { roundNo: 1 }))).toEqual(['sending-1 soon 5 0 send-to-province']);
    expect(sending('2024-07-10', dossier('received', { roundNo: 1 }))).toEqual(['sending-2 later 96 0 send-to-province']);
  });

  it('are refused with points that are none', () => {
    expect(() => sending('2024-07-14', scored('seventy', 4, '2024-07-05'))).toThrow(RangeError);
  });
});

describe('reports of the communes (clause V.4; usual day: before 15/6/2024)', () => {
  const reports = [{ period: 'H1', before: '2024-06-15', expected: 9, received: 7 }] as const;
  it.each([
    ['2024-06-14', ['reports-due soon 0 2 remind-communes']],
    ['2024-06-15', ['reports-missed overdue -1 2 demand-reports']],
    ['2024-06-16', ['reports-missed overdue -2 2 demand-reports']],
  ])('on %s, two missing: %j', (asOf, expected) => {
    expect(told(factsOn(asOf, { reports }), 'reports')).toEqual(expected);
  });

  it('wait for nobody once all are in', () => {
    expect(told(factsOn('2024-06-20', { reports: [{ ...reports[0], received: 9 }] }), 'reports')).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Registration } from '@ocop/contracts';
import { deadlineState, type Day } from '@ocop/domain';
import { aRegistration } from '../../testing/a-registration.js';
import { comingRound, ofGroup, standingInRound, registrationsOfRound, type PlanRound } from './round-standings.js';

const round = (no: number, town: Day, province: Day, asOf: Day): PlanRound => ({
  no, clause: 'III.3', townRecognition: deadlineState(town, asOf), dossiersToProvince: deadlineState(province, asOf), recognised: 0, dossiersSent: 0,
});
const rounds = (asOf: Day) => [round(1, '2024-07-10', '2024-07-15', asOf), round(2, '2024-10-10', '2024-10-15', asOf)];
const first = (asOf: Day) => round(1, '2024-07-10', '2024-07-15', asOf);
const scored = (points: string, awardedStars: number | null) => ({ stage: 'scored-by-town' as const, points, awardedStars });

describe('how a registration stands in round 1 (III.3: recognised before 10/7, sent before 15/7/2024)', () => {
  it.each<[string, Partial<Registration>, Day, string, string | null]>([
    ['received, the day before the last', { stage: 'received' }, '2024-07-08', 'possible', null],
    ['received, on the last day', { stage: 'received' }, '2024-07-09', 'possible', null],
    ['received, on 10/7 itself: only by 70 points to the province', { stage: 'received' }, '2024-07-10', 'possible', 'province-only'],
    ['received, on the last day for the province', { stage: 'received' }, '2024-07-14', 'possible', 'province-only'],
    ['received, on 15/7: over', { stage: 'received' }, '2024-07-15', 'out', 'round-over'],
    ['scored at 3 stars in time', scored('62.5', 3), '2024-07-09', 'possible', null],
    ['scored at 3 stars, on 10/7: the town is late, the province takes none', scored('62.5', 3), '2024-07-10', 'out', 'round-over'],
    ['69.9999 points are not 70', scored('69.9999', 3), '2024-07-10', 'out', 'round-over'],
    ['70 points wait for the province', scored('70', 4), '2024-07-09', 'to-send', null],
    ['70 points held at 3 stars by a minimum wait for it as well', scored('70', 3), '2024-07-14', 'to-send', null],
    ['70 points not sent after the day still come first', scored('70', 4), '2024-08-01', 'to-send', null],
    ['two stars get no decision', scored('49.9', 2), '2024-07-01', 'out', 'too-few-stars'],
    ['disqualified stands outside the points', scored('80', null), '2024-07-01', 'out', 'disqualified'],
    ['sent', { stage: 'sent-to-province' }, '2024-09-01', 'sent', null],
    ['recognised', { stage: 'recognised-3' }, '2024-09-01', 'recognised', null],
    ['withdrawn', { stage: 'withdrawn' }, '2024-06-01', 'out', 'withdrawn'],
    ['not recognised', { stage: 'not-recognised' }, '2024-06-01', 'out', 'not-recognised'],
  ])('%s', (_what, told, asOf, group, hindrance) => {
    expect(standingInRound(aRegistration({ roundNo: 1, ...told }), first(asOf))).toMatchObject({ group, hindrance });
  });
});

describe('the registrations of a round', () => {
  const rows = [
    aRegistration({ id: 1, roundNo: 1 }), aRegistration({ id: 2, roundNo: 2 }), aRegistration({ id: 3 }), aRegistration({ id: 4, stage: 'withdrawn' }),
  ];
  const ids = (no: number, asOf: Day) => registrationsOfRound(rows, no, rounds(asOf)).map(({ id }) => id);

  it('are its own and, while it is the coming one, the open ones that name none', () => {
    expect(ids(1, '2024-07-09')).toEqual([1, 3]);
    expect(ids(2, '2024-07-09')).toEqual([2]);
    expect(ids(1, '2024-07-10')).toEqual([1]);
    expect(ids(2, '2024-07-10')).toEqual([2, 3]);
    expect(ids(2, '2024-12-01')).toEqual([2, 3]);
  });

  it('come round is the next one, after the last the last, and none without rounds', () => {
    expect(comingRound(rounds('2024-04-09'))?.no).toBe(1);
    expect(comingRound(rounds('2024-07-10'))?.no).toBe(2);
    expect(comingRound(rounds('2024-12-01'))?.no).toBe(2);
    expect(comingRound([])).toBeNull();
  });

  it('of a group stand in the order of the stages, then of the list', () => {
    const standings = [
      aRegistration({ id: 1, position: 2, stage: 'received' }), aRegistration({ id: 2, position: 3 }), aRegistration({ id: 3, position: 1, stage: 'received' }),
    ].map((one) => standingInRound(one, first('2024-06-01')));
    expect(ofGroup(standings, 'possible').map(({ registration }) => registration.id)).toEqual([2, 3, 1]);
    expect(ofGroup(standings, 'out')).toEqual([]);
  });
});

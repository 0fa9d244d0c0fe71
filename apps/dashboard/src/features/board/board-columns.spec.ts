import { describe, expect, it } from '@jest/globals';
import type { RegistrationStage } from '@ocop/domain';
import { aRegistration } from '../../testing/a-registration.js';
import { boardOf, daysInStage, isStuck, OPEN_COLUMNS, STUCK_AFTER_DAYS } from './board-columns.js';

const everything = { unit: null, kind: null, round: null };

describe('the board', () => {
  it('has a column for every stage that waits for something, also when nobody stands there, and gathers the ends (III.3)', () => {
    const board = boardOf([aRegistration({ id: 1 }), aRegistration({ id: 2, stage: 'recognised-3' }), aRegistration({ id: 3, stage: 'withdrawn' })], everything);
    expect(board.columns.map(({ stage }) => stage)).toEqual(OPEN_COLUMNS);
    expect(OPEN_COLUMNS).toEqual(['registered', 'preparing', 'received', 'assessed-by-commune', 'scored-by-town', 'sent-to-province', 'sent-to-ministry', 'moved-to-next-round']);
    expect(board.ended.map(({ stage, cards }) => [stage, cards.length])).toEqual([['recognised-3', 1], ['withdrawn', 1]]);
    expect(board.total).toBe(3);
  });

  it('puts those that wait longest first, those of one day in the order of the list', () => {
    const rows = [
      aRegistration({ id: 1, position: 1, stageOn: '2024-05-02' }),
      aRegistration({ id: 2, position: 3, stageOn: '2024-04-09' }),
      aRegistration({ id: 3, position: 2, stageOn: '2024-04-09' }),
    ];
    expect(boardOf(rows, everything).columns[0]?.cards.map(({ id }) => id)).toEqual([3, 2, 1]);
  });

  it.each([
    [{ ...everything, unit: 2 }, [2]],
    [{ ...everything, kind: 'upgrade' as const }, [3]],
    [{ ...everything, round: 2 }, [4]],
    [{ unit: 2, kind: 'upgrade' as const, round: null }, []],
  ])('shows what passes every filter: %j', (filters, ids) => {
    const rows = [aRegistration({ id: 1 }), aRegistration({ id: 2, unitId: 2 }), aRegistration({ id: 3, kind: 'upgrade' }), aRegistration({ id: 4, roundNo: 2 })];
    const { columns, total } = boardOf(rows, filters);
    expect(columns.flatMap(({ cards }) => cards.map(({ id }) => id))).toEqual(ids);
    expect(total).toBe(ids.length);
  });
});

describe('days in a stage', () => {
  it('are 0 on the day it was reached, and count every calendar day', () => {
    expect(daysInStage({ stageOn: '2024-04-09' }, '2024-04-09')).toBe(0);
    expect(daysInStage({ stageOn: '2024-02-28' }, '2024-03-01')).toBe(2);
  });

  it.each<[RegistrationStage, string, boolean]>([
    ['received', '2024-05-09', false],
    ['received', '2024-05-10', true],
    ['moved-to-next-round', '2024-09-01', false],
    ['recognised-3', '2024-09-01', false],
    ['withdrawn', '2024-09-01', false],
  ])(`mark as long after ${STUCK_AFTER_DAYS}: %s since 09/4/2024 on %s: %s`, (stage, asOf, stuck) => {
    expect(isStuck({ stage, stageOn: '2024-04-09' }, asOf)).toBe(stuck);
  });
});

import { describe, expect, it } from '@jest/globals';
import { REGISTRATION_MOVES, type MoveKind, type RegistrationStage } from '@ocop/domain';
import { aRegistration } from '../../testing/a-registration.js';
import { firstGuessOfDay, firstGuessOfRound, moveChoices, withMove } from './move-choices.js';

const from = (stage: RegistrationStage) =>
  (Object.entries(REGISTRATION_MOVES[stage]) as [RegistrationStage, MoveKind][]).map(([to, kind]) => ({ stage: to, kind }));
const stages = (choices: readonly { stage: RegistrationStage }[]) => choices.map(({ stage }) => stage);

describe('where a registration may go from the board', () => {
  it('offers what needs no reason first and leaves results and decisions to the product page (III.3)', () => {
    const { here, onProductPage } = moveChoices(from('received'), true);
    expect(stages(here)).toEqual(['assessed-by-commune', 'withdrawn', 'moved-to-next-round', 'registered', 'preparing']);
    expect(here[0]?.kind).toBe('next');
    expect(here.at(-1)?.kind).toBe('back');
    expect(stages(onProductPage)).toEqual(['scored-by-town']);
  });

  it('offers a commune its own stages only: assessing, not receiving, scoring or sending on', () => {
    const { here, onProductPage } = moveChoices(from('received'), false);
    expect(stages(here)).toEqual(['assessed-by-commune', 'withdrawn', 'registered', 'preparing']);
    expect(onProductPage).toEqual([]);
  });
});

describe('what the panel begins with', () => {
  it('is the day of the page, but never one before the stage was reached', () => {
    expect(firstGuessOfDay(aRegistration({ stageOn: '2024-05-02' }), '2024-06-01')).toBe('2024-06-01');
    expect(firstGuessOfDay(aRegistration({ stageOn: '2024-07-02' }), '2024-06-01')).toBe('2024-07-02');
  });

  it.each([
    ['received', 1, 1],
    ['received', null, null],
    ['moved-to-next-round', 1, 2],
    ['moved-to-next-round', null, 1],
    ['moved-to-next-round', 2, null],
  ] as const)('for %s from round %s is round %s of two', (stage, own, round) => {
    expect(firstGuessOfRound(stage, own, [1, 2])).toBe(round);
  });
});

describe('a move shown before the server answers', () => {
  const list = [aRegistration({ id: 1, roundNo: 1 }), aRegistration({ id: 2 })];
  const move = { id: 1, stage: 'received' as const, happenedOn: '2024-06-01', roundNo: null };

  it('changes the one registration, which keeps its round when none is told', () => {
    expect(withMove(list, move, '2024-06-01')).toEqual([{ ...list[0], stage: 'received', stageOn: '2024-06-01', version: 2 }, list[1]]);
  });

  it('changes nothing on a page of an earlier day', () => {
    expect(withMove(list, move, '2024-05-31')).toEqual(list);
  });
});

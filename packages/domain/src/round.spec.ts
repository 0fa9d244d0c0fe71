import { describe, expect, it } from '@jest/globals';
import type { RegistrationStage } from './registration.js';
import { roundAfter } from './round.js';

type Step = [stage: RegistrationStage, roundNo: number | null];
const after = (steps: readonly Step[], rounds = [1, 2, 3]) => roundAfter(steps.map(([stage, roundNo]) => ({ stage, roundNo })), rounds);
const MOVED = 'moved-to-next-round';

describe('the round of a registration after its steps (clause III.3)', () => {
  it.each<[string, Step[], number | null]>([
    ['is none before one is named', [['registered', null], ['preparing', null]], null],
    ['is the last one named', [['registered', null], ['received', 1], ['assessed-by-commune', null]], 1],
    ['is the one a move names', [['received', 1], [MOVED, 3]], 3],
    ['is the next after a move that names none', [['received', 1], [MOVED, null]], 2],
    ['is the next after a move that names the round it leaves', [['received', 1], [MOVED, 1]], 2],
    ['stays the one moved to when later steps name none', [['received', 1], [MOVED, null], ['received', null]], 2],
    ['goes on from move to move', [['received', 1], [MOVED, 2], ['received', null], [MOVED, 2]], 3],
    ['is the one a move names where none was before', [['registered', null], [MOVED, 2]], 2],
  ])('%s', (_, steps, round) => {
    expect(after(steps)).toBe(round);
  });

  it('stays in the last where the plan has no later one', () => {
    expect(after([['received', 2], [MOVED, null]], [1, 2])).toBe(2);
  });
});

import { describe, expect, it } from '@jest/globals';
import { isOpenStage, isRecognisedStage, REGISTRATION_STAGES, type RegistrationStage } from './registration.js';
import { moveBetween, REGISTRATION_MOVES, supplementState } from './registration-moves.js';

const MAIN = ['registered', 'preparing', 'received', 'assessed-by-commune', 'scored-by-town'] as const;
const reachable = (from: RegistrationStage): Set<RegistrationStage> => {
  const seen = new Set<RegistrationStage>([from]);
  for (const stage of seen) for (const to of Object.keys(REGISTRATION_MOVES[stage]) as RegistrationStage[]) seen.add(to);
  return seen;
};

describe('the moves of a registration (clause III.3)', () => {
  it('lead from registering to every stage', () => {
    expect([...reachable('registered')].sort()).toEqual([...REGISTRATION_STAGES].sort());
  });

  it('never stay where they are', () => {
    expect(REGISTRATION_STAGES.filter((stage) => moveBetween(stage, stage) !== null)).toEqual([]);
  });

  it('along the town’s steps: the next needs no reason, leaving one out is a skip, an earlier one is back where it is possible', () => {
    const pairs = MAIN.flatMap((from, i) => MAIN.map((to, j) => ({ from, to, steps: j - i }))).filter(({ steps }) => steps !== 0);
    // A dossier may come in without the step of preparing it.
    const kind = ({ from, to, steps }: (typeof pairs)[number]) => (steps < 0 ? 'back' : steps === 1 || (from === 'registered' && to === 'received') ? 'next' : 'skip');
    const known = pairs.map((pair) => ({ ...pair, kind: moveBetween(pair.from, pair.to) })).filter((pair) => pair.kind !== null || pair.steps > 0);
    expect(known).toEqual(known.map((pair) => ({ ...pair, kind: kind(pair) })));
  });

  it('recognise only what was scored or was sent on; a recognised dossier goes only upwards or back', () => {
    const into = REGISTRATION_STAGES.filter((from) => Object.keys(REGISTRATION_MOVES[from]).some((to) => isRecognisedStage(to as RegistrationStage)));
    expect(into).toEqual(['scored-by-town', 'sent-to-province', 'sent-to-ministry']);
    expect(moveBetween('scored-by-town', 'recognised-4')).toBeNull();
    expect(moveBetween('recognised-3', 'withdrawn')).toBeNull();
  });

  it('out of the ends need a reason, but for a dossier that is tried in a later round', () => {
    const ends = REGISTRATION_STAGES.filter((stage) => !isOpenStage(stage) && !isRecognisedStage(stage));
    const free = ends.flatMap((from) => Object.entries(REGISTRATION_MOVES[from]).filter(([, kind]) => kind === 'next').map(([to]) => `${from} → ${to}`));
    expect(free).toEqual(['not-recognised → moved-to-next-round']);
  });
});

describe('supplements of the communes (clause V.4: before 10/6/2024)', () => {
  it.each([
    ['2024-04-09', 'listed'],
    ['2024-04-10', 'supplement'],
    ['2024-06-09', 'supplement'],
    ['2024-06-10', 'late-supplement'],
  ])('registered on %s is %s', (registeredOn, state) => {
    expect(supplementState(registeredOn, '2024-04-09', '2024-06-10')).toBe(state);
  });
});

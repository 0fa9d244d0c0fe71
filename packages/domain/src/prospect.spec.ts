import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type Day } from './day.js';
import { openCandidates } from './open-candidates.js';
import { prospectOf, type CannotReason } from './prospect.js';
import { REGISTRATION_STAGES, type RegistrationStage } from './registration.js';
import type { RoundDays } from './round.js';

// Plan 1227, III.3: the town recognises before 10/7 and 10/10/2024, dossiers go on before 15/7 and 15/10/2024.
const rounds: RoundDays[] = [
  { no: 1, townRecognitionBefore: '2024-07-10', dossiersToProvinceBefore: '2024-07-15' },
  { no: 2, townRecognitionBefore: '2024-10-10', dossiersToProvinceBefore: '2024-10-15' },
];

const received = { id: 3, stage: 'received', recognisedBefore: false } as const;

describe('a first-time registration on its way to recognition (plan 1227, clauses II.2 and III.3)', () => {
  it.each<[string, RegistrationStage, Day, Day | null, number | null, CannotReason | null]>([
    ['can until the eve of the last round ahead', 'registered', '2024-04-09', '2024-10-09', 2, null],
    ['can on that very day', 'scored-by-town', '2024-10-09', '2024-10-09', 2, null],
    ['cannot on day D itself ("trước ngày")', 'scored-by-town', '2024-10-10', null, null, 'rounds-over'],
    ['can when it was moved to the next round', 'moved-to-next-round', '2024-07-10', '2024-10-09', 2, null],
    ['can until 31/12 once the province has it', 'sent-to-province', '2024-10-10', '2024-12-31', null, null],
    ['can on 31/12 once the ministry has it', 'sent-to-ministry', '2024-12-31', '2024-12-31', null, null],
    ['cannot after the plan year', 'sent-to-province', '2025-01-01', null, null, 'rounds-over'],
    ['cannot once withdrawn', 'withdrawn', '2024-04-09', null, null, 'withdrawn'],
    ['cannot once not recognised', 'not-recognised', '2024-04-09', null, null, 'not-recognised'],
    ['keeps its own reason after the year', 'withdrawn', '2025-01-01', null, null, 'withdrawn'],
    ['cannot be first twice when its recognition was revoked', 'recognised-3', '2024-08-01', null, null, 'already-recognised'],
  ])('%s: %s on %s', (_rule, stage, asOf, lastDay, roundNo, why) => {
    expect(prospectOf({ id: 3, stage, recognisedBefore: false }, rounds, 2024, asOf)).toEqual({ id: 3, canStill: why === null, lastDay, roundNo, why });
  });

  it.each<[string, RegistrationStage, Day, CannotReason]>([
    ['while the province still has it', 'sent-to-province', '2024-11-02', 'already-recognised'],
    ['while a round lies ahead', 'received', '2024-07-09', 'already-recognised'],
    ['and was withdrawn', 'withdrawn', '2024-07-09', 'withdrawn'],
  ])('cannot be first twice when its product was recognised before %s: %s on %s', (_case, stage, asOf, why) => {
    expect(prospectOf({ id: 3, stage, recognisedBefore: true }, rounds, 2024, asOf)).toEqual({ id: 3, canStill: false, lastDay: null, roundNo: null, why });
  });

  it('goes by the latest round, in whatever order the rounds come', () => {
    expect(prospectOf(received, rounds.toReversed(), 2024, '2024-04-09').roundNo).toBe(2);
  });

  it('has no round in a plan without rounds', () => {
    expect(prospectOf(received, [], 2024, '2024-04-09').why).toBe('rounds-over');
  });

  it('has no last day after the plan year, even when a round is set beyond it', () => {
    const beyond = [{ no: 3, townRecognitionBefore: '2025-02-10', dossiersToProvinceBefore: '2025-02-15' }];
    expect(prospectOf(received, beyond, 2024, '2024-04-09').lastDay).toBe('2024-12-31');
  });

  const stage = fc.constantFrom(...REGISTRATION_STAGES);
  const dayOf2024 = fc.integer({ min: 0, max: 365 }).map((n) => addDays('2024-01-01', n));
  const anyRounds = fc
    .array(dayOf2024, { maxLength: 3 })
    .map((days) => days.map((day, index) => ({ no: index + 1, townRecognitionBefore: day, dossiersToProvinceBefore: addDays(day, 5) })));

  it('can still be recognised exactly when it is an open candidate of kind new, all year long', () => {
    fc.assert(
      fc.property(fc.array(stage), anyRounds, dayOf2024, (stages, some, asOf) => {
        const list = stages.map((one, id) => ({ id, kind: 'new' as const, stage: one, recognisedBefore: false }));
        const before = some.map(({ townRecognitionBefore }) => townRecognitionBefore);
        expect(list.filter((one) => prospectOf(one, some, 2024, asOf).canStill)).toEqual(openCandidates(list, 'new', before, asOf));
      }),
    );
  });

  it('has a last day not before asOf, or a reason, and never both', () => {
    fc.assert(
      fc.property(stage, anyRounds, dayOf2024, (one, some, asOf) => {
        const { canStill, lastDay, why } = prospectOf({ id: 1, stage: one, recognisedBefore: false }, some, 2024, asOf);
        expect(canStill).toBe(why === null);
        expect(canStill).toBe(lastDay !== null && lastDay >= asOf);
      }),
    );
  });
});

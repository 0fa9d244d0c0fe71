import { describe, expect, it } from '@jest/globals';
import { missedRounds, openCandidates, type RegistrationState } from './open-candidates.js';

// Plan 1227, III.3: the town recognises before 10/7/2024 (round 1) and before 10/10/2024 (round 2).
const rounds = ['2024-07-10', '2024-10-10'];
const list: RegistrationState[] = [
  { kind: 'new', stage: 'registered' },
  { kind: 'new', stage: 'sent-to-province' },
  { kind: 'new', stage: 'recognised-3' },
  { kind: 'new', stage: 'withdrawn' },
  { kind: 're-evaluation', stage: 'registered' },
];

describe('rounds gone by (III.3: “trước ngày”, so the day itself is late)', () => {
  it.each([
    ['2024-04-09', 0],
    ['2024-07-09', 0],
    ['2024-07-10', 1],
    ['2024-10-09', 1],
    ['2024-10-10', 2],
  ])('on %s: %i', (asOf, expected) => {
    expect(missedRounds(rounds, asOf)).toBe(expected);
  });
});

describe('registrations that can still be recognised (III.3)', () => {
  it.each([
    ['2024-04-09', ['registered', 'sent-to-province']],
    ['2024-10-09', ['registered', 'sent-to-province']],
    ['2024-10-10', ['sent-to-province']],
  ])('on %s: %j', (asOf, stages) => {
    expect(openCandidates(list, 'new', rounds, asOf).map(({ stage }) => stage)).toEqual(stages);
  });

  it('counts each kind on its own (II.2)', () => {
    expect(openCandidates(list, 're-evaluation', rounds, '2024-04-09')).toHaveLength(1);
  });
});

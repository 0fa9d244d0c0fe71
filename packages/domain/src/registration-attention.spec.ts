import { describe, expect, it } from '@jest/globals';
import { STUCK_AFTER_DAYS, type AttentionFacts, type RegistrationFacts } from './attention-item.js';
import type { Day } from './day.js';
import type { RegistrationStage } from './registration.js';
import type { Stars } from './stars.js';
import { disqualified, dossier, factsOn, scored, told } from './testing/attention-facts.js';

describe('a dossier that does not move (clause III.3)', () => {
  const settings = { stuckAfterDays: STUCK_AFTER_DAYS, reEvaluationWindow: null };
  const stuck = (asOf: Day, registration: RegistrationFacts) => told(factsOn(asOf, { registrations: [registration], settings }), 'registration-stuck');
  const waiting = (asOf: Day, registration: RegistrationFacts) => ['recognition', 'sending'].flatMap((kind) => told(factsOn(asOf, { registrations: [registration] }), kind));

  it.each([
    ['2024-05-08', []],
    ['2024-05-09', []],
    ['2024-05-10', ['registration-stuck overdue -1 complete-dossier']],
    ['2024-05-11', ['registration-stuck overdue -2 complete-dossier']],
  ])('since 9/4/2024 is stuck after more than 30 days: on %s %j', (asOf, expected) => {
    expect(stuck(asOf, dossier('registered'))).toEqual(expected);
  });

  it.each<[RegistrationStage, string]>([
    ['registered', 'complete-dossier'],
    ['preparing', 'complete-dossier'],
    ['moved-to-next-round', 'complete-dossier'],
    ['received', 'assess-by-commune'],
    ['assessed-by-commune', 'score-by-town'],
    ['scored-by-town', 'record-result'],
    ['sent-to-province', 'ask-province'],
    ['sent-to-ministry', 'ask-ministry'],
  ])('at %s asks for %s', (stage, step) => {
    expect(stuck('2024-05-10', dossier(stage))).toEqual([`registration-stuck overdue -1 ${step}`]);
  });

  it.each<RegistrationStage>(['recognised-3', 'recognised-4', 'recognised-5', 'withdrawn', 'not-recognised'])('is never stuck at %s', (stage) => {
    expect(stuck('2024-12-31', dossier(stage))).toEqual([]);
  });

  it.each<[string, Stars, string[]]>([
    ['40', 2, ['registration-stuck overdue -1 close-dossier']],
    ['80', 4, ['registration-stuck overdue -1 send-to-province']],
    ['60', 3, []],
  ])('scored %s (%i★) is closed or sent on, or told of as a result instead: %j', (points, stars, expected) => {
    expect(stuck('2024-05-10', scored(points, stars, '2024-04-09'))).toEqual(expected);
  });

  it.each(['60', '80'])('disqualified is closed whatever its points, here %s (disqualification stands outside the score)', (points) => {
    const registration = disqualified(points, '2024-04-09');
    expect(stuck('2024-05-10', registration)).toEqual(['registration-stuck overdue -1 close-dossier']);
    expect(waiting('2024-07-08', registration)).toEqual([]);
  });
});

describe('a result of 3★ or more without decision (QĐ 148/QĐ-TTg; clause III.3)', () => {
  const result = (asOf: Day, registration: RegistrationFacts, more: Partial<AttentionFacts> = {}) =>
    told(factsOn(asOf, { registrations: [registration], ...more }), 'result-without-decision');

  it.each([
    ['2024-07-02', []],
    ['2024-07-03', ['result-without-decision soon 6 issue-decision']],
    ['2024-07-09', ['result-without-decision soon 0 issue-decision']],
    ['2024-07-10', ['result-without-decision overdue -1 issue-decision']],
  ])('of 3/7/2024 is due with its round: on %s %j', (asOf, expected) => {
    expect(result(asOf, scored('60', 3, '2024-07-03'))).toEqual(expected);
  });

  it.each<[string, RegistrationFacts, number]>([
    ['3★ capped from 72 points', scored('72', 3, '2024-07-03'), 1],
    ['2★, which gets no decision', scored('40', 2, '2024-07-03'), 0],
    ['4★, which goes to the province', scored('72', 4, '2024-07-03'), 0],
    ['3★ already decided', { ...scored('60', 3, '2024-07-03'), stage: 'recognised-3' }, 0],
    ['3★ of a dossier moved to the next round', { ...scored('60', 3, '2024-07-03'), stage: 'moved-to-next-round' }, 0],
  ])('of %s: %o counts %i', (_case, registration, count) => {
    expect(result('2024-07-05', registration)).toHaveLength(count);
  });

  it('of the province has no day in the plan, and is not the town’s own that sent it there', () => {
    const sent = dossier('sent-to-province', { points: '80', awardedStars: 4, stageOn: '2024-07-12', resultOn: '2024-07-12' });
    expect(result('2024-09-01', sent)).toEqual([]);
    expect(result('2024-09-01', { ...sent, resultOn: '2024-07-13' })).toEqual(['result-without-decision soon no-day record-higher-decision']);
  });

  it('has no day in a plan without rounds', () => {
    expect(result('2024-07-05', scored('60', 3, '2024-07-03'), { rounds: [] })).toEqual(['result-without-decision soon no-day issue-decision']);
  });
});

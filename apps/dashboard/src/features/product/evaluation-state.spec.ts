import { describe, expect, it } from '@jest/globals';
import { newEvaluationSchema } from '@ocop/contracts';
import { formatScore } from '@ocop/domain';
import { FormReader } from '../../lib/reading.js';
import { EMPTY_SCORE, liveFaults, liveOutcome, readEvaluation, sentIndex, sumOfParts, type EvaluationState } from './evaluation-state.js';

const state: EvaluationState = {
  seen: { version: 5, kind: 'new', note: '', stage: 'assessed-by-commune', stageOn: '2024-06-05', roundNo: 1 },
  level: 'town', evaluatedOn: '20/6/2024', round: '1', scoring: 'members',
  scores: [{ a: '30,5', b: '18', c: '24', total: '' }, EMPTY_SCORE, { ...EMPTY_SCORE, total: '70' }],
  memberCount: '7', starCap: 3, disqualified: false, disqualification: '', paper: '', reason: '', correctsId: null, correctionReason: '',
};
const reader = () => new FormReader({ day: 'D', choice: 'C', text: 'T' });

describe('the form of a result', () => {
  it('becomes the request of the contract: rows left empty are left out, an empty total is the sum of its parts', () => {
    const reading = readEvaluation(state, reader());
    const body = 'body' in reading ? reading.body : null;
    expect(newEvaluationSchema.safeParse(body).success).toBe(true);
    expect(body).toMatchObject({
      version: 5, evaluatedOn: '2024-06-20', roundNo: 1, memberCount: null, starCap: 3, disqualification: null, corrects: null,
      scores: [{ a: '30,5', b: '18', c: '24', total: '72,5' }, { a: null, b: null, c: null, total: '70' }],
    });
    expect([0, 1, 2].map((index) => sentIndex(state, index))).toEqual([0, 1, 1]);
  });

  it('of a mean sends one row and how many members it is of', () => {
    const reading = readEvaluation({ ...state, scoring: 'mean' }, reader());
    expect('body' in reading && reading.body).toMatchObject({ scoring: 'mean', memberCount: 7, scores: [{ total: '72,5' }] });
  });

  it('sends a number of members that is none as it was typed, so that the API refuses it and nothing is lost', () => {
    const reading = readEvaluation({ ...state, scoring: 'mean', memberCount: '7 người' }, reader());
    expect(newEvaluationSchema.safeParse('body' in reading && reading.body).error?.issues.map(({ path }) => path.join('.'))).toEqual(['memberCount']);
  });

  it('is not sent without the highest star whose minimums are met: nobody is given five stars by an empty field', () => {
    expect(readEvaluation({ ...state, starCap: null }, reader())).toEqual({ faults: [{ path: 'starCap', message: 'C' }] });
  });

  it('computes points and stars while it is typed: (72,5 + 70) / 2, capped at 3', () => {
    const outcome = liveOutcome(state);
    expect(outcome && { points: formatScore(outcome.score), band: outcome.band, stars: outcome.stars }).toEqual({ points: '71,25', band: 4, stars: 3 });
    expect(liveOutcome({ ...state, scores: [EMPTY_SCORE] })).toBeNull();
    expect(liveOutcome({ ...state, disqualified: true })?.stars).toBeNull();
  });

  it('says what is wrong at the row on the screen, and nothing of what is not typed yet', () => {
    const scores = [EMPTY_SCORE, { a: '41', b: '', c: '', total: '' }];
    expect(liveFaults({ ...state, scores }, null)).toEqual([{ index: 1, field: 'a', fault: 'part-above-maximum', limit: '40' }]);
    const rule = { members: 9, quorum: { numerator: 3, denominator: 4 }, spreadLimit: '10' };
    expect(liveFaults(state, rule).map(({ index, fault }) => [index, fault])).toEqual([[null, 'no-quorum']]);
    expect(sumOfParts({ a: '30,5', b: '18', c: '', total: '' })).toBeNull();
  });
});

import { describe, expect, it } from '@jest/globals';
import { setCouncilRuleSchema } from '@ocop/contracts';
import { FormReader } from '../../lib/reading.js';
import { councilStateOf, readCouncilRule } from './council-state.js';

describe('the form of a council’s rule', () => {
  it('sends numbers that are none as they were typed, so that the API refuses them and what is set is not erased', () => {
    const state = { ...councilStateOf(null), members: '7 người', numerator: 'ba', denominator: '4' };
    const reading = readCouncilRule(2024, 'town')(state, new FormReader({ day: 'D', choice: 'C', text: 'T' }));
    const refused = setCouncilRuleSchema.safeParse('body' in reading && reading.body).error?.issues.map(({ path }) => path.join('.'));
    expect(refused).toEqual(expect.arrayContaining(['members', 'quorum.numerator']));
  });

  it('leaves unset what is empty', () => {
    const reading = readCouncilRule(2024, 'town')(councilStateOf(null), new FormReader({ day: 'D', choice: 'C', text: 'T' }));
    expect('body' in reading && reading.body).toMatchObject({ members: null, quorum: null, spreadLimit: null, paper: null });
  });
});

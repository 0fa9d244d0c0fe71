import { describe, expect, it } from '@jest/globals';
import type { LawRuleOnRecord } from '@ocop/contracts';
import { provisionsOf, stateOn } from './law-timeline.js';

const rule = (id: number, validFrom: string | null, annulled: LawRuleOnRecord['annulled'] = null): LawRuleOnRecord => ({
  id, topic: 'certificate-months', validFrom, legalBasis: `QĐ ${id}`, value: 36, enteredBy: null, enteredAt: '2024-01-01T00:00:00.000Z', annulled,
});
const rules = [rule(1, null), rule(2, '2025-07-06'), rule(3, '2024-05-01', { at: '2024-06-01T00:00:00.000Z', by: 'A', reason: 'ghi nhầm' })];

describe('the provisions of a topic', () => {
  it('run to the day before the next one, the newest first; an annulled one cuts nothing off', () => {
    expect(provisionsOf(rules, 'certificate-months').map(({ rule: { id }, from, to }) => [id, from, to])).toEqual([
      [2, '2025-07-06', null],
      [1, null, '2025-07-05'],
    ]);
    expect(provisionsOf(rules, 're-evaluation-window')).toEqual([]);
  });

  it.each([
    ['2025-07-05', ['future', 'in-force']],
    ['2025-07-06', ['in-force', 'past']],
  ])('on %s stand %j: a decision of that day is judged by the one in force', (day, states) => {
    expect(provisionsOf(rules, 'certificate-months').map((provision) => stateOn(provision, day))).toEqual(states);
  });
});

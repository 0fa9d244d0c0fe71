import { describe, expect, it } from '@jest/globals';
import { newPostingSchema } from '@ocop/contracts';
import { catalogues } from '../../messages/index.js';
import { FormReader } from '../../lib/reading.js';
import { newPosting, ofSource, readPosting, sumOfParts, type PostingState } from './posting-state.js';

const words = catalogues.vi.funding.posting;
const KEY = '3b241101-e2bb-4255-8caf-4136c566a962';
const state: PostingState = {
  ...newPosting(KEY, '10/10/2024'),
  parts: [{ source: 'socialised', stage: 'contributed', amount: '12.000.000' }],
  paperNumber: '05/PT',
};
const read = (changes: Partial<PostingState>, doubted = false) =>
  readPosting(2024, words)({ ...state, ...changes }, new FormReader({ day: 'D', choice: 'C', text: 'T' }), doubted);

describe('the form of a posting (KH 1227, IV)', () => {
  it('becomes what the API takes, money in plain digits', () => {
    const reading = read({});
    expect(reading).toMatchObject({ body: { key: KEY, year: 2024, occurredOn: '2024-10-10', parts: [{ amount: '12000000' }], total: null, paperNumber: '05/PT', reason: null } });
    expect('body' in reading && newPostingSchema.safeParse(reading.body).success).toBe(true);
  });

  it.each([
    ['1.234.567,89', words.amountFaults.comma],
    ['1,5 tỷ', words.amountFaults.word],
    ['-5.000', words.amountFaults.downwards],
    ['1000000000000000000', words.amountFaults['too-big']],
    ['', words.amountFaults.empty],
  ])('tells of “%s” which rule it breaks, at its own field', (amount, message) => {
    expect(read({ parts: [{ source: 'socialised', stage: 'contributed', amount }] })).toEqual({ faults: [{ path: 'parts.0.amount', message }] });
  });

  it('lets an adjustment alone go down', () => {
    expect(read({ parts: [{ source: 'ntm', stage: 'adjusted', amount: '-5.000' }] })).toMatchObject({ body: { parts: [{ amount: '-5000' }] } });
  });

  it('asks for the total of the paper when there are several sources', () => {
    const parts = [...state.parts, { source: 'ntm', stage: 'disbursed' as const, amount: '3.000.000' }];
    expect(sumOfParts(parts)).toBe(15_000_000n);
    expect(read({ parts, total: '15.000.000' })).toMatchObject({ body: { total: '15000000' } });
    expect(read({ parts })).toEqual({ faults: [{ path: 'total', message: words.amountFaults.empty }] });
    expect(sumOfParts([...parts, { source: '', stage: null, amount: '' }])).toBeNull();
  });

  it('asks why when something is doubtful, and only then', () => {
    expect(read({}, true)).toEqual({ faults: [{ path: 'reason', message: 'T' }] });
    expect(read({ reason: 'Đã đối chiếu' }, true)).toMatchObject({ body: { reason: 'Đã đối chiếu' } });
  });

  it('takes no name that was typed and not picked', () => {
    expect(read({ productName: 'bánh tét' })).toEqual({ faults: [{ path: 'productId', message: words.notChosen }] });
  });

  it('keeps the stage of another source only where its money goes through it', () => {
    const sources = [{ code: 'socialised', kind: 'socialised' as const }, { code: 'ntm', kind: 'budget' as const }, { code: 'nq', kind: 'budget' as const }];
    const part = { source: 'ntm', stage: 'disbursed' as const, amount: '1' };
    expect(ofSource(part, 'nq', sources)).toEqual({ ...part, source: 'nq' });
    expect(ofSource(part, 'socialised', sources)).toEqual({ ...part, source: 'socialised', stage: null });
  });
});

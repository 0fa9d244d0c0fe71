import { deadlineState } from '@ocop/domain';
import { describe, expect, it } from '@jest/globals';
import { catalogues } from '../messages/index.js';
import { deadlineWords } from './deadline-words.js';

const { deadlines: vi } = catalogues.vi.overview;
const { deadlines: en } = catalogues.en.overview;

describe('the words of a deadline “trước ngày 10/7/2024” (plan 1227, III.3)', () => {
  it.each([
    ['2024-04-09', 'còn 92 ngày', '92 days left'],
    ['2024-07-08', 'còn 2 ngày', '2 days left'],
    ['2024-07-09', 'hôm nay là hạn cuối', 'last day today'],
    ['2024-07-10', 'đã qua 1 ngày', 'passed 1 day ago'],
    ['2024-07-12', 'đã qua 3 ngày', 'passed 3 days ago'],
  ])('on %s are “%s”', (asOf, vietnamese, english) => {
    const due = deadlineState('2024-07-10', asOf);
    expect(deadlineWords(due, vi)).toBe(vietnamese);
    expect(deadlineWords(due, en)).toBe(english);
  });
});

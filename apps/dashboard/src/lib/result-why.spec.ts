import { describe, expect, it } from '@jest/globals';
import { catalogues } from '../messages/index.js';
import { resultWhy } from './result-why.js';

const { why } = catalogues.vi.programme;
const facts = { points: '72,5', band: 4, starCap: 5, stars: 4, disqualification: null };

describe('why a result has its stars (QĐ 148/QĐ-TTg: the band of the points, capped by the minimums that are met)', () => {
  it.each([
    ['the band alone', facts, '72,5 điểm → 4 sao'],
    ['minimums met for less', { ...facts, starCap: 3, stars: 3 }, '72,5 điểm → 4 sao; chỉ đủ điều kiện tối thiểu 3 sao → 3 sao'],
    ['minimums not told yet', { ...facts, starCap: null }, '72,5 điểm → 4 sao'],
    ['disqualified', { ...facts, stars: null, disqualification: 'nguyên liệu nhập khẩu' }, '72,5 điểm → 4 sao; bị loại: nguyên liệu nhập khẩu'],
    ['disqualified, not said why yet', { ...facts, stars: null }, '72,5 điểm → 4 sao; bị loại'],
  ])('%s', (_, result, sentence) => expect(resultWhy(result, why)).toBe(sentence));
});

import type { Indicator } from '@ocop/contracts';
import { describe, expect, it } from '@jest/globals';
import { catalogues } from '../messages/index.js';
import { comparisonWords } from './comparison-words.js';

type Compared = Parameters<typeof comparisonWords>[0];
const figure = (unit: Indicator['unit'], direction: Indicator['direction'], value: string | null, before: string | null): Compared => ({
  value,
  unit,
  direction,
  lastYear: { asOf: '2023-07-12', value: before },
});
const words = (indicator: Compared, money?: 'million' | 'dong') => comparisonWords(indicator, catalogues.vi, 'vi', money);

describe('a figure beside the same day of the year before', () => {
  it.each([
    ['more, which is better', figure('product', 'more-is-better', '2', '1'), '+1 so với 12/7/2023 (1)', 'tăng 1 so với ngày 12/7/2023, khi đó là 1; tốt hơn'],
    ['less, which is worse', figure('product', 'more-is-better', '3', '5'), '−2 so với 12/7/2023 (5)', 'giảm 2 so với ngày 12/7/2023, khi đó là 5; kém hơn'],
    ['less, which is better', figure('certificate', 'less-is-better', '0', '4'), '−4 so với 12/7/2023 (4)', 'giảm 4 so với ngày 12/7/2023, khi đó là 4; tốt hơn'],
    ['more, which means nothing', figure('registration', 'neutral', '10', '7'), '+3 so với 12/7/2023 (7)', 'tăng 3 so với ngày 12/7/2023, khi đó là 7'],
    ['the same', figure('report', 'more-is-better', '7', '7'), 'bằng 12/7/2023', 'bằng ngày 12/7/2023'],
    ['percentages in points', figure('percent', 'more-is-better', '71.9', '84'), '−12,1 điểm % so với 12/7/2023 (84%)', 'giảm 12,1 điểm % so với ngày 12/7/2023, khi đó là 84%; kém hơn'],
    ['not recorded then', figure('product', 'more-is-better', '2', null), '12/7/2023: chưa có số liệu', '12/7/2023: chưa có số liệu'],
  ])('%s', (_what, indicator, shown, spoken) => {
    expect(words(indicator)).toEqual({ shown, spoken });
  });

  it('writes money exactly, in the unit of the page', () => {
    const planned = figure('dong', 'neutral', '9007199254740993000000', '9007199254740992500000');
    expect(words(planned)?.shown).toBe('+0,5 so với 12/7/2023 (9.007.199.254.740.992,5)');
    expect(words(planned, 'dong')?.shown).toBe('+500.000 so với 12/7/2023 (9.007.199.254.740.992.500.000)');
  });

  it('is nothing without a year before, and nothing without a figure', () => {
    expect(words({ ...figure('product', 'more-is-better', '2', '1'), lastYear: null })).toBeNull();
    expect(words(figure('product', 'more-is-better', null, '1'))).toBeNull();
  });
});

import { describe, expect, it } from '@jest/globals';
import { zeroBasedScale } from './zero-based-scale.js';

describe('zeroBasedScale', () => {
  it.each([
    [850_000_000, 'million-dong', { max: 1_000_000_000, interval: 250_000_000 }],
    [2, 'integer', { max: 2, interval: 1 }],
    [7, 'integer', { max: 8, interval: 2 }],
    [63.6, 'percent', { max: 80, interval: 20 }],
    [0, 'integer', { max: 1, interval: 1 }],
  ] as const)('for %s %s is %j', (largest, format, scale) => {
    expect(zeroBasedScale(largest, format)).toEqual(scale);
  });
});

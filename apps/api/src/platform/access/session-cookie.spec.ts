import { expect, it } from '@jest/globals';
import { newToken } from './session-cookie.js';

it('a token is 256 random bits: none comes twice, and each bit is as often on as off (ASVS 6.5.3, 7.2.3, 11.5.1)', () => {
  const tokens = Array.from({ length: 4_000 }, newToken);
  expect(new Set(tokens).size).toBe(tokens.length);
  const bytes = tokens.map((token) => Buffer.from(token, 'base64url'));
  expect(bytes.every(({ byteLength }) => byteLength === 32)).toBe(true);
  const on = Array.from({ length: 256 }, (_, bit) => bytes.filter((one) => ((one[bit >> 3] ?? 0) >> (bit & 7)) & 1).length);
  // Seven standard deviations around the half: by chance once in many millions of runs.
  expect(on.filter((count) => Math.abs(count - 2_000) > 222)).toEqual([]);
});

import { expect, it } from '@jest/globals';
import { newAuthenticatorSecret, newRecoveryCodes } from './authenticator.js';

it('a recovery code is 12 letters drawn from 31, 59 bits, and a key 160 bits; none comes twice (ASVS 6.5.4)', () => {
  const codes = Array.from({ length: 300 }, newRecoveryCodes).flat();
  const letters = codes.map((code) => code.replaceAll('-', ''));
  expect(letters.filter((text) => !/^[a-z2-9]{12}$/.test(text))).toEqual([]);
  expect(new Set(letters).size).toBe(3_000);
  // Every letter at every place: 3 000 draws miss one of 31 once in 10^40.
  expect(Array.from({ length: 12 }, (_, place) => new Set(letters.map((text) => text[place])).size)).toEqual(Array.from({ length: 12 }, () => 31));
  const keys = Array.from({ length: 300 }, newAuthenticatorSecret);
  expect(new Set(keys).size).toBe(300);
  expect(keys.filter((key) => !/^[A-Z2-7]{32}$/.test(key))).toEqual([]);
});

import { describe, expect, it } from '@jest/globals';
import { momentText } from './moment-text.js';

describe('momentText', () => {
  it.each([
    ['2026-11-24T06:36:33.625Z', '13:36 24/11/2026'],
    ['2024-06-14T17:00:00Z', '00:00 15/6/2024'],
    ['2024-06-14T23:59:00+07:00', '23:59 14/6/2024'],
  ])('%s is %s in Vietnam (UTC+7)', (instant, text) => {
    expect(momentText(instant, 'vi')).toBe(text);
  });
});

import { describe, expect, it } from '@jest/globals';
import { AUDIT_ACTIONS, AUDIT_FAULTS, AUDIT_SUBJECTS, PERMISSIONS, ROLES } from '@ocop/contracts';
import { deviceName } from '../features/account/device-name.js';
import { catalogues } from './index.js';

describe.each(['vi', 'en'] as const)('the words of who may what (%s)', (locale) => {
  const { audit, permissions } = catalogues[locale];
  it('are there for every role, permission, action and subject, each its own', () => {
    for (const [keys, words] of [
      [ROLES, permissions.roles], [ROLES, permissions.roleTexts], [PERMISSIONS, permissions.names], [AUDIT_ACTIONS, audit.actions], [AUDIT_SUBJECTS, audit.subjects],
    ] as const) {
      const found = keys.map((key) => (words as Record<string, string>)[key] ?? '');
      expect(found).not.toContain('');
      expect(new Set(found).size).toBe(keys.length);
    }
    for (const fault of AUDIT_FAULTS) expect(audit.faults[fault](7)).toContain('7');
  });
});

describe('a device in words', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0', 'Edge trên Windows'],
    ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36', 'Chrome trên Android'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/18.0 Mobile Safari/604.1', 'Safari trên iOS'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox trên Linux'],
    ['curl/8', 'trình duyệt lạ trên máy lạ'],
  ])('%s is %s', (userAgent, words) => {
    expect(deviceName(userAgent, catalogues.vi.account.sessions)).toBe(words);
  });
});

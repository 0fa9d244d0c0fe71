import { randomBytes, webcrypto } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { decrypt, encrypt } from './encryption.js';

const key = randomBytes(32);
const TEXT = 'khóa của một người';

describe('what is kept encrypted', () => {
  it('is read with its key and for what it belongs to, and is different each time (ASVS 11.3.1)', () => {
    const [one, two] = [encrypt(key, TEXT, 'account 1'), encrypt(key, TEXT, 'account 1')];
    expect(one).not.toBe(two);
    expect([one, two].map((text) => decrypt(key, text, 'account 1'))).toEqual([TEXT, TEXT]);
    expect(decrypt(key, one, 'account 2')).toBeNull();
    expect(decrypt(randomBytes(32), one, 'account 1')).toBeNull();
  });

  it('is AES-256-GCM, as another implementation of it reads it (ASVS 11.2.3, 11.3.2)', async () => {
    const bytes = Buffer.from(encrypt(key, TEXT, 'account 1'), 'base64url');
    const [iv, tag, body] = [bytes.subarray(0, 12), bytes.subarray(12, 28), bytes.subarray(28)];
    const other = await webcrypto.subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt']);
    const read = await webcrypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: Buffer.from('account 1'), tagLength: 128 }, other, Buffer.concat([body, tag]));
    expect(Buffer.from(read).toString()).toBe(TEXT);
  });

  it('changed in any byte, cut off or made up is not read (ASVS 11.3.3)', () => {
    const bytes = Buffer.from(encrypt(key, TEXT, 'account 1'), 'base64url');
    const changed = [...bytes.keys()].map((at) => Buffer.from(bytes).fill((bytes[at] ?? 0) ^ 1, at, at + 1));
    const cut = [0, 12, 27, 28, bytes.length - 1].map((length) => bytes.subarray(0, length));
    const read = [...changed, ...cut, randomBytes(64)].map((one) => decrypt(key, one.toString('base64url'), 'account 1'));
    expect(read.filter((text) => text !== null)).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { encrypt } from '../../platform/encryption.js';
import { openFlow, ownPath, sealFlow, type Flow } from './openid-connect-flow.js';

describe('the way back', () => {
  it.each<[string, string, string]>([
    ['a page with its search', '/san-pham?nam=2024&q=Hương', '/san-pham?nam=2024&q=H%C6%B0%C6%A1ng'],
    ['the sign-in page', '/dang-nhap?loi=that-bai', '/dang-nhap?loi=that-bai'],
    ['a whole address', 'https://noi-khac.example/', '/'],
    ['a host alone', '//noi-khac.example/', '/'],
    ['a host behind /\\', '/\\noi-khac.example/', '/'],
    ['a host behind \\\\', '\\\\noi-khac.example', '/'],
    ['a host behind a tab', '/\t/noi-khac.example', '/'],
    ['a second header', '/\r\nSet-Cookie: ocop=1', '/'],
    ['a host behind a dot', '/.//noi-khac.example', '/'],
    ['a host behind a way up', '/x/..//noi-khac.example', '/'],
    ['a host behind an encoded dot', '/%2e//noi-khac.example', '/'],
    ['a script', 'javascript:alert(1)', '/'],
    ['no path', ' /bao-cao', '/'],
    ['nothing', '', '/'],
    ['more than a cookie holds', `/${'a'.repeat(1_600)}`, '/'],
    ['more than is read', `/${'a'.repeat(3_000)}`, '/'],
  ])('asked to be %s leads to no other site (ASVS 3.7.2)', (_, asked, expected) => {
    expect(ownPath(asked)).toBe(expected);
  });

  it('is the first page when none was asked for', () => {
    expect(ownPath(undefined)).toBe('/');
  });
});

describe('the flow that a browser keeps', () => {
  const key = Buffer.alloc(32, 1);
  const flow: Flow = { state: 's', nonce: 'n', verifier: 'v', back: '/', endsAt: 1_000 };

  it('is read with the same key until it ends', () => {
    expect(openFlow(key, sealFlow(key, flow), new Date(999))).toEqual(flow);
    expect(openFlow(key, sealFlow(key, flow), new Date(1_000))).toBeNull();
    expect(openFlow(Buffer.alloc(32, 2), sealFlow(key, flow), new Date(0))).toBeNull();
  });

  it('is nothing else that was encrypted with the key', () => {
    expect(openFlow(key, encrypt(key, JSON.stringify(flow), 'something else'), new Date(0))).toBeNull();
  });

  it('fits into a cookie with the longest way back', () => {
    const back = ownPath(`/${'a'.repeat(1_499)}`);
    expect(back).toHaveLength(1_500);
    expect(sealFlow(key, { ...flow, back, state: 'x'.repeat(43), nonce: 'x'.repeat(43), verifier: 'x'.repeat(43) }).length).toBeLessThan(4_000);
  });
});

import { describe, expect, it } from '@jest/globals';
import { readSettings } from './settings.js';

const FROM = 'Văn phòng HĐND và UBND <vanphong@huongtra.example>';
const mailOf = (environment: Record<string, string | undefined>) => readSettings(environment, '/srv/ocop').mail;
const refusal = (environment: Record<string, string>): string => {
  try {
    mailOf(environment);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
};

describe('mail', () => {
  it('is off without its variables, and needs both', () => {
    expect(mailOf({})).toBeNull();
    expect(refusal({ OCOP_SMTP_URL: 'smtp://thu.example' })).toBe('OCOP_MAIL_FROM chưa được đặt; gửi thư điện tử cần đủ OCOP_SMTP_URL và OCOP_MAIL_FROM.');
    expect(refusal({ OCOP_MAIL_FROM: FROM })).toBe('OCOP_SMTP_URL chưa được đặt; gửi thư điện tử cần đủ OCOP_SMTP_URL và OCOP_MAIL_FROM.');
    expect(refusal({ OCOP_MAIL_FROM: FROM, OCOP_SMTP_URL: ' ' })).toMatch(/^OCOP_SMTP_URL [^\n]+\.$/);
  });

  it.each([
    ['smtp://thu.example', { host: 'thu.example', port: 587, secure: false, encryptedOnly: false, auth: null }],
    ['smtp://thu.example:25/', { host: 'thu.example', port: 25, secure: false, encryptedOnly: false, auth: null }],
    ['smtp://van%40phong:m%E1%BA%ADt%2F%3A@thu.example', { host: 'thu.example', port: 587, secure: false, encryptedOnly: true, auth: { user: 'van@phong', pass: 'mật/:' } }],
    ['smtps://a:b@thu.example', { host: 'thu.example', port: 465, secure: true, encryptedOnly: true, auth: { user: 'a', pass: 'b' } }],
    // On the same machine nobody listens in between.
    ['smtp://a:b@127.0.0.1:2525', { host: '127.0.0.1', port: 2525, secure: false, encryptedOnly: false, auth: { user: 'a', pass: 'b' } }],
  ])('goes to %s; a password only over an encrypted connection', (url, settings) => {
    expect(mailOf({ OCOP_SMTP_URL: url, OCOP_MAIL_FROM: FROM })).toEqual({ ...settings, from: { name: 'Văn phòng HĐND và UBND', address: 'vanphong@huongtra.example' } });
  });

  it.each(['thu.example', 'http://thu.example', 'smtp://', 'smtp://thu.example/x', 'smtp://bi-mat@thu.example', 'smtp://:bi-mat@thu.example', 'smtp://a:bi-mat@thu.example?tls.rejectUnauthorized=false', 'smtp://a:bi-mat%@thu.example', 'smtp://a:bi-mat%ff@thu.example', 'smtp://a:bi-mat@thu.example:99999'])(
    'refuses %s in one line that does not tell the password',
    (url) => {
      const line = refusal({ OCOP_SMTP_URL: url, OCOP_MAIL_FROM: FROM });
      expect(line).toMatch(/^OCOP_SMTP_URL [^\n]+\.$/);
      expect(line).not.toContain('bi-mat');
    },
  );

  it.each(['x', 'x@', 'A <x>', 'A <a@b.example> B', 'a@b.example, c@d.example', 'A\r\nBcc: c@d.example <a@b.example>'])('comes from no %j', (from) => {
    expect(refusal({ OCOP_SMTP_URL: 'smtp://thu.example', OCOP_MAIL_FROM: from })).toMatch(/^OCOP_MAIL_FROM /);
  });

  it('comes from an address alone, too', () => {
    expect(mailOf({ OCOP_SMTP_URL: 'smtp://thu.example', OCOP_MAIL_FROM: 'a@b.example' })?.from).toEqual({ name: null, address: 'a@b.example' });
  });
});

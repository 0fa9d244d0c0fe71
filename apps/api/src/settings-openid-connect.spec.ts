import { describe, expect, it } from '@jest/globals';
import { readSettings } from './settings.js';

const root = '/srv/ocop';

describe('sign-in through OpenID Connect', () => {
  const whole = {
    OCOP_OIDC_ISSUER: 'https://dang-nhap.example/realms/thi-xa', OCOP_OIDC_CLIENT_ID: 'ocop', OCOP_OIDC_CLIENT_SECRET: 'secret', OCOP_OIDC_NAME: ' Hệ thống chung ',
    OCOP_PUBLIC_URL: 'https://ocop.example',
  };

  it('is off without its variables', () => {
    expect(readSettings({ OCOP_PUBLIC_URL: whole.OCOP_PUBLIC_URL }, root).openIdConnect).toBeNull();
  });

  it('is read whole, with the address to register at the provider', () => {
    expect(readSettings(whole, root).openIdConnect).toEqual({
      issuer: new URL('https://dang-nhap.example/realms/thi-xa'), clientId: 'ocop', clientSecret: 'secret', name: 'Hệ thống chung',
      redirectUrl: new URL('https://ocop.example/api/v1/session/openid-connect/callback'),
    });
  });

  it.each(Object.keys(whole))('needs %s too, and says so in one line', (name) => {
    expect(() => readSettings({ ...whole, [name]: undefined }, root)).toThrow(new RegExp(`^${name} [^\\n]+\\.$`));
    expect(() => readSettings({ ...whole, [name]: ' ' }, root)).toThrow(new RegExp(`^${name} [^\\n]+\\.$`));
  });

  it.each(['http://localhost:8080', 'http://127.0.0.1:8080', 'http://[::1]:8080'])('may reach %s without TLS: the same machine', (issuer) => {
    expect(readSettings({ ...whole, OCOP_OIDC_ISSUER: issuer }, root).openIdConnect?.issuer).toEqual(new URL(issuer));
  });

  it.each(['dang-nhap.example', 'http://dang-nhap.example', 'http://127.0.0.1.example', 'http://localhost.example', 'https://a:b@dang-nhap.example', 'https://dang-nhap.example?x=1', 'ftp://localhost'])(
    'refuses the issuer %s',
    (issuer) => {
      expect(() => readSettings({ ...whole, OCOP_OIDC_ISSUER: issuer }, root)).toThrow(/^OCOP_OIDC_ISSUER [^\n]+\.$/);
    },
  );
});

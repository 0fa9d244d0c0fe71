import { describe, expect, it } from '@jest/globals';
import { SetupError } from './platform/errors/setup-error.js';
import { readSettings } from './settings.js';

const root = '/srv/ocop';
const standard = {
  port: 3000, host: '127.0.0.1', dataDir: '/srv/ocop/.data', databaseUrl: null, log: 'file',
  publicUrl: null, adminPassword: null, secretKey: null, proxies: 0, requestsPerMinute: 600, openIdConnect: null,
  secondFactorRequired: false, breachedPasswords: null,
};
const key = 'ab'.repeat(32);
const provider = { OCOP_OIDC_ISSUER: 'https://id.example', OCOP_OIDC_CLIENT_ID: 'ocop', OCOP_OIDC_CLIENT_SECRET: 's', OCOP_OIDC_NAME: 'Huế ID' };

describe('a good environment', () => {
  it.each<[Record<string, string | undefined>, Record<string, unknown>]>([
    [{}, {}],
    [{ PORT: undefined, TZ: 'America/New_York', HOME: '' }, {}],
    [{ PORT: '0' }, { port: 0 }],
    [{ PORT: '1' }, { port: 1 }],
    [{ PORT: '65535' }, { port: 65535 }],
    [{ PORT: ' 8080 ' }, { port: 8080 }],
    [{ HOST: '0.0.0.0' }, { host: '0.0.0.0' }],
    [{ HOST: '::1' }, { host: '::1' }],
    [{ OCOP_DATA_DIR: 'data' }, { dataDir: '/srv/ocop/data' }],
    [{ OCOP_DATA_DIR: '/var/lib/ocop dữ liệu' }, { dataDir: '/var/lib/ocop dữ liệu' }],
    [{ OCOP_DATA_DIR: '../x' }, { dataDir: '/srv/x' }],
    [{ DATABASE_URL: 'postgres://u:p@db:5432/ocop' }, { databaseUrl: 'postgres://u:p@db:5432/ocop' }],
    [{ DATABASE_URL: 'postgresql://db/ocop?sslmode=require' }, { databaseUrl: 'postgresql://db/ocop?sslmode=require' }],
    [{ OCOP_LOG: 'stdout' }, { log: 'stdout' }],
    [{ OCOP_PUBLIC_URL: 'https://ocop.example' }, { publicUrl: new URL('https://ocop.example') }],
    [{ OCOP_ADMIN_PASSWORD: ' mot  cau ' }, { adminPassword: ' mot  cau ' }],
    [{ OCOP_SECRET_KEY: key }, { secretKey: Buffer.from(key, 'hex') }],
    [{ OCOP_PROXIES: '1', OCOP_RATE_PER_MINUTE: '0' }, { proxies: 1, requestsPerMinute: null }],
    [
      { ...provider, OCOP_PUBLIC_URL: 'https://ocop.example' },
      { publicUrl: new URL('https://ocop.example'), openIdConnect: expect.objectContaining({ name: 'Huế ID', redirectUrl: new URL('https://ocop.example/api/v1/session/openid-connect/callback') }) },
    ],
    [{ OCOP_LOG: 'file' }, { log: 'file' }],
    [{ OCOP_BREACHED_PASSWORDS: 'lộ.txt' }, { breachedPasswords: '/srv/ocop/lộ.txt' }],
    [{ OCOP_SECOND_FACTOR: 'optional' }, {}],
    [{ OCOP_SECOND_FACTOR: 'required' }, { secondFactorRequired: true }],
  ])('%j is read, the rest is standard', (environment, given) => {
    expect(readSettings(environment, root)).toMatchObject({ ...standard, ...given });
  });
});

describe('a bad value stops the start with one line that names the variable', () => {
  it.each<[Record<string, string>, string]>([
    [{ PORT: '' }, 'PORT'],
    [{ OCOP_PUBLIC_URL: 'ocop.example' }, 'OCOP_PUBLIC_URL'],
    [{ OCOP_PUBLIC_URL: 'https://ocop.example/app' }, 'OCOP_PUBLIC_URL'],
    [{ OCOP_PUBLIC_URL: 'ftp://ocop.example' }, 'OCOP_PUBLIC_URL'],
    [{ OCOP_ADMIN_PASSWORD: 'ngan' }, 'OCOP_ADMIN_PASSWORD'],
    [{ OCOP_ADMIN_PASSWORD: '' }, 'OCOP_ADMIN_PASSWORD'],
    [{ OCOP_SECRET_KEY: 'abc' }, 'OCOP_SECRET_KEY'],
    [{ OCOP_PROXIES: '-1' }, 'OCOP_PROXIES'],
    [{ OCOP_PROXIES: '11' }, 'OCOP_PROXIES'],
    [{ OCOP_RATE_PER_MINUTE: 'many' }, 'OCOP_RATE_PER_MINUTE'],
    [{ OCOP_OIDC_ISSUER: 'https://id.example' }, 'OCOP_OIDC_CLIENT_ID'],
    [{ ...provider }, 'OCOP_PUBLIC_URL'],
    [{ ...provider, OCOP_PUBLIC_URL: 'https://ocop.example', OCOP_OIDC_ISSUER: 'http://id.example' }, 'OCOP_OIDC_ISSUER'],
    [{ PORT: '   ' }, 'PORT'],
    [{ PORT: '-1' }, 'PORT'],
    [{ PORT: '65536' }, 'PORT'],
    [{ PORT: '99999' }, 'PORT'],
    [{ PORT: '100000' }, 'PORT'],
    [{ PORT: '3000.5' }, 'PORT'],
    [{ PORT: '3e3' }, 'PORT'],
    [{ PORT: '0x10' }, 'PORT'],
    [{ PORT: 'http' }, 'PORT'],
    [{ PORT: '３０００' }, 'PORT'],
    [{ HOST: '' }, 'HOST'],
    [{ OCOP_DATA_DIR: '' }, 'OCOP_DATA_DIR'],
    [{ DATABASE_URL: '' }, 'DATABASE_URL'],
    [{ DATABASE_URL: 'ocop' }, 'DATABASE_URL'],
    [{ DATABASE_URL: 'mysql://db/ocop' }, 'DATABASE_URL'],
    [{ DATABASE_URL: 'postgres://db' }, 'DATABASE_URL'],
    [{ DATABASE_URL: 'postgres://db/' }, 'DATABASE_URL'],
    [{ DATABASE_URL: 'http://db/ocop' }, 'DATABASE_URL'],
    [{ OCOP_LOG: '' }, 'OCOP_LOG'],
    [{ OCOP_LOG: 'none' }, 'OCOP_LOG'],
    [{ OCOP_BREACHED_PASSWORDS: '' }, 'OCOP_BREACHED_PASSWORDS'],
    [{ OCOP_SECOND_FACTOR: '' }, 'OCOP_SECOND_FACTOR'],
    [{ OCOP_SECOND_FACTOR: 'yes' }, 'OCOP_SECOND_FACTOR'],
    [{ OCOP_LOG: 'FILE' }, 'OCOP_LOG'],
  ])('%j', (environment, name) => {
    const reading = () => readSettings(environment, root);
    expect(reading).toThrow(SetupError);
    expect(reading).toThrow(new RegExp(`^${name} [^\\n]+\\.$`));
  });

  it('and never shows the password of DATABASE_URL', () => {
    expect(() => readSettings({ DATABASE_URL: 'mysql://u:secret@db/ocop' }, root)).toThrow(/^(?!.*secret)/);
  });
});

import { describe, expect, it } from '@jest/globals';
import { SetupError } from './platform/errors/setup-error.js';
import { readSettings } from './settings.js';

const root = '/srv/ocop';
const standard = { port: 3000, host: '127.0.0.1', dataDir: '/srv/ocop/.data', databaseUrl: null, log: 'file' };

describe('a good environment', () => {
  it.each<[Record<string, string | undefined>, Partial<typeof standard> | { databaseUrl: string }]>([
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
    [{ OCOP_LOG: 'file' }, { log: 'file' }],
  ])('%j is read, the rest is standard', (environment, given) => {
    expect(readSettings(environment, root)).toMatchObject({ ...standard, ...given });
  });
});

describe('a bad value stops the start with one line that names the variable', () => {
  it.each<[Record<string, string>, string]>([
    [{ PORT: '' }, 'PORT'],
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

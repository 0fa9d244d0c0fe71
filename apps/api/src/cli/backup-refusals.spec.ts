import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { makeFile } from '../backup/archive.js';
import { hashOf } from '../backup/measure.js';
import { writeBackup } from '../backup/write-backup.js';
import { entities } from '../entities.js';
import { createDataSource } from '../platform/database/data-source.js';
import { readSettings } from '../settings.js';
import { fingerprints, flipped, plansOfBefore, replace, rewritten, run, structure, type Parts } from '../testing/backups.js';
import { enterFunding } from '../testing/facts.js';
import { createEmptyDatabase, createPlanDatabase } from '../testing/test-database.js';
import { backUp, readCommand as backupCommand } from './backup.js';
import { readCommand as restoreCommand, restore } from './restore.js';

const KEY = Buffer.from('ab'.repeat(32));
const MINUTE = 60_000;
const quiet = () => undefined;
const never = new AbortController().signal;
let folder: string;
let source: DataSource;
let target: DataSource;
let good: string;
const at = (name: string) => join(folder, name);
const url = (db: DataSource) => (db.options as { url: string }).url;

async function backedUp(db: DataSource, name: string, demo = false): Promise<string> {
  await makeFile(at(name));
  const client = new pg.Client({ connectionString: url(db) });
  await client.connect();
  await writeBackup(client, { demo, files: [{ name: 'secret-key', content: KEY }], secretKeySha256: hashOf(KEY) }, at(name), quiet, never);
  await client.end();
  return at(name);
}

const open = async (adapt = (_db: DataSource): unknown => undefined): Promise<DataSource> => {
  const { db, appData } = await createPlanDatabase();
  await appData.destroy();
  await enterFunding(db, [{ source: 'nq-20-2020', stage: 'planned', amount: 5_000_000n, occurredOn: '2024-05-01', unit: 'Xã Bình Thành', workArea: 1 }]);
  await db.query(`insert into account (username, display_name, roles, all_units, created_at) values ('mot-nguoi', 'Một người', '{auditor}', true, now())`);
  await adapt(db);
  return db;
};
const settingsOf = (db: DataSource, dataDir: string) => readSettings({ DATABASE_URL: url(db), OCOP_DATA_DIR: at(dataDir) }, folder);
const restoring = (from: string, { demo = false, into = target, dataDir = 'nowhere', progress = quiet as (line: string) => void, signal = never } = {}) =>
  restore({ from, demo }, settingsOf(into, dataDir), progress, signal);
const tablesOf = async (db: DataSource) => (await db.query<{ n: number }[]>(`select count(*)::int as n from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`))[0]?.n;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ocop-refusals-'));
  source = await open();
  target = await createEmptyDatabase();
  good = await backedUp(source, 'good');
}, MINUTE);
afterAll(async () => {
  await source.destroy();
  await target.destroy();
  await rm(folder, { recursive: true, force: true });
});

const changed = (change: (parts: Parts) => void) => () => rewritten(good, at('changed'), change);
const written = (content: () => Buffer | Promise<Buffer>) => async () => {
  await writeFile(at('written'), await content());
  return at('written');
};
const LEDGER = 'tables/funding_entry.copy';
const entry = ({ contents }: Parts) => contents.get(LEDGER) ?? Buffer.alloc(0);

describe('a file that is not right is refused in one sentence, and leaves nothing behind:', () => {
  it.each<[name: string, make: () => Promise<string>, says: RegExp]>([
    ['none there', async () => at('no-such-file'), /^Không đọc được tệp .*no-such-file \(ENOENT\)\.$/],
    ['a folder', async () => folder, /^Không đọc được tệp .* \(EISDIR\)\.$/],
    ['text', written(() => Buffer.from('một bức thư')), /không phải bản sao lưu của phần mềm này\.$/],
    ['an archive of something else', changed(({ manifest }) => Object.assign(manifest, { kind: 'other' })), /không phải bản sao lưu của phần mềm này\.$/],
    ['compressed, but no archive', written(() => zstdCompressSync(Buffer.alloc(2_000, 'x'))), /bị hỏng, chưa khôi phục gì/],
    ['empty', written(() => Buffer.alloc(0)), /bị thiếu phần cuối, chưa khôi phục gì/],
    ['cut off', written(async () => (await readFile(good)).subarray(0, 3_000)), /bị thiếu phần cuối, chưa khôi phục gì/],
    ['without its last table', changed(({ contents }) => void contents.delete([...contents.keys()].at(-1) ?? '')), /bị thiếu phần cuối, chưa khôi phục gì/],
    ['without a table in the middle', changed(({ contents }) => void contents.delete(LEDGER)), /bị hỏng ở phần tables\/funding_source\.copy/],
    ['with something more', changed(({ contents }) => void contents.set('tables/more.copy', Buffer.from('1\n'))), /bị hỏng ở phần tables\/more\.copy/],
    ['one bit else', written(() => flipped(good, (length) => Math.floor(length / 2))), /bị hỏng/],
    ['its checksum else', written(() => flipped(good, (length) => length - 14)), /bị hỏng, chưa khôi phục gì/],
    ['a row of the same length else', changed((parts) => void parts.contents.set(LEDGER, Buffer.from(entry(parts).toString().replace('5000000', '5000001')))), /bị hỏng ở phần tables\/funding_entry\.copy/],
    ['a row more than it says', changed((parts) => replace(parts, LEDGER, Buffer.concat([entry(parts), entry(parts)]))), /bị hỏng ở phần tables\/funding_entry\.copy/],
    ['a table without a column of its version', changed(({ manifest }) => manifest.tables.find(({ name }) => name === 'funding_entry')?.columns.pop()), /^Bảng funding_entry trong tệp .* thiếu hoặc có các cột khác/],
    ['rows that the tables do not take', changed((parts) => replace(parts, LEDGER, Buffer.from(entry(parts).toString().replace('planned', 'plamned')))), /^Không nạp được, chưa khôi phục gì: /],
    ['of tables of later', changed(({ manifest }) => Object.assign(manifest, { migration: 'Later1999999999999', version: '9.1.0' })), /bản mới hơn của phần mềm ghi \(9\.1\.0\)/],
    ['of a format of later', changed(({ manifest }) => Object.assign(manifest, { format: 2 })), /bản mới hơn của phần mềm ghi/],
    ['of invented data', changed(({ manifest }) => Object.assign(manifest, { demo: true })), /chứa dữ liệu minh họa, không khôi phục vào dữ liệu thật được; muốn xem thì thêm --demo\.$/],
  ])('%s', async (_name, make, says) => {
    await expect(restoring(await make())).rejects.toThrow(says);
    expect([await tablesOf(target), existsSync(at('nowhere'))]).toEqual([0, false]);
  });

  it('real data where invented data belongs', async () => {
    await expect(restoring(good, { demo: true })).rejects.toThrow(/chứa dữ liệu thật, .*hãy bỏ --demo\.$/);
  });
});

describe('a place that is not right is refused in one sentence, and stays as it was:', () => {
  it('a database that has the product’s tables', async () => {
    const before = await fingerprints(source);
    await expect(restoring(good, { into: source })).rejects.toThrow(/^test_\w+ đã có dữ liệu, nên không khôi phục đè lên\. Hãy đổi tên cơ sở dữ liệu ấy/);
    expect(await fingerprints(source)).toEqual(before);
  });

  it('a database on which the product runs', async () => {
    const running = new pg.Client({ connectionString: url(target), application_name: 'ocop-api' });
    await running.connect();
    await expect(restoring(good)).rejects.toThrow(/^Phần mềm đang chạy trên cơ sở dữ liệu này/);
    await running.end();
    expect(await tablesOf(target)).toBe(0);
  });

  it('a server that does not answer', async () => {
    const settings = readSettings({ DATABASE_URL: 'postgres://a:b@127.0.0.1:1/x', OCOP_DATA_DIR: at('nowhere') }, folder);
    const unreachable = /^Không kết nối được cơ sở dữ liệu trong DATABASE_URL: /;
    await expect(restore({ from: good, demo: false }, settings, quiet, never)).rejects.toThrow(unreachable);
    await expect(backUp({ out: at('x'), demo: false }, settings, quiet, never)).rejects.toThrow(unreachable);
  });

  it('a data folder with the key of other data', async () => {
    await mkdir(at('other'));
    await writeFile(at('other/secret-key'), 'another');
    await expect(restoring(good, { dataDir: 'other' })).rejects.toThrow(/^Tệp .*other\/secret-key thuộc về một dữ liệu khác/);
    expect([await tablesOf(target), await readFile(at('other/secret-key'), 'utf8')]).toEqual([0, 'another']);
  });

  it('told to stop while it loads, leaves the place empty', async () => {
    const stop = new AbortController();
    const progress = (line: string) => (line.startsWith('Đang nạp') ? stop.abort(new Error('told to stop')) : undefined);
    await expect(restoring(good, { progress, signal: stop.signal })).rejects.toThrow('told to stop');
    expect([await tablesOf(target), existsSync(at('nowhere'))]).toEqual([0, false]);
  });
});

/** An empty database as docs/operations.md asks for it on a server of others. */
async function ownedByNobodySpecial(): Promise<DataSource> {
  const db = await createEmptyDatabase();
  const role = String(db.driver.database);
  await db.query(`create role ${role} login createrole password 'x'`);
  await db.query(`alter database ${role} owner to ${role}`);
  const address = new URL(url(db));
  [address.username, address.password] = [role, 'x'];
  await db.destroy();
  return createDataSource(address.href, entities, 'ocop-test').initialize();
}

describe('a backup of an older version', () => {
  it('is loaded into the tables of its version, which then become those of now, by an owner who is no superuser', async () => {
    const old = await open(async (db) => {
      await db.undoLastMigration();
      // Somebody's own, beside the product's: no reason for a backup not to come back.
      await db.query(`create table beside (id integer generated always as identity, note text)`);
      await db.query(`insert into beside (note) values ('của người quản trị')`);
    });
    const file = await backedUp(old, 'old');
    const plain = await ownedByNobodySpecial();
    const told: string[] = [];
    const { manifest } = await restoring(file, { into: plain, dataDir: 'old-data', progress: (line) => told.push(line) });
    expect(told).toContain('Bỏ qua bảng không thuộc phần mềm: beside (vẫn còn trong tệp).');
    expect(manifest.migration).not.toBe(source.migrations.at(-1)?.name);
    const { migrations: _, beside: __, plan: ___, ...before } = await fingerprints(old);
    expect(await fingerprints(plain)).toMatchObject(before);
    expect(await plansOfBefore(plain)).toEqual(await plansOfBefore(old));
    expect(await structure(plain)).toEqual(await structure(source));
    expect(await plain.query('select name from migrations order by id')).toEqual(await source.query('select name from migrations order by id'));
    expect(await readFile(at('old-data/secret-key'))).toEqual(KEY);
    await old.destroy();
    await plain.destroy();
  });
});

describe('a command line that is not right is answered by how to write it:', () => {
  it.each([[], ['--out'], ['--out', ''], ['--out', 'x', 'y'], ['--out', 'x', '--all'], ['--from', 'x']].map((args) => [args]))('backup %j', (args) => {
    expect(() => backupCommand(args, folder)).toThrow('Cách dùng: npm run backup -- --out TỆP [--demo]');
  });

  it.each([[], ['--from'], ['--from', '', '--demo'], ['x'], ['--out', 'x']].map((args) => [args]))('restore %j', (args) => {
    expect(() => restoreCommand(args, folder)).toThrow('Cách dùng: npm run restore -- --from TỆP [--demo]');
  });

  it('else the file is where the person stood', () => {
    expect([backupCommand(['--out', 'x'], '/a'), restoreCommand(['--demo', '--from', '../x'], '/a/b')]).toEqual([{ out: '/a/x', demo: false }, { from: '/a/x', demo: true }]);
  });
});

describe('a backup that cannot be made is refused in one sentence, and leaves nothing behind:', () => {
  const backingUp = (out: string, { from = source as DataSource | null, dataDir = 'nowhere', signal = never } = {}) =>
    backUp({ out: at(out), demo: false }, readSettings({ OCOP_DATA_DIR: at(dataDir), ...(from === null ? {} : { DATABASE_URL: url(from) }) }, folder), quiet, signal);
  const left = async () => (await readdir(folder)).filter((name) => /^(x|nowhere)/.test(name));

  it('over a file that is there, which stays as it was', async () => {
    const before = await readFile(good);
    await expect(backingUp('good')).rejects.toThrow(/^Tệp .*good đã có; bản sao lưu không ghi đè/);
    expect(before.equals(await readFile(good))).toBe(true);
  });

  it.each([['none', 'no-folder/x'], ['a file', 'good/x']])('into a folder that is %s', async (_what, out) => {
    await expect(backingUp(out)).rejects.toThrow(/^Không ghi được tệp .*x: không có thư mục ấy\. Chưa sao lưu gì\.$/);
  });

  it('of a data folder without a database, which is not made; of an empty database', async () => {
    await expect(backingUp('x', { from: null, dataDir: 'nowhere' })).rejects.toThrow(/^Chưa có dữ liệu nào để sao lưu ở .*nowhere\./);
    await expect(backingUp('x', { from: target })).rejects.toThrow(/^Chưa có dữ liệu nào để sao lưu ở test_/);
    expect(await left()).toEqual([]);
  });

  /** Runs a backup and, while it waits for a table, something that ends it. */
  async function amidItsWork<T>(start: () => Promise<T>, end: (pid: number) => unknown): Promise<T> {
    const holder = source.createQueryRunner();
    await holder.startTransaction();
    await holder.query('lock table work_area in access exclusive mode');
    const waiting = () => source.query<{ pid: number }[]>(`select pid from pg_stat_activity where application_name = 'ocop-backup' and wait_event_type = 'Lock'`);
    const ended = start();
    // Told below.
    ended.catch(() => undefined);
    let [found] = await waiting();
    for (; found === undefined; [found] = await waiting()) await wait(20);
    await end(found.pid);
    await holder.rollbackTransaction();
    await holder.release();
    return ended;
  }

  it('when the database goes away amid its work', async () => {
    const work = amidItsWork(() => backingUp('x'), (pid) => source.query('select pg_terminate_backend($1)', [pid]));
    await expect(work).rejects.toThrow(/^Cơ sở dữ liệu không cho đọc hết, chưa sao lưu gì: /);
    expect(await left()).toEqual([]);
  });

  it('on Ctrl-C amid its work', async () => {
    const stop = new AbortController();
    const ended = await amidItsWork(() => run('backup', ['--out', at('x')], { DATABASE_URL: url(source), OCOP_DATA_DIR: at('nowhere') }, { signal: stop.signal }), () => stop.abort());
    expect(ended).toMatchObject({ code: 2, errors: 'Đã dừng; chưa sao lưu gì.\n' });
    expect(await left()).toEqual([]);
  }, MINUTE);

  it('on a disk that is full', async () => {
    const { code, errors } = await run('backup', ['--out', at('x')], { DATABASE_URL: url(source), OCOP_DATA_DIR: at('nowhere') }, { limit: 4 });
    expect([code, errors]).toEqual([2, expect.stringMatching(/^Không ghi được tệp .*x: đĩa đầy, .*\. Chưa sao lưu gì\.\n$/)]);
    expect(await left()).toEqual([]);
  }, MINUTE);
});

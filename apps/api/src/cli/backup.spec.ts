import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditListSchema, indicatorListSchema, reportSchema } from '@ocop/contracts';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { entities } from '../entities.js';
import { localViewer } from '../platform/access/viewer.js';
import { AuditTrailService } from '../platform/audit/audit-trail.service.js';
import { applicationUrl } from '../platform/database/application-role.js';
import { createDataSource } from '../platform/database/data-source.js';
import { startEmbeddedPostgres, type RunningPostgres } from '../platform/database/embedded-postgres.js';
import { withRowScope } from '../platform/database/row-scope.js';
import { ScopedClient } from '../platform/database/scoped-client.js';
import { fingerprints, run, structure, usedIds, type Ended } from '../testing/backups.js';
import { enterFunding, holdActivity, receiveReport, recognise, register, score } from '../testing/facts.js';
import { issueThroughSteps } from '../testing/reports.js';
import { PASSWORD, SigningIn } from '../testing/signing-in.js';
import { declared, TestApp } from '../testing/test-app.js';
import { testInstallation } from '../testing/test-database.js';

const INDICATORS = '/api/v1/indicators?year=2024&asOf=2024-06-20';
const MINUTE = 60_000;
/** What somebody adds while the backup is made. */
const WRITTEN = `producer where name like 'Đang ghi %'`;
let folder: string;
let app: TestApp;
let restored: TestApp;
let server: RunningPostgres;
let issued: { id: number; pdf: Buffer };
let person: string;
let backup: Ended;
let restoration: Ended;
let before: Record<string, string>;
let after: Record<string, string>;
const file = () => join(folder, 'all.backup');
const url = (db: DataSource) => (db.options as { url: string }).url;
const one = async <T>(db: DataSource, sql: string): Promise<T | undefined> => (await db.query<T[]>(sql))[0];
const count = async (db: DataSource, what: string) => (await one<{ n: number }>(db, `select count(*)::int as n from ${what}`))?.n;

/** Facts of every kind that matters here: money with a reversal, decisions, an issued report, one that is planned, a letter, a link and a session that are open. */
async function addFacts(): Promise<void> {
  const { db } = app;
  await register(db, 'Mắm tôm', 'new', '2024-04-20');
  await score(db, 'Mắm tôm', '2024-05-20', '72.5', 4, 4);
  await recognise(db, 'Mắm tôm', { kind: 'new', stars: 4, decidedOn: '2024-06-01' });
  await receiveReport(db, 'Xã Bình Thành', 'H1', '2024-06-13');
  await holdActivity(db, { name: 'Lớp tập huấn', heldOn: '2024-04-12', participants: 45 });
  // Whatever COPY has to write otherwise: a tab, a line's end, a backslash, a quote.
  await db.query(`update registration set note = e'một\\thai\\nba\\\\bốn \\\\N “năm”' where id = (select max(id) from registration)`);
  await enterFunding(db, [
    { source: 'nq-20-2020', stage: 'planned', amount: 1_500_000_000n, occurredOn: '2024-05-01', unit: 'Xã Bình Thành', workArea: 1 },
    { source: 'nq-20-2020', stage: 'allocated', amount: 900_000_000n, occurredOn: '2024-05-02', unit: null, workArea: null },
  ]);
  await db.query(
    `insert into funding_entry (posting, plan_id, source_id, stage, amount, occurred_on, reverses_id) select gen_random_uuid(), plan_id, source_id, stage, -amount, '2024-05-03', id from funding_entry where unit_id is null`,
  );
  const { id } = declared(reportSchema, (await app.post('/api/v1/reports', { year: 2024, period: 'H1', asOf: '2024-06-14' })).body);
  await issueThroughSteps(app, id, '05/BC-UBND', '2024-06-20');
  issued = { id, pdf: (await app.get(`/api/v1/reports/${id}/pdf`)).bytes };
  await db.query(`insert into report_delivery (report_id, name, address, message_id, tries_left, next_attempt_at, requested_at) values (${id}, 'x', 'a@b.example', '<1@b.example>', 6, now(), now())`);
  await db.query(`insert into report_run (plan_id, period, planned_at) select id, 'FY', '2024-06-19' from plan`);
  person = (await new SigningIn(app).person()).username;
  await db.query(`insert into account_link (account_id, token_sha256, made_at, expires_at) select max(id), repeat('a', 64), now(), now() + interval '3 days' from account`);
}

/** Somebody who adds a producer with its product, one transaction after the other, until told to stop. */
async function writing(stop: AbortSignal): Promise<number> {
  const client = new pg.Client({ connectionString: url(app.db) });
  await client.connect();
  let written = 0;
  for (; !stop.aborted; written += 1) {
    const name = `Đang ghi ${written}`;
    await client.query(
      `with m as (insert into producer (unit_id, name, kind, name_key, search_key) select id, $1, 'household', $1, $1 from unit where level = 'commune' order by id limit 1 returning id)
       insert into product (producer_id, name, name_key, search_key) select id, $1, $1, $1 from m`,
      [name],
    );
  }
  await client.end();
  return written;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ocop-backup-'));
  await chmod(folder, 0o755);
  await mkdir(join(folder, 'source'));
  app = await TestApp.start({ today: '2024-06-20', installation: { dataDir: join(folder, 'source') } });
  await addFacts();
  await writeFile(join(folder, 'source', 'secret-key'), testInstallation.secretKey.toString('hex'), { mode: 0o600 });

  const stop = new AbortController();
  const writer = writing(stop.signal);
  while ((await count(app.db, WRITTEN)) === 0) await wait(5);
  backup = await run('backup', ['--out', file()], { DATABASE_URL: url(app.db), OCOP_DATA_DIR: join(folder, 'source') });
  stop.abort();
  await writer;
  restoration = await run('restore', ['--from', file()], { OCOP_DATA_DIR: join(folder, 'target') });

  server = await startEmbeddedPostgres(join(folder, 'target'), () => undefined);
  const db = await createDataSource(server.url('ocop'), entities, 'ocop-test').initialize();
  const grown = await one<Record<string, number>>(db, `select (select max(id) from producer) as producer, (select max(id) from product) as product, (select max(no)::int - 1 from audit_entry) as audit_entry`);
  [before, after] = [await fingerprints(app.db, grown), await fingerprints(db, grown)];
  const appData = await createDataSource(await applicationUrl(server.url('ocop')), entities, 'ocop-test', ScopedClient).initialize();
  restored = await TestApp.start({ today: '2024-06-20', databases: { db, appData }, installation: { dataDir: join(folder, 'target') } });
}, 3 * MINUTE);
afterAll(async () => {
  await restored.close();
  await server.release();
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

describe('npm run backup', () => {
  it('says file, size, rows and moment, and leaves one file that only its owner reads', async () => {
    expect([backup.code, backup.errors]).toEqual([0, '']);
    expect(backup.output).toMatch(/^Đã sao lưu vào .*all\.backup \(\d+ KB\): \d+ bảng, [\d.]+ dòng, như lúc \d\d:\d\d:\d\d ngày \d\d\/\d\d\/\d{4}\./m);
    expect((await stat(file())).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).sort()).toEqual(['all.backup', 'source', 'target']);
  });

  it('copies one moment while others write: what one transaction wrote is there whole or not at all', async () => {
    const copied = await count(restored.db, WRITTEN);
    expect(copied).toBe(await count(restored.db, `product where name like 'Đang ghi %'`));
    expect(copied).toBeGreaterThan(0);
    expect(copied).toBeLessThan((await count(app.db, WRITTEN)) ?? 0);
  });

  it('stands in the audit trail of both, as the restoration does after it', async () => {
    const lines = async (of: TestApp) => (await of.read(auditListSchema, '/api/v1/audit?subject=backup')).items.map(({ action, subjectName, origin }) => `${action} ${subjectName} ${origin}`);
    expect(await lines(app)).toEqual(['backup-made all.backup command']);
    expect(await lines(restored)).toEqual(['backup-restored all.backup command', 'backup-made all.backup command']);
  });
});

describe('npm run restore', () => {
  it('says what it loaded and that trail and sums are in order', () => {
    expect([restoration.code, restoration.errors]).toEqual([0, '']);
    expect(restoration.output).toMatch(/^Đã khôi phục từ .*all\.backup: \d+ bảng/m);
    expect(restoration.output).toMatch(/^Nhật ký nguyên vẹn: \d+ dòng/m);
    expect(restoration.output).toMatch(/^Các tổng khớp với sổ đến từng đồng: 3 khoản/m);
    expect(restoration.output).not.toContain('Lưu ý');
  });

  it('brings back every row of every table, but for what ends with a restoration and the number of changes counted meanwhile', () => {
    const same = Object.fromEntries(Object.entries(before).filter(([name]) => !['session', 'account_link', 'report_delivery', 'facts_version'].includes(name)));
    expect(after).toMatchObject(same);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect(Object.keys(same).length).toBeGreaterThan(40);
  });

  it('leaves every constraint, index and trigger as it was, switched on', async () => {
    expect(await structure(restored.db)).toEqual(await structure(app.db));
  });

  it('ends sessions, links and letters that wait: what was used or sent since does not come to life again', async () => {
    const open = (db: DataSource) => one(db, `select (select count(*)::int from account_link where ended_at is null) as links, (select count(*)::int from report_delivery where state = 'waiting') as letters`);
    expect(after['session']).toMatch(/^0 /);
    expect([await open(app.db), await open(restored.db)]).toEqual([{ links: 1, letters: 1 }, { links: 0, letters: 0 }]);
    expect(await one(restored.db, 'select state, error from report_delivery')).toEqual({ state: 'failed', error: expect.stringContaining('chưa rõ thư đã đi hay chưa') });
  });

  it('brings back what is planned as it was, and no job of a queue that could make it twice', async () => {
    expect(await one(restored.db, `select period, outcome from report_run`)).toEqual({ period: 'FY', outcome: null });
    expect(await count(restored.db, 'pgboss.job')).toBe(0);
  });

  it('keeps the bytes of an issued report, every figure, and the old password', async () => {
    const { bytes } = await restored.get(`/api/v1/reports/${issued.id}/pdf`);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(createHash('sha256').update(issued.pdf).digest('hex'));
    expect(await restored.read(indicatorListSchema, INDICATORS)).toEqual(await app.read(indicatorListSchema, INDICATORS));
    expect((await new SigningIn(restored).signIn(person, PASSWORD)).status).toBe(201);
  });

  it('brings the key of second factors and the seals, by which the trail is whole', async () => {
    const at = (place: string, name: string) => readFile(join(folder, place, name), 'utf8');
    expect(await at('target', 'secret-key')).toBe(await at('source', 'secret-key'));
    const sealed = await at('source', `audit-seals-${String(app.db.driver.database)}.log`);
    const [first = ''] = sealed.split('\n');
    expect((await at('target', 'audit-seals-ocop.log')).startsWith(`${first}\n`)).toBe(true);
    const { faults } = await withRowScope('all', () => restored.app.get(AuditTrailService).check(localViewer('command')));
    expect(faults).toEqual([]);
  });

  it('into a data folder that has a database, says so and how to keep that one', async () => {
    const refused = await run('restore', ['--from', file()], { OCOP_DATA_DIR: join(folder, 'target') });
    expect(refused.code).toBe(2);
    expect(refused.errors).toMatch(/^\S+target đã có dữ liệu, nên không khôi phục đè lên\. Hãy đổi tên thư mục dữ liệu ấy để giữ lại, .*OCOP_DATA_DIR, rồi chạy lại\.\n$/);
  }, MINUTE);

  it('gives new rows ids that nothing has yet, in every table that counts', async () => {
    expect(await usedIds(restored.db)).toEqual([]);
  });
});

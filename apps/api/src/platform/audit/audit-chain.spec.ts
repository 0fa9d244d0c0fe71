import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditCheck } from '@ocop/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../create-app.js';
import { FixedClock } from '../../testing/fixed-clock.js';
import { TestApp } from '../../testing/test-app.js';
import { silentLog, testInstallation } from '../../testing/test-database.js';
import { localViewer } from '../access/viewer.js';
import { withRowScope } from '../database/row-scope.js';
import { AuditSeals } from './audit-seals.js';
import { AuditTrailService } from './audit-trail.service.js';
import { AuditService } from './audit.service.js';

const WRITERS = 8;
const LINES = 50;

let app: TestApp;
let sealed: NestFastifyApplication;
let folder: string;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-04-09' });
  folder = await mkdtemp(join(tmpdir(), 'ocop-audit-'));
  const installation = { ...testInstallation, dataDir: folder };
  sealed = await createApp({ dataSource: app.appData, clock: new FixedClock('2024-04-09'), installation, log: silentLog, dashboard: null });
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
});
afterAll(async () => {
  await sealed.close();
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

const audit = () => sealed.get(AuditService);
const check = (): Promise<AuditCheck> => withRowScope('all', () => sealed.get(AuditTrailService).check(localViewer('system')));

async function write(writer: number): Promise<void> {
  for (let no = 0; no < LINES; no += 1) {
    await app.appData.transaction((manager) =>
      audit().record(manager, localViewer('system'), {
        action: 'account-changed', subject: 'account', subjectId: writer, subjectName: `tài khoản ${writer}`, before: { no, b: null, a: [1] }, after: { no: no + 1 }, reason: 'thử “chuỗi”',
      }),
    );
  }
}

/** What the owner of the tables does behind everybody's back, the check's answer, and everything as it was. */
async function tampered(...statements: (string | (() => Promise<void>))[]): Promise<AuditCheck['faults']> {
  await app.db.query('create table audit_copy as select * from audit_entry');
  await app.db.query('alter table audit_entry disable trigger user');
  try {
    for (const statement of statements) await (typeof statement === 'string' ? app.db.query(statement) : statement());
    return (await check()).faults;
  } finally {
    await app.db.query('truncate audit_entry');
    await app.db.query('insert into audit_entry select * from audit_copy');
    await app.db.query('alter table audit_entry enable trigger user');
    await app.db.query('drop table audit_copy');
  }
}

describe('the chain of the audit trail', () => {
  it('is unbroken after eight writers at once, and the check notes its head outside the database', async () => {
    const found = await check();
    expect(found.faults).toEqual([]);
    expect(found.entries).toBeGreaterThanOrEqual(WRITERS * LINES);
    const seals = (await readFile(join(folder, `audit-seals-${app.appData.driver.database}.log`), 'utf8')).trim().split('\n');
    expect(seals.at(-1)).toContain(` ${found.head?.no} ${found.head?.hash}`);
  });

  it('has no line of a change that was taken back, and no gap for it', async () => {
    const { entries } = await check();
    const failed = app.appData.transaction(async (manager) => {
      await audit().record(manager, localViewer('system'), { action: 'account-changed', subject: 'account' });
      throw new Error('taken back');
    });
    await expect(failed).rejects.toThrow('taken back');
    const after = await check();
    expect([after.entries, after.faults]).toEqual([entries, []]);
  });

  it.each([
    `happened_at = happened_at + interval '1 microsecond'`, 'account_id = (select min(id) from account)', `account_name = 'khác'`, `origin = 'command'`, `address = '10.0.0.1'`,
    `request_id = 'x'`, `action = 'signed-in'`, `subject = 'plan'`, `subject_id = 'khác'`, `subject_name = null`, `before = '{"no": 0}'`, 'after = null', `reason = 'thử “chuỗi” '`, `hash = repeat('0', 64)`,
  ])('shows a line whose %s was altered by the owner of the table', async (change) => {
    expect(await tampered(`update audit_entry set ${change} where no = 200`)).toContainEqual({ no: 200, fault: 'altered' });
  });

  it.each([
    ['the first line', ['delete from audit_entry where no = 1'], { no: 1, fault: 'missing' }],
    ['a line in the middle', ['delete from audit_entry where no = 150'], { no: 150, fault: 'missing' }],
    [
      'a line in the middle, the later ones moved up',
      ['delete from audit_entry where no = 150', 'update audit_entry set no = -(no - 1) where no > 150', 'update audit_entry set no = -no where no < 0'],
      { no: 150, fault: 'altered' },
    ],
    ['the last lines, sealed before', ['delete from audit_entry where no > 300'], { no: 301, fault: 'cut' }],
    ['every line', ['delete from audit_entry'], { no: 1, fault: 'cut' }],
  ])('shows that %s was taken away', async (_, statements, fault) => {
    expect(await tampered(...statements)).toContainEqual(fault);
  });

  it('shows two lines that changed places, and one put in with a made-up hash', async () => {
    const swap = ['update audit_entry set no = -1 where no = 100', 'update audit_entry set no = 100 where no = 101', 'update audit_entry set no = 101 where no = -1'];
    expect((await tampered(...swap)).map(({ no }) => no)).toEqual(expect.arrayContaining([100, 101]));
    const insert = `insert into audit_entry select no + 1000000, happened_at, null, 'khác', origin, null, null, action, subject, null, null, null, null, null, repeat('a', 64) from audit_entry where no = 5`;
    expect(await tampered(insert, 'update audit_entry set no = (select count(*) from audit_entry) where no > 1000000')).toContainEqual(
      expect.objectContaining({ fault: 'altered' }),
    );
  });

  it('written anew as a whole, hashes and all, shows against the seals', async () => {
    const anew = `do $$ declare e audit_entry; previous text := ''; begin
      for e in select * from audit_entry order by no loop
        if e.no = 10 then e.reason := 'che giấu'; end if;
        e.hash := encode(sha256(convert_to(previous || audit_line(e), 'UTF8')), 'hex');
        update audit_entry set reason = e.reason, hash = e.hash where no = e.no;
        previous := e.hash;
      end loop; end $$`;
    const faults = await tampered(anew);
    expect(faults.map(({ fault }) => fault)).not.toContain('altered');
    expect(faults).toContainEqual(expect.objectContaining({ fault: 'rewritten' }));
  });

  it('its last line rewritten shows, even when a start of the program sealed the new one', async () => {
    const { head } = await check();
    const last = `do $$ declare e audit_entry; previous text; begin
      select hash into previous from audit_entry order by no desc offset 1 limit 1;
      select * into e from audit_entry order by no desc limit 1;
      e.reason := 'che giấu';
      e.hash := encode(sha256(convert_to(previous || audit_line(e), 'UTF8')), 'hex');
      update audit_entry set reason = e.reason, hash = e.hash where no = e.no; end $$`;
    const faults = await tampered(last, async () => sealed.get(AuditSeals).seal());
    expect(faults).toContainEqual({ no: head?.no, fault: 'rewritten' });
  });
});

describe("the application's role", () => {
  it.each([
    ['update audit_entry set reason = null', '42501'],
    ['delete from audit_entry', '42501'],
    ['truncate audit_entry', '42501'],
    [`insert into audit_entry (no, happened_at, origin, action, subject, hash) values (1, now(), 'system', 'signed-in', 'session', repeat('0', 64))`, '42501'],
    ['alter table audit_entry disable trigger user', '42501'],
    ['drop trigger audit_entry_chain on audit_entry', '42501'],
    ['alter table audit_entry disable row level security', '42501'],
    ['create or replace function chain_audit_entry() returns trigger language plpgsql as $$ begin return new; end $$', '42501'],
    ['set session_replication_role = replica', '42501'],
    ['set role ocop', '42501'],
  ])('cannot: %s', async (statement, code) => {
    await expect(withRowScope('all', () => app.appData.query(statement))).rejects.toMatchObject({ driverError: { code } });
  });

  it('nor can the owner by an ordinary statement: a trigger refuses', async () => {
    for (const statement of ['update audit_entry set reason = null', 'delete from audit_entry', 'truncate audit_entry']) {
      await expect(app.db.query(statement)).rejects.toMatchObject({ driverError: { code: '23001' } });
    }
  });
});

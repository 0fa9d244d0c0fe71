import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { SetupError } from '../errors/setup-error.js';
import { startEmbeddedPostgres, type RunningPostgres } from './embedded-postgres.js';

const startScript = join(import.meta.dirname, '..', '..', 'testing', 'start-postgres.mjs');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ocop-embedded-'));
  await chmod(folder, 0o755);
});
// One cluster for all, stopped between them whatever a failed test left.
afterEach(async () => {
  const pid = await postmasterPid();
  if (pid !== null && isAlive(pid)) {
    process.kill(pid, 'SIGQUIT');
    await gone(pid);
  }
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

const start = () => startEmbeddedPostgres(folder, () => undefined);

async function postmasterPid(): Promise<number | null> {
  const text = await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8').catch(() => null);
  return text === null ? null : Number(text.split('\n')[0]);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function gone(pid: number): Promise<void> {
  for (let waited = 0; isAlive(pid) && waited < 10_000; waited += 25) await sleep(25);
  expect(isAlive(pid)).toBe(false);
}

async function ask<T>(server: RunningPostgres, sql: string): Promise<T | undefined> {
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  try {
    const { rows } = await client.query<{ answer: T }>(sql);
    return rows[0]?.answer;
  } finally {
    await client.end();
  }
}

describe('the PostgreSQL that ships with the product', () => {
  it('orders by the Vietnamese alphabet, keeps its password to its owner, and stops with its last user', async () => {
    const server = await start();
    expect(await ask(server, `select string_agg(w, ' ' order by w) as answer from unnest(array['ớt', 'ổi', 'ốc', 'đậu', 'dừa', 'ăn', 'an', 'âu']) w`)).toBe('an ăn âu dừa đậu ốc ổi ớt');
    expect((await stat(join(folder, 'postgres-password'))).mode & 0o777).toBe(0o600);
    const pid = (await postmasterPid()) ?? 0;
    await server.release();
    expect(isAlive(pid)).toBe(false);
  });

  it('listens on 127.0.0.1 alone, takes no connection without its own password, and keeps of it only SCRAM-SHA-256 (ASVS 12.3.1, 13.2.1, 13.2.3)', async () => {
    const server = await start();
    expect(await ask(server, `select current_setting('listen_addresses') || '|' || current_setting('unix_socket_directories') as answer`)).toBe('127.0.0.1|');
    expect(await ask(server, `select string_agg(distinct auth_method, ' ') as answer from pg_hba_file_rules`)).toBe('scram-sha-256');
    expect(await ask(server, `select bool_and(rolpassword like 'SCRAM-SHA-256$%') as answer from pg_authid where rolcanlogin`)).toBe(true);
    const { port } = new URL(server.url('postgres'));
    for (const user of ['ocop', 'ocop:ocop', 'postgres:postgres']) {
      const client = new pg.Client({ connectionString: `postgres://${user}@127.0.0.1:${port}/postgres` });
      await expect(client.connect()).rejects.toThrow(/password/);
      await client.end().catch(() => undefined);
    }
    await server.release();
  });

  it('is joined by a second caller, and outlives the first as long as the second is connected', async () => {
    const first = await start();
    const second = await start();
    expect(second.url('x')).toBe(first.url('x'));
    const pid = (await postmasterPid()) ?? 0;
    const client = new pg.Client({ connectionString: second.url('postgres') });
    await client.connect();
    await first.release();
    expect(isAlive(pid)).toBe(true);
    await client.end();
    await second.release();
    expect(isAlive(pid)).toBe(false);
  });

  it('stops with its last user although a connection of that one is still being closed', async () => {
    const server = await start();
    const pid = (await postmasterPid()) ?? 0;
    const client = new pg.Client({ connectionString: server.url('postgres') });
    await client.connect();
    const released = server.release();
    await sleep(500);
    await client.end();
    await released;
    expect(isAlive(pid)).toBe(false);
  });

  it('starts again with its data after its postmaster was killed -9', async () => {
    const before = await start();
    await ask(before, 'create table kept as select 1227 as answer');
    const pid = (await postmasterPid()) ?? 0;
    process.kill(pid, 'SIGKILL');
    await gone(pid);
    const after = await start();
    expect(await ask(after, 'select answer from kept')).toBe(1227);
    await after.release();
  });

  it('starts although a stale note names a process that is another program', async () => {
    await (await start()).release();
    await writeFile(join(folder, 'postgres', 'postmaster.pid'), [process.pid, join(folder, 'postgres'), 0, 1, '', '127.0.0.1', '', 'ready'].join('\n'));
    const server = await start();
    expect(await ask(server, 'select 1 as answer')).toBe(1);
    await server.release();
  });

  it('is left running by a node that was killed -9, and joined by the next start', async () => {
    const child = spawn(process.execPath, [startScript, folder], { stdio: ['ignore', 'pipe', 'ignore'] });
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const pid = (await postmasterPid()) ?? 0;
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isAlive(pid)).toBe(true);
    const next = await start();
    expect(next.url('postgres')).toBe(line.toString().trim());
    expect(await postmasterPid()).toBe(pid);
    await next.release();
    expect(isAlive(pid)).toBe(false);
  });

  it('refuses a cluster of another PostgreSQL version with one line that names both', async () => {
    const other = await mkdtemp(join(tmpdir(), 'ocop-old-'));
    await mkdir(join(other, 'postgres'));
    await writeFile(join(other, 'postgres', 'PG_VERSION'), '17\n');
    await expect(startEmbeddedPostgres(other, () => undefined)).rejects.toThrow(/PostgreSQL 17, chương trình dùng bản 18/);
    await rm(other, { recursive: true, force: true });
  });

  it('refuses a folder it cannot write in with one line that names it', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    const starting = startEmbeddedPostgres(join(file, 'data'), () => undefined);
    await expect(starting).rejects.toThrow(SetupError);
    await expect(starting).rejects.toThrow(new RegExp(`^[^\\n]*${join(file, 'data')}[^\\n]*$`));
  });

  it('works in a folder closed to others (0700), as root too', async () => {
    const closed = await mkdtemp(join(tmpdir(), 'ocop-closed-'));
    const server = await startEmbeddedPostgres(closed, () => undefined);
    expect(await ask(server, 'select 1 as answer')).toBe(1);
    await server.release();
    await rm(closed, { recursive: true, force: true, maxRetries: 5 });
  });
});

import pg from 'pg';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const start = join(import.meta.dirname, '..');

export interface Command {
  child: ChildProcess;
  /** Everything printed so far. */
  output(): string;
  errors(): string;
  /** The address of the ready line. */
  ready(): Promise<string>;
  /** Exit code. */
  ended(): Promise<number | null>;
}

/** Runs a command of the root as npm does, in a process group of its own, as a terminal does. */
export function command(name: 'start' | 'report' | 'audit' | 'backup' | 'restore', args: string[], environment: NodeJS.ProcessEnv): Command {
  const child = spawn(process.execPath, [join(start, `${name}.mjs`), ...args], {
    env: { ...process.env, npm_lifecycle_event: undefined, DATABASE_URL: undefined, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    child,
    output: () => output,
    errors: () => errors,
    ended: () => ended,
    async ready() {
      for (;;) {
        const line = /^OCOP ready: (\S+)$/m.exec(output);
        if (line?.[1]) return line[1].replace('localhost', '127.0.0.1');
        if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}: ${output}${errors}`);
        await sleep(20);
      }
    },
  };
}

/** Ctrl-C: the signal goes to every process of the group. */
export function pressCtrlC({ child }: Command): void {
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
}

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Process number of the PostgreSQL server of a data folder; null = none runs. */
export async function postgresOf(dataDir: string): Promise<number | null> {
  const note = await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(note.split('\n')[0]);
  return pid > 0 && isAlive(pid) ? pid : null;
}

/** Runs statements as the owner of the database of a data folder whose server runs. */
export async function asOwner(dataDir: string, ...statements: string[]): Promise<void> {
  const note = await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8');
  const secret = (await readFile(join(dataDir, 'postgres-password'), 'utf8')).trim();
  const client = new pg.Client({ connectionString: `postgres://ocop:${secret}@127.0.0.1:${note.split('\n')[3]}/ocop` });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Kills the PostgreSQL server of a data folder outright. */
export async function killPostgresOf(dataDir: string): Promise<void> {
  const pid = await postgresOf(dataDir);
  // 0 would mean this very process group.
  if (pid === null) throw new Error(`no PostgreSQL runs in ${dataDir}`);
  process.kill(pid, 'SIGKILL');
}

/** The process of the API behind a start command. */
export async function apiOf({ child }: Command): Promise<number> {
  const children = await readFile(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8');
  return Number(children.trim().split(' ')[0]);
}

export async function until(condition: () => Promise<boolean> | boolean, milliseconds = 60_000): Promise<void> {
  for (const since = performance.now(); !(await condition()); await sleep(50)) {
    if (performance.now() - since > milliseconds) throw new Error('waited in vain');
  }
}

export async function temporaryFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'ocop-start-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, chmod, chown, constants, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { messages } from '../errors/messages.js';
import { SetupError } from '../errors/setup-error.js';
import { accepts } from './accepts.js';
import { findPostgresBinaries, POSTGRES_MAJOR } from './postgres-binaries.js';
import { postgresUserForRoot, type PostgresUser } from './postgres-user.js';

export interface RunningPostgres {
  /** Connection address of a database of this server. */
  url(database: string): string;
  /** Stops the server when nobody else is connected; the last one out turns off the light. */
  release(): Promise<void>;
}

interface Postmaster {
  pid: number;
  port: number;
}

const START_TIMEOUT_MS = 60_000;

const exists = (path: string) => access(path).then(() => true, () => false);

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** PostgreSQL's own note of who runs the cluster: line 1 the process, line 4 the port. */
async function readPostmaster(cluster: string): Promise<Postmaster | null> {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  return pid > 0 && port > 0 && isAlive(pid) ? { pid, port } : null;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

async function ensureDataDir(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true });
    await access(dataDir, constants.W_OK | constants.X_OK);
    // A writable-looking folder can still be on a read-only file system.
    const probe = join(dataDir, `.write-${process.pid}`);
    await writeFile(probe, '');
    await rm(probe);
  } catch {
    throw new SetupError(messages.setup.dataDirNotWritable(dataDir));
  }
}

async function ensurePassword(file: string): Promise<string> {
  const found = await readFile(file, 'utf8').catch(() => '');
  if (found.trim() !== '') return found.trim();
  const password = randomBytes(24).toString('hex');
  await writeFile(file, password, { mode: 0o600 });
  return password;
}

async function createCluster(cluster: string, initdb: string, password: string, user: PostgresUser | null): Promise<void> {
  const fresh = `${cluster}.new-${process.pid}`;
  const passwordFile = `${fresh}.password`;
  await removeUnfinished(cluster);
  await mkdir(fresh, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user) {
    await chown(fresh, user.uid, user.gid);
    await chown(passwordFile, user.uid, user.gid);
  }
  const args = [
    `--pgdata=${fresh}`, `--pwfile=${passwordFile}`, '--username=ocop', '--auth=scram-sha-256',
    '--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=vi', '--no-instructions',
  ];
  const output = await new Promise<{ code: number | null; text: string }>((resolve, reject) => {
    const child = (user?.spawn ?? spawn)(initdb, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, text }));
  });
  await rm(passwordFile, { force: true });
  if (output.code !== 0) throw new SetupError(messages.setup.postgresFailed('initdb', lastLine(output.text)));
  await rename(fresh, cluster).catch(async (error: NodeJS.ErrnoException) => {
    // Another first start was faster.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    await rm(fresh, { recursive: true, force: true });
  });
}

/** What attempts left that were killed half-way; one that still runs keeps its own. */
async function removeUnfinished(cluster: string): Promise<void> {
  const prefix = `${basename(cluster)}.new-`;
  for (const name of await readdir(dirname(cluster))) {
    if (!name.startsWith(prefix) || isAlive(Number.parseInt(name.slice(prefix.length), 10))) continue;
    await rm(join(dirname(cluster), name), { recursive: true, force: true });
  }
}

/** What its standard settings, meant for any machine, are too small for: an eighth of the memory, and a year's ledger loaded without a pause to save. */
const SETTINGS = [`shared_buffers=${Math.max(128, Math.min(512, Math.floor(totalmem() / 8 / 2 ** 20)))}MB`, 'max_wal_size=2GB'];

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';

async function launch(cluster: string, logFile: string, postgres: string, user: PostgresUser | null): Promise<ChildProcess> {
  const log = await open(logFile, 'a', 0o600);
  const port = await freePort();
  const args = ['-D', cluster, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', ...SETTINGS.flatMap((setting) => ['-c', setting])];
  // Its own process group: Ctrl-C in the terminal reaches the API, which then stops the server in order.
  const child = (user?.spawn ?? spawn)(postgres, args, { stdio: ['ignore', log.fd, log.fd], detached: true });
  child.once('error', () => undefined);
  child.unref();
  await log.close();
  return child;
}

/** Waits for the running server to answer; starts one when there is none. */
async function joinOrLaunch(
  cluster: string,
  logFile: string,
  answers: (port: number) => Promise<boolean>,
  start: () => Promise<ChildProcess>,
): Promise<Postmaster> {
  const since = performance.now();
  let child: ChildProcess | null = null;
  for (let launches = 0; ; ) {
    const running = await readPostmaster(cluster);
    if (running && (await answers(running.port))) return running;
    const waited = performance.now() - since;
    if (waited > START_TIMEOUT_MS) throw await failure(logFile);
    // A note that outlived its server can carry a number that now belongs to another program: PostgreSQL itself decides.
    const staleNote = running !== null && child === null && waited > 5_000;
    if (child === null ? running === null || staleNote : child.exitCode !== null && running === null) {
      // A second try: the first one can meet a server that is just stopping.
      if (launches === 2) throw await failure(logFile);
      child = await start();
      launches += 1;
    }
    await sleep(50);
  }
}

async function failure(logFile: string): Promise<SetupError> {
  const text = await readFile(logFile, 'utf8').catch(() => '');
  const fatal = text.trim().split('\n').reverse().find((line) => /FATAL|PANIC|ERROR/.test(line));
  return new SetupError(messages.setup.postgresFailed(logFile, fatal ?? lastLine(text)));
}

/**
 * Starts the PostgreSQL that ships with the product in `dataDir`, or joins the one that already runs there (another command,
 * or what a killed process left behind).
 * @throws SetupError with one line when it cannot
 */
export async function startEmbeddedPostgres(dataDir: string, progress: (line: string) => void): Promise<RunningPostgres> {
  await ensureDataDir(dataDir);
  const binaries = await findPostgresBinaries();
  const cluster = join(dataDir, 'postgres');
  const logFile = join(dataDir, 'postgres.log');
  const user = await postgresUserForRoot([cluster, binaries.postgres]);
  const password = await ensurePassword(join(dataDir, 'postgres-password'));
  await chmod(join(dataDir, 'postgres-password'), 0o600);

  if (!(await exists(join(cluster, 'PG_VERSION')))) {
    progress(messages.setup.creatingCluster);
    await createCluster(cluster, binaries.initdb, password, user);
  }
  const major = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  if (major !== POSTGRES_MAJOR) throw new SetupError(messages.setup.wrongClusterVersion(major, POSTGRES_MAJOR));

  const address = (port: number, database: string) => `postgres://ocop:${password}@127.0.0.1:${port}/${database}`;
  progress(messages.setup.startingPostgres);
  const { pid, port } = await joinOrLaunch(
    cluster,
    logFile,
    (candidate) => accepts(address(candidate, 'postgres')),
    () => launch(cluster, logFile, binaries.postgres, user),
  );
  return {
    url: (database) => address(port, database),
    release: () => releasePostgres(address(port, 'postgres'), pid),
  };
}

/** How long somebody else's connection is looked at before it counts as one that stays. */
const LEAVING_MS = 3_000;

async function releasePostgres(url: string, pid: number): Promise<void> {
  // A pool that is closed does not wait until the server has let go of its connections.
  for (const since = performance.now(); ; await sleep(50)) {
    const others = await connectedOthers(url);
    if (others === 'none') break;
    if (others !== 'new' || performance.now() - since > LEAVING_MS) return;
  }
  if (!isAlive(pid)) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 20_000 && isAlive(pid); waited += 25) await sleep(25);
}

/** Who else is connected, beside those that ask the same: somebody since before this process began, or none but newer ones, some of which may be its own. */
async function connectedOthers(url: string): Promise<'old' | 'new' | 'none' | 'unknown'> {
  const client = new pg.Client({ connectionString: url, application_name: 'ocop-leaving' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ old: boolean }>(
      `select backend_start < clock_timestamp() - make_interval(secs => $1) as old from pg_stat_activity
       where backend_type = 'client backend' and application_name <> 'ocop-leaving'`,
      [process.uptime()],
    );
    if (rows.length === 0) return 'none';
    return rows.some(({ old }) => old) ? 'old' : 'new';
  } catch {
    return 'unknown';
  } finally {
    await client.end().catch(() => undefined);
  }
}

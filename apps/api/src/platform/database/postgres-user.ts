import { execFile, spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { messages } from '../errors/messages.js';
import { SetupError } from '../errors/setup-error.js';

const run = promisify(execFile);

export interface PostgresUser {
  uid: number;
  gid: number;
  /** Starts a program as this user. */
  readonly spawn: (program: string, args: readonly string[], options: SpawnOptions) => ChildProcess;
}

async function idOf(flag: '-u' | '-g'): Promise<number> {
  const { stdout } = await run('id', [flag, 'postgres']);
  return Number(stdout.trim());
}

async function findOrCreateUser(): Promise<{ uid: number; gid: number }> {
  try {
    return { uid: await idOf('-u'), gid: await idOf('-g') };
  } catch {
    try {
      await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
      return { uid: await idOf('-u'), gid: await idOf('-g') };
    } catch {
      throw new SetupError(messages.setup.noPostgresUser);
    }
  }
}

/** The first folder from `path` up to the root that others may not pass through, or null. */
async function closedFolderAbove(path: string): Promise<string | null> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode } = await stat(folder);
    if ((mode & 0o001) === 0) return folder;
    if (folder === dirname(folder)) return null;
  }
}

/** Bits of CAP_DAC_READ_SEARCH and CAP_DAC_OVERRIDE in /proc/self/status. */
async function capabilityToPassFolders(): Promise<string | null> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const effective = BigInt(`0x${/^CapEff:\s*([0-9a-f]+)$/m.exec(status)?.[1] ?? '0'}`);
  if (effective & (1n << 2n)) return 'dac_read_search';
  if (effective & (1n << 1n)) return 'dac_override';
  return null;
}

/**
 * PostgreSQL refuses to run as root. For root this finds (or makes) the user `postgres`; null for everybody else.
 * When a folder on the way is closed to others (a clone inside /root or a 0700 temporary folder), the server keeps the one
 * capability it needs to pass through, instead of opening the folder to everybody.
 * @throws SetupError when no such user can be had, or the folder cannot be passed
 */
export async function postgresUserForRoot(paths: readonly string[]): Promise<PostgresUser | null> {
  if (process.getuid?.() !== 0) return null;
  const { uid, gid } = await findOrCreateUser();
  const closed = (await Promise.all(paths.map(closedFolderAbove))).find((folder) => folder !== null);
  if (closed === undefined) {
    return { uid, gid, spawn: (program, args, options) => spawn(program, args, { ...options, uid, gid }) };
  }
  const capability = await capabilityToPassFolders();
  if (capability === null) throw new SetupError(messages.setup.closedFolder(closed ?? ''));
  const become = [
    `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', `--inh-caps=+${capability}`, `--ambient-caps=+${capability}`,
    // access(2), with which initdb looks for its neighbour, ignores the capabilities of other users without this.
    '--securebits=+no_setuid_fixup', '--',
  ];
  return { uid, gid, spawn: (program, args, options) => spawn('setpriv', [...become, program, ...args], options) };
}

import { access, rename, rm, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { makeFile } from '../backup/archive.js';
import { filesBeside } from '../backup/beside.js';
import { rowsOf, type Manifest } from '../backup/manifest.js';
import { hashOf } from '../backup/measure.js';
import { saidByDatabase } from '../backup/tables.js';
import { writeBackup } from '../backup/write-backup.js';
import { findDatabase } from '../open-database.js';
import { localViewer } from '../platform/access/viewer.js';
import { auditInsertion, auditLines } from '../platform/audit/audit.service.js';
import { SystemClock } from '../platform/clock/clock.js';
import { messages } from '../platform/errors/messages.js';
import { SetupError } from '../platform/errors/setup-error.js';
import type { Settings } from '../settings.js';
import { runCommand } from './run-command.js';
import { stoppedBy } from './stopped-by.js';
import { commandSettings } from './with-application.js';

const say = messages.backupCommand;

type Tell = (line: string) => void;
interface Command {
  out: string;
  demo: boolean;
}

/** Reads the command line. @throws SetupError with one line */
export function readCommand(args: readonly string[], folder: string): Command {
  try {
    const { values } = parseArgs({ args: [...args], options: { out: { type: 'string' }, demo: { type: 'boolean' } } });
    if (values.out) return { out: resolve(folder, values.out), demo: values.demo === true };
  } catch {
    // Told below, as a missing option is.
  }
  throw new SetupError(say.usage);
}

const exists = (path: string) => access(path).then(() => true, () => false);

/** Writes down that everything was copied. First, so that the copy holds the line too; like that of every export it says what was asked for. @throws SetupError when there is nothing */
async function noteBackup(client: pg.Client, place: string, file: string): Promise<void> {
  const { rows } = await client.query<{ known: boolean }>(`select to_regclass('public.account') is not null as known`);
  // A folder or database mistyped must not be backed up every night.
  const accounts = rows[0]?.known === true ? await client.query('select from account limit 1') : null;
  if (accounts === null || accounts.rowCount === 0) throw new SetupError(say.nothing(place));
  const note = { action: 'backup-made', subject: 'backup', subjectName: basename(file) } as const;
  await client.query(auditInsertion('$1', '$2'), [new SystemClock().now(), auditLines([{ viewer: localViewer('command'), note }])]);
}

/** Copies everything as it is: a database of an older version is not brought to this one. */
async function copyEverything(settings: Settings, { out, demo }: Command, unfinished: string, tell: Tell, signal: AbortSignal): Promise<Manifest> {
  const { databaseUrl, dataDir, secretKey } = settings;
  const { url, release } = await findDatabase(settings, demo, () => undefined);
  const client = new pg.Client({ connectionString: url, application_name: 'ocop-backup' });
  // Told by the statement that it ends.
  client.on('error', () => undefined);
  try {
    await client.connect().catch((error: Error) => {
      throw databaseUrl === null ? error : new SetupError(messages.setup.databaseUnreachable(error.message));
    });
    const database = decodeURIComponent(new URL(url).pathname.slice(1));
    await noteBackup(client, databaseUrl === null ? dataDir : database, out);
    const files = await filesBeside(dataDir, database);
    const key = secretKey ?? Buffer.from(files.find(({ name }) => name === 'secret-key')?.content.toString().trim() ?? '', 'hex');
    return await writeBackup(client, { demo, files: files.filter(({ name }) => name !== 'secret-key' || secretKey === null), secretKeySha256: hashOf(key) }, unfinished, tell, signal);
  } finally {
    await client.end();
    await release();
  }
}

/**
 * Copies everything into a new file: all of it, or none.
 * @throws SetupError with one line when there is nothing to copy, or the file or the database is not right
 */
export async function backUp(command: Command, settings: Settings, tell: Tell, signal: AbortSignal): Promise<Manifest> {
  const { out } = command;
  if (await exists(out)) throw new SetupError(say.exists(out));
  if (settings.databaseUrl === null && !(await exists(join(settings.dataDir, 'postgres')))) throw new SetupError(say.nothing(settings.dataDir));
  const unfinished = `${out}.${process.pid}.tmp`;
  try {
    await makeFile(unfinished);
    const manifest = await copyEverything(settings, command, unfinished, tell, signal);
    await rename(unfinished, out);
    return manifest;
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    signal.throwIfAborted();
    const { syscall, code, path } = error as NodeJS.ErrnoException;
    // A write knows its code alone.
    if (path === unfinished || syscall === 'write' || syscall === 'fsync') throw new SetupError(say.cannotWrite(out, code ?? ''));
    const said = saidByDatabase(error);
    throw said === null ? error : new SetupError(say.failed(said));
  }
}

async function main(): Promise<boolean> {
  const command = readCommand(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd());
  const settings = commandSettings();
  const tell = (line: string) => console.log(line);
  const manifest = await backUp(command, settings, tell, stoppedBy(say.stopped));
  tell(say.done(command.out, (await stat(command.out)).size, manifest.tables.length, rowsOf(manifest), new Date(manifest.takenAt)));
  if (settings.secretKey !== null) tell(say.keyElsewhere);
  return true;
}

if (import.meta.main) await runCommand(main);

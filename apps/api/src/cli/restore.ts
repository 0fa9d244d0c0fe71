import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { putBeside } from '../backup/beside.js';
import { loadBackup } from '../backup/load-backup.js';
import { rowsOf } from '../backup/manifest.js';
import { hashOf } from '../backup/measure.js';
import { checkBackup } from '../backup/read-backup.js';
import { saidByDatabase } from '../backup/tables.js';
import { findDatabase } from '../open-database.js';
import { localViewer } from '../platform/access/viewer.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { messages } from '../platform/errors/messages.js';
import { SetupError } from '../platform/errors/setup-error.js';
import { Installation } from '../platform/installation.js';
import type { Settings } from '../settings.js';
import { checkTrail } from './audit.js';
import { reconcile } from './ledger.js';
import { runCommand } from './run-command.js';
import { stoppedBy } from './stopped-by.js';
import { commandSettings, withApplication } from './with-application.js';

const say = messages.restoreCommand;

/** Reads the command line. @throws SetupError with one line */
export function readCommand(args: readonly string[], folder: string): { from: string; demo: boolean } {
  try {
    const { values } = parseArgs({ args: [...args], options: { from: { type: 'string' }, demo: { type: 'boolean' } } });
    if (values.from) return { from: resolve(folder, values.from), demo: values.demo === true };
  } catch {
    // Told below, as a missing option is.
  }
  throw new SetupError(say.usage);
}

/**
 * Brings a backup into an empty place: all of it, or nothing.
 * @returns what says how it went
 * @throws SetupError with one line when the file or the place is not right
 */
export async function restore({ from, demo }: { from: string; demo: boolean }, settings: Settings, progress: (line: string) => void, signal: AbortSignal) {
  progress(say.checking(from));
  const backup = await checkBackup(from, demo, progress, signal);
  const takenAt = new Date(backup.manifest.takenAt);
  progress(say.checked(takenAt, rowsOf(backup.manifest)));
  const { url, release } = await findDatabase(settings, demo, progress);
  try {
    const database = decodeURIComponent(new URL(url).pathname.slice(1));
    const embedded = settings.databaseUrl === null;
    // A key of the environment stays where it is.
    const files = new Map([...backup.files].filter(([name]) => name !== 'secret-key' || settings.secretKey === null));
    let takeBack = async () => {};
    const putFiles = async () => {
      takeBack = await putBeside(files, settings.dataDir, database);
    };
    try {
      await loadBackup(from, backup, { url, name: embedded ? settings.dataDir : database, embedded }, putFiles, progress, signal);
    } catch (error) {
      await takeBack();
      signal.throwIfAborted();
      const said = saidByDatabase(error);
      if (said !== null) throw new SetupError(say.failed(said));
      throw error;
    }
    return { takenAt, manifest: backup.manifest };
  } finally {
    await release();
  }
}

async function main(): Promise<boolean> {
  const command = readCommand(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd());
  const tell = (line: string) => console.log(line);
  const { takenAt, manifest } = await restore(command, commandSettings(), tell, stoppedBy(say.stopped));
  return withApplication('ocop-restore', command.demo, async (app) => {
    await app.get(AuditService).recordAlone(localViewer('command'), {
      action: 'backup-restored', subject: 'backup', subjectName: basename(command.from), after: { takenAt: manifest.takenAt, rows: rowsOf(manifest) },
    });
    tell(say.done(command.from, manifest.tables.length, rowsOf(manifest), takenAt));
    const isRight = [await checkTrail(app), await reconcile(app)].every(Boolean);
    tell(say.ended);
    if (hashOf(app.get(Installation).secretKey) !== manifest.secretKeySha256) tell(say.otherKey);
    return isRight;
  });
}

if (import.meta.main) await runCommand(main);

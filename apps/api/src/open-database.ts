import pg from 'pg';
import type { DataSource } from 'typeorm';
import { entities } from './entities.js';
import { applicationUrl } from './platform/database/application-role.js';
import { createDataSource } from './platform/database/data-source.js';
import { startEmbeddedPostgres } from './platform/database/embedded-postgres.js';
import { ScopedClient } from './platform/database/scoped-client.js';
import { messages } from './platform/errors/messages.js';
import { installJobs } from './platform/jobs/install-jobs.js';
import { SetupError } from './platform/errors/setup-error.js';
import type { Settings } from './settings.js';

export interface OpenDatabase {
  dataSource: DataSource;
  /** Closes the connections, then the embedded server if nobody else uses it. */
  close(): Promise<void>;
}

const DEMO_SUFFIX = '_demo';

/** Creates the database when it is missing: ICU Vietnamese order, UTF-8. */
async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount !== 0) return;
    await client.query(
      `create database ${client.escapeIdentifier(name)} template template0 encoding 'UTF8'
       locale_provider icu icu_locale 'vi' lc_collate 'C' lc_ctype 'C'`,
    );
  } catch (error) {
    // 42P04: another process was faster.
    if ((error as { code?: string }).code !== '42P04') throw error;
  } finally {
    await client.end();
  }
}

function demoUrl(url: string): { url: string; name: string } {
  const parsed = new URL(url);
  const name = `${decodeURIComponent(parsed.pathname.slice(1))}${DEMO_SUFFIX}`;
  parsed.pathname = `/${encodeURIComponent(name)}`;
  return { url: parsed.href, name };
}

/**
 * The database of the settings as it is, made empty when it is missing, at the address of its owner.
 * @throws SetupError with one line when it cannot be reached
 */
export async function findDatabase(
  settings: Settings,
  demo: boolean,
  progress: (line: string) => void,
): Promise<{ url: string; release: () => Promise<void> }> {
  return resolveUrl(settings, demo, progress).catch((error: unknown) => {
    if (error instanceof SetupError || settings.databaseUrl === null) throw error;
    throw new SetupError(messages.setup.databaseUnreachable((error as Error).message));
  });
}

async function resolveUrl(
  settings: Settings,
  demo: boolean,
  progress: (line: string) => void,
): Promise<{ url: string; release: () => Promise<void> }> {
  if (settings.databaseUrl === null) {
    const server = await startEmbeddedPostgres(settings.dataDir, progress);
    const name = `ocop${demo ? DEMO_SUFFIX : ''}`;
    await ensureDatabase(server.url('postgres'), name);
    return { url: server.url(name), release: () => server.release() };
  }
  const release = () => Promise.resolve();
  if (!demo) return { url: settings.databaseUrl, release };
  const { url, name } = demoUrl(settings.databaseUrl);
  await ensureDatabase(settings.databaseUrl, name);
  return { url, release };
}

/** Brings the tables to this version, as their owner. */
async function migrate(ownerUrl: string, applicationName: string, progress: (line: string) => void): Promise<void> {
  const owner = await createDataSource(ownerUrl, [], applicationName).initialize();
  try {
    if (await owner.showMigrations()) {
      progress(messages.setup.migrating);
      await owner.runMigrations();
    }
  } finally {
    await owner.destroy();
  }
  await installJobs(ownerUrl);
}

/**
 * Opens the database of the settings (the embedded one, or DATABASE_URL), migrated to this version, under the role of the
 * application, which owns nothing.
 * @throws SetupError with one line when it cannot be reached
 */
export async function openDatabase(
  settings: Settings,
  demo: boolean,
  applicationName: string,
  progress: (line: string) => void,
): Promise<OpenDatabase> {
  const { url, release } = await findDatabase(settings, demo, progress);
  try {
    await migrate(url, applicationName, progress);
    const dataSource = createDataSource(await applicationUrl(url), entities, applicationName, ScopedClient);
    await dataSource.initialize();
    return {
      dataSource,
      close: async () => {
        await dataSource.destroy();
        await release();
      },
    };
  } catch (error) {
    await release();
    if (settings.databaseUrl === null || error instanceof SetupError) throw error;
    throw new SetupError(messages.setup.databaseUnreachable((error as Error).message));
  }
}

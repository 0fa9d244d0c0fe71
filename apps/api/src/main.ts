import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './create-app.js';
import { loadData } from './load-data.js';
import { openDatabase, type OpenDatabase } from './open-database.js';
import { SystemClock } from './platform/clock/clock.js';
import { messages } from './platform/errors/messages.js';
import { SetupError } from './platform/errors/setup-error.js';
import { createLog } from './platform/http/request-log.js';
import { readSettings, type Settings } from './settings.js';

const root = join(import.meta.dirname, '..', '..', '..');
const progress = (line: string) => console.log(line);

function explainListenError(error: NodeJS.ErrnoException, { port, host }: Settings): Error {
  if (error.code === 'EADDRINUSE') return new SetupError(messages.setup.portInUse(port));
  if (error.code === 'EACCES') return new SetupError(messages.setup.portForbidden(port));
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return new SetupError(messages.setup.badHost(host));
  return error;
}

/** The port must be free before the database is touched: a wrong PORT answers at once. */
async function listen(app: NestFastifyApplication, settings: Settings): Promise<number> {
  try {
    await app.listen(settings.port, settings.host);
  } catch (error) {
    throw explainListenError(error as NodeJS.ErrnoException, settings);
  }
  const address = app.getHttpServer().address();
  return typeof address === 'object' && address !== null ? address.port : settings.port;
}

async function main(): Promise<void> {
  const demo = process.argv.includes('--demo');
  const settings = readSettings(process.env, root);
  let database: OpenDatabase | null = null;
  let app: NestFastifyApplication | null = null;
  let stopping = false;

  const stop = async (exitCode: number): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await app?.close().catch(() => undefined);
    await database?.close().catch(() => undefined);
    process.exit(exitCode);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!stopping) progress(messages.setup.stopping);
      void stop(0).finally(() => progress(messages.setup.stopped));
    });
  }

  // The command that started this process is gone.
  process.on('disconnect', () => void stop(0));

  try {
    database = await openDatabase(settings, demo, 'ocop-api', progress);
    const log = createLog(settings.log === 'stdout' ? null : join(settings.dataDir, 'api.log'));
    app = await createApp({
      dataSource: database.dataSource,
      clock: new SystemClock(),
      log,
      dashboard: join(root, 'apps', 'dashboard', 'dist'),
    });
    await loadData(app, demo);
    const port = await listen(app, settings);
    console.log(`OCOP ready: http://localhost:${port}`);
  } catch (error) {
    if (stopping) return;
    console.error(error instanceof SetupError ? error.message : error);
    await stop(error instanceof SetupError ? 2 : 1);
  }
}

await main();

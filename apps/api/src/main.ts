import { createServer } from 'node:net';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './create-app.js';
import { loadData, makeFirstAccounts } from './load-data.js';
import { openDatabase, type OpenDatabase } from './open-database.js';
import { SystemClock } from './platform/clock/clock.js';
import { withRowScope } from './platform/database/row-scope.js';
import { messages } from './platform/errors/messages.js';
import { SetupError } from './platform/errors/setup-error.js';
import { createLog } from './platform/http/request-log.js';
import { Jobs } from './platform/jobs/jobs.service.js';
import { installationOf } from './installation-of.js';
import { readSettings, type Settings } from './settings.js';
import { WorkerProcess } from './worker-process.js';

const root = join(import.meta.dirname, '..', '..', '..');
const progress = (line: string) => console.log(line);

function explainListenError(error: NodeJS.ErrnoException, { port, host }: Settings): Error {
  if (error.code === 'EADDRINUSE') return new SetupError(messages.setup.portInUse(port));
  if (error.code === 'EACCES') return new SetupError(messages.setup.portForbidden(port));
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return new SetupError(messages.setup.badHost(host));
  return error;
}

/** Whether other machines may reach this address although nobody said that HTTPS stands in front. */
const isOpenWithoutTls = ({ host, publicUrl }: Settings): boolean =>
  !/^(localhost|127(\.\d+){3}|::1)$/.test(host) && publicUrl?.protocol !== 'https:';

/** Tries the address before the database is touched: a wrong PORT or HOST answers at once. */
async function checkAddress(settings: Settings): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error) => reject(explainListenError(error, settings)));
    probe.listen(settings.port, settings.host, () => probe.close(() => resolve()));
  });
}

async function listen(app: NestFastifyApplication, settings: Settings): Promise<number> {
  await app.listen(settings.port, settings.host).catch((error: NodeJS.ErrnoException) => {
    throw explainListenError(error, settings);
  });
  const address = app.getHttpServer().address();
  return typeof address === 'object' && address !== null ? address.port : settings.port;
}

async function main(): Promise<void> {
  const demo = process.argv.includes('--demo');
  let database: OpenDatabase | null = null;
  let app: NestFastifyApplication | null = null;
  let worker: WorkerProcess | null = null;
  let stopping = false;

  const stop = async (exitCode: number): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await worker?.stop();
    await app?.close().catch(() => undefined);
    await database?.close().catch(() => undefined);
    if (exitCode === 0) progress(messages.setup.stopped);
    process.exit(exitCode);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!stopping) progress(messages.setup.stopping);
      void stop(0);
    });
  }

  // The command that started this process is gone.
  process.on('disconnect', () => void stop(0));

  try {
    const settings = readSettings(process.env, root);
    await checkAddress(settings);
    database = await openDatabase(settings, demo, 'ocop-api', progress);
    const log = createLog(settings.log === 'stdout' ? null : join(settings.dataDir, 'api.log'));
    const opened = await createApp({
      dataSource: database.dataSource,
      clock: new SystemClock(),
      installation: await installationOf(settings),
      log,
      dashboard: join(root, 'apps', 'dashboard', 'dist'),
    });
    app = opened;
    await withRowScope('all', async () => {
      await loadData(opened, demo, progress);
      await makeFirstAccounts(opened, demo, settings.adminPassword, progress);
    });
    if (isOpenWithoutTls(settings)) progress(messages.setup.openWithoutTls(settings.host));
    const port = await listen(opened, settings);
    console.log(`OCOP ready: http://localhost:${port}`);
    // After the line that says so: nobody waits for what is done in the background.
    await opened.get(Jobs).open();
    // Somebody may have stopped it meanwhile.
    if (stopping) return;
    worker = new WorkerProcess(demo);
    worker.start();
  } catch (error) {
    if (stopping) return;
    console.error(error instanceof SetupError ? error.message : error);
    await stop(error instanceof SetupError ? 2 : 1);
  }
}

await main();

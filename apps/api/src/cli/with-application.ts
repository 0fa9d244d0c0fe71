import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../create-app.js';
import { installationOf } from '../installation-of.js';
import { openDatabase } from '../open-database.js';
import { SystemClock } from '../platform/clock/clock.js';
import { withRowScope } from '../platform/database/row-scope.js';
import { createLog } from '../platform/http/request-log.js';
import { readSettings, type Settings } from '../settings.js';

const root = join(import.meta.dirname, '..', '..', '..', '..');

/** What the environment decides for a command. @throws SetupError */
export const commandSettings = (): Settings => readSettings(process.env, root);

/**
 * Runs a command on the application, which answers no request, with sight of every unit's rows; closes all it opened.
 * @param name how the command's connections are called in the database
 * @throws SetupError when the settings or the database are at fault
 */
export async function withApplication<T>(name: string, demo: boolean, work: (app: NestFastifyApplication) => Promise<T>): Promise<T> {
  const settings = commandSettings();
  const database = await openDatabase(settings, demo, name, () => undefined);
  try {
    const log = createLog(settings.log === 'stdout' ? null : join(settings.dataDir, 'api.log'));
    const app = await createApp({ dataSource: database.dataSource, clock: new SystemClock(), installation: await installationOf(settings), log, dashboard: null });
    const result = await withRowScope('all', () => work(app));
    await app.close();
    return result;
  } finally {
    await database.close();
  }
}

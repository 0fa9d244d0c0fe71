import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Day } from '@ocop/domain';
import { pino } from 'pino';
import type { DataSource, EntityManager } from 'typeorm';
import { createApp } from '../create-app.js';
import { entities } from '../entities.js';
import { loadIssuedPlan } from '../load-data.js';
import { applicationUrl } from '../platform/database/application-role.js';
import { createDataSource } from '../platform/database/data-source.js';
import { withRowScope } from '../platform/database/row-scope.js';
import { ScopedClient } from '../platform/database/scoped-client.js';
import type { Installation } from '../platform/installation.js';
import { FixedClock } from './fixed-clock.js';

const TEMPLATE = 'ocop_test_plan';
/** Serialises the making of the template across Jest's workers. */
const TEMPLATE_LOCK = 20240409;
const NEW_DATABASE = `template template0 encoding 'UTF8' locale_provider icu icu_locale 'vi' lc_collate 'C' lc_ctype 'C'`;

export const silentLog = pino({ level: 'silent' });

/** Address of a database on the server that the run started. */
function testUrl(database: string): string {
  const url = new URL(process.env['OCOP_TEST_POSTGRES'] ?? '');
  url.pathname = `/${database}`;
  return url.href;
}

/** Runs `work` on the server's own database. */
export async function asAdmin<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: testUrl('postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The same database as the program sees it: under the role that owns nothing. */
const openAsApplication = async (database: string): Promise<DataSource> =>
  withoutSecondConnection(await createDataSource(await applicationUrl(testUrl(database)), entities, 'ocop-test', ScopedClient).initialize());

/** Work of a transaction that asks for another connection while it holds its own: enough of it at once waits for itself. Here the first is refused. */
function withoutSecondConnection(dataSource: DataSource): DataSource {
  const within = new AsyncLocalStorage<true>();
  const [connect, { manager }] = [dataSource.createQueryRunner.bind(dataSource), dataSource];
  dataSource.createQueryRunner = (mode) => {
    if (within.getStore()) throw new Error('a transaction asks for a second connection');
    return connect(mode);
  };
  dataSource.transaction = (<T>(work: (manager: EntityManager) => Promise<T>) => manager.transaction((own) => within.run(true, () => work(own)))) as DataSource['transaction'];
  return dataSource;
}

export const testInstallation: Installation = {
  publicUrl: null, secretKey: Buffer.alloc(32, 7), dataDir: null, proxies: 0, requestsPerMinute: null, openIdConnect: null,
  secondFactorRequired: false,
  breachedPasswords: null,
  mail: null,
};

async function makeTemplate(client: pg.Client): Promise<void> {
  const found = await client.query('select 1 from pg_database where datname = $1', [TEMPLATE]);
  if (found.rowCount !== 0) return;
  const unfinished = `${TEMPLATE}_unfinished`;
  await client.query(`drop database if exists ${unfinished} with (force)`);
  await client.query(`create database ${unfinished} ${NEW_DATABASE}`);
  const dataSource = await createDataSource(testUrl(unfinished), entities, 'ocop-test').initialize();
  await dataSource.runMigrations();
  const appData = await openAsApplication(unfinished);
  const app = await createApp({ dataSource: appData, clock: new FixedClock('2024-04-09'), installation: testInstallation, log: silentLog, dashboard: null });
  await withRowScope('all', () => loadIssuedPlan(app));
  await app.close();
  await appData.destroy();
  await dataSource.destroy();
  await client.query(`alter database ${unfinished} rename to ${TEMPLATE}`);
}

const newName = () => `test_${randomUUID().replaceAll('-', '')}`;

/** The program over a new database that has its tables and nothing in them. */
export async function openEmptyApp(today: Day): Promise<{ db: DataSource; app: NestFastifyApplication; close: () => Promise<void> }> {
  const db = await createEmptyDatabase();
  await db.runMigrations();
  const dataSource = await openAsApplication(String(db.options.database ?? new URL((db.options as { url: string }).url).pathname.slice(1)));
  const app = await createApp({ dataSource, clock: new FixedClock(today), installation: testInstallation, log: silentLog, dashboard: null });
  const close = async () => {
    await app.close();
    await dataSource.destroy();
    await db.destroy();
  };
  return { db, app, close };
}

/** A new empty database. */
export async function createEmptyDatabase(): Promise<DataSource> {
  const name = newName();
  await asAdmin((client) => client.query(`create database ${name} ${NEW_DATABASE}`));
  return createDataSource(testUrl(name), entities, 'ocop-test').initialize();
}

/** One database, as the owner of its tables sees it and as the program does. */
export interface Databases {
  db: DataSource;
  appData: DataSource;
}

/** A new database, migrated and loaded with plan 1227 as issued. */
export async function createPlanDatabase(): Promise<Databases> {
  const name = newName();
  await asAdmin(async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    await makeTemplate(client);
    await client.query(`create database ${name} template ${TEMPLATE}`);
  });
  const db = await createDataSource(testUrl(name), entities, 'ocop-test').initialize();
  return { db, appData: await openAsApplication(name) };
}

import pg from 'pg';
import { DataSource, type ObjectLiteral } from 'typeorm';
import { CONNECTION_WAIT_MS } from './connection-wait.js';
import { migrations } from './migrations/index.js';
import { SnakeCaseNaming } from './naming-strategy.js';
import { PreparingClient } from './preparing-client.js';

// A day is a string in this code, never a Date that a time zone could move.
const OID_DATE = 1082;
pg.types.setTypeParser(OID_DATE, (text) => text);

/**
 * Connections to one database. `applicationName` shows in pg_stat_activity who is connected.
 * @param client how a connection speaks: the application's own sees the rows of its scope only
 */
export function createDataSource(
  url: string,
  entities: (new () => ObjectLiteral)[],
  applicationName: string,
  client: typeof PreparingClient = PreparingClient,
): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    applicationName,
    poolSize: 10,
    connectTimeoutMS: CONNECTION_WAIT_MS,
    entities,
    migrations,
    migrationsTransactionMode: 'all',
    namingStrategy: new SnakeCaseNaming(),
    synchronize: false,
    installExtensions: false,
    // Starting helpers costs more than any question here; the machine's cores serve other requests.
    extra: { Client: client, options: '-c timezone=Asia/Ho_Chi_Minh -c max_parallel_workers_per_gather=0' },
  });
}

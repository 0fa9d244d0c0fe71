import pg from 'pg';
import { PgBoss } from 'pg-boss';

/** Where the queue keeps its tables, beside the product's own. */
export const JOBS_SCHEMA = 'pgboss';

/** Several processes may start at once; PostgreSQL refuses two that grant the same at the same moment. */
const INSTALLING = 1_227_014;

/**
 * Makes or renews the tables of the queue, as their owner, and lets the application's roles use them; one process after the
 * other.
 */
export async function installJobs(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query('select pg_advisory_lock($1)', [INSTALLING]);
    const boss = new PgBoss({ connectionString: ownerUrl, schema: JOBS_SCHEMA, max: 1, schedule: false, supervise: false, registerInstance: false });
    boss.on('error', () => undefined);
    await boss.start();
    await boss.stop({ graceful: false, close: true });
    await owner.query(`
      grant usage on schema ${JOBS_SCHEMA} to ocop_app, ocop_whole;
      grant select, insert, update, delete on all tables in schema ${JOBS_SCHEMA} to ocop_app, ocop_whole;
      grant usage on all sequences in schema ${JOBS_SCHEMA} to ocop_app, ocop_whole`);
  } finally {
    // Its lock ends with the connection.
    await owner.end();
  }
}

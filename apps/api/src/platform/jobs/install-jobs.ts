import pg from 'pg';
import { PgBoss } from 'pg-boss';

/** Where the queue keeps its tables, beside the product's own. */
export const JOBS_SCHEMA = 'pgboss';

/**
 * Makes or renews the tables of the queue, as their owner, and lets the application's roles use them. Nothing is looked at
 * but one number when they are of this version already.
 */
export async function installJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: JOBS_SCHEMA, max: 1, schedule: false, supervise: false, registerInstance: false });
  boss.on('error', () => undefined);
  await boss.start();
  await boss.stop({ graceful: false, close: true });
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(`
      grant usage on schema ${JOBS_SCHEMA} to ocop_app, ocop_whole;
      grant select, insert, update, delete on all tables in schema ${JOBS_SCHEMA} to ocop_app, ocop_whole;
      grant usage on all sequences in schema ${JOBS_SCHEMA} to ocop_app, ocop_whole`);
  } finally {
    await owner.end();
  }
}

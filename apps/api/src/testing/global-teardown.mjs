import { rm } from 'node:fs/promises';
import pg from 'pg';

/** Ends what a failed spec left connected, then the server. */
export default async function stopPostgres() {
  const { server, folder } = globalThis.ocopTestPostgres;
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  await client.query(
    `select pg_terminate_backend(pid, 2000) from pg_stat_activity
     where backend_type = 'client backend' and pid <> pg_backend_pid()`,
  );
  await client.end();
  await server.release();
  await rm(folder, { recursive: true, force: true });
}

import { readFileSync, rmSync } from 'node:fs';
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from './import-source.mjs';

/** What it would save is a power cut of the machine, which no test makes: a killed program or server loses nothing by it. */
async function withoutWaitingForTheDisk(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const setting of ['fsync', 'full_page_writes']) await client.query(`alter system set ${setting} = off`);
  await client.query('select pg_reload_conf()');
  await client.end();
}

/** One PostgreSQL for the whole run, in a folder of its own. */
export default async function startPostgres() {
  const folder = await mkdtemp(join(tmpdir(), 'ocop-api-tests-'));
  await chmod(folder, 0o755);
  const server = await startEmbeddedPostgres(folder, () => undefined);
  await withoutWaitingForTheDisk(server.url('postgres'));
  process.env.OCOP_TEST_POSTGRES = server.url('postgres');
  globalThis.ocopTestPostgres = { server, folder };

  // An interrupted run has no teardown, and a signal by itself ends the process without its exit handlers.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));
  process.once('exit', () => {
    try {
      process.kill(Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGQUIT');
      // It still writes while it stops.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
    } catch {
      // Already stopped.
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  });
}

import { readFileSync, rmSync } from 'node:fs';
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from './import-source.mjs';

/** One PostgreSQL for the whole run, in a folder of its own. */
export default async function startPostgres() {
  const folder = await mkdtemp(join(tmpdir(), 'ocop-api-tests-'));
  await chmod(folder, 0o755);
  const server = await startEmbeddedPostgres(folder, () => undefined);
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

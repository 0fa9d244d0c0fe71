import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startServer } from './server.ts';
import { median, printTable, timed } from './table.ts';

const postgresAlone = join(import.meta.dirname, 'postgres-alone.ts');

/** First start (creates, migrates, loads), a later one, and the limit: Node and PostgreSQL doing nothing else. */
export async function benchStartUp(folder: string): Promise<void> {
  const first: number[] = [];
  const later: number[] = [];
  const limit: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    const dataDir = join(folder, `start-${run}`);
    for (const times of [first, later]) {
      const server = await startServer(dataDir);
      times.push(server.milliseconds);
      await server.stop();
    }
    limit.push(...(await timed(1, async () => spawnSync(process.execPath, [postgresAlone, dataDir]))));
    await rm(dataDir, { recursive: true, force: true });
  }
  printTable('Start-up: from the command to “OCOP ready” (median of 3)', [
    { what: 'first start, empty data folder', median: median(first), note: 'creates the cluster, migrates, loads the plan' },
    { what: 'later start', median: median(later), note: '' },
    { what: 'limit: Node + PostgreSQL start and stop', median: median(limit), note: 'no application' },
  ]);
}

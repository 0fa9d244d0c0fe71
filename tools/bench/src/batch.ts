import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { signIn } from '../../start/sign-in.mjs';
import { asOwner, fillCountry } from './country.ts';
import { PASSWORD, startServer } from './server.ts';

interface Batch {
  total: number;
  done: number;
  failed: number;
}

/** The annual report of each of 3 321 communes, due at the same moment: made by the worker of one server, as `npm start` starts it. */
export async function benchBatch(dataDir: string): Promise<void> {
  const first = await startServer(dataDir);
  await fillCountry(dataDir);
  await asOwner(dataDir, async (client) => client.query(await readFile(join(import.meta.dirname, 'batch.sql'), 'utf8')));
  await first.stop();
  const since = performance.now();
  const server = await startServer(dataDir);
  try {
    const cookie = await signIn(server.url, 'admin', PASSWORD);
    const seconds = () => Math.round((performance.now() - since) / 1_000);
    const told: string[] = [];
    let last: Batch | null = null;
    for (let quarter = 1; ; await wait(1_000)) {
      const answer = await fetch(`${server.url}/api/v1/report-calendar/progress`, { headers: { cookie } });
      const { batch } = (await answer.json()) as { batch: Batch | null };
      if (batch === null && last !== null) break;
      if (batch === null) continue;
      last = batch;
      if (batch.done / batch.total < quarter / 4) continue;
      told.push(`${batch.done} of ${batch.total} after ${seconds()} s`);
      quarter = Math.floor((batch.done / batch.total) * 4) + 1;
    }
    const whole = (performance.now() - since) / 1_000;
    const made = await asOwner(dataDir, async (client) => (await client.query<{ outcome: string; n: number }>('select outcome, count(*)::int as n from report_run group by 1')).rows);
    const count = made.reduce((sum, { n }) => sum + n, 0);
    console.log(`\nThe annual report of each of ${count} communes, from the start of the server: ${whole.toFixed(0)} s, ${(count / whole).toFixed(1)} a second`);
    console.log(`  progress as the page shows it: ${told.join(', ')}; in the end ${made.map(({ outcome, n }) => `${n} ${outcome}`).join(', ')}`);
  } finally {
    await server.stop();
  }
}

import autocannon from 'autocannon';
import { signIn } from '../../start/sign-in.mjs';
import { PASSWORD, startServer } from './server.ts';
import { percentile, printTable, type Row } from './table.ts';

const CLIENTS = 50;
const SECONDS = 6;

/** Asks one address with many clients for some seconds. */
export async function load(what: string, url: string, cookie: string, seconds = SECONDS): Promise<Row & { perSecond: number }> {
  const times: number[] = [];
  const { requests, non2xx, errors } = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon({ url, headers: { cookie }, connections: CLIENTS, duration: seconds }, (error: Error | null, result) => {
      if (error === null) resolve(result);
      else reject(error);
    });
    run.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  });
  if (non2xx > 0 || errors > 0) throw new Error(`${url}: ${non2xx} refusals, ${errors} errors`);
  const note = `p95 ${percentile(times, 0.95).toFixed(1)} ms, ${Math.round(requests.average)} requests/s`;
  return { what, median: percentile(times, 0.5), note, perSecond: requests.average };
}

/** The overview under load over the demo data, beside one round trip to the database and HTTP alone. */
export async function benchOverview(dataDir: string): Promise<void> {
  const server = await startServer(dataDir, ['--demo']);
  try {
    const cookie = await signIn(server.url, 'admin', PASSWORD);
    const query = 'year=2024&asOf=2024-12-31';
    await load('warm-up', `${server.url}/api/v1/indicators?${query}`, cookie);
    const rows = [
      await load('indicators', `${server.url}/api/v1/indicators?${query}`, cookie),
      await load('plan with deadlines', `${server.url}/api/v1/plans/2024?asOf=2024-12-31`, cookie),
      await load('products, first page', `${server.url}/api/v1/registrations?${query}`, cookie),
      await load('one database round trip', `${server.url}/health/ready`, cookie),
      await load('limit: HTTP alone', `${server.url}/health/live`, cookie),
    ];
    printTable(`Overview under load: ${CLIENTS} clients, ${SECONDS} s each, demo data (median latency)`, rows);
  } finally {
    await server.stop();
  }
}

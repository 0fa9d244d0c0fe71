import autocannon from 'autocannon';
import { startServer } from './server.ts';
import { printTable, type Row } from './table.ts';

const CLIENTS = 50;
const SECONDS = 6;

async function load(what: string, url: string): Promise<Row> {
  const { latency, requests, non2xx, errors } = await autocannon({ url, connections: CLIENTS, duration: SECONDS });
  if (non2xx > 0 || errors > 0) throw new Error(`${url}: ${non2xx} refusals, ${errors} errors`);
  const note = `p97.5 ${latency.p97_5} ms, ${Math.round(requests.average)} requests/s`;
  return { what, median: latency.p50, note };
}

/** The overview under load over the demo data, beside one round trip to the database and HTTP alone. */
export async function benchOverview(dataDir: string): Promise<void> {
  const server = await startServer(dataDir, ['--demo']);
  try {
    const query = 'year=2024&asOf=2024-12-31';
    await load('warm-up', `${server.url}/api/v1/indicators?${query}`);
    const rows = [
      await load('indicators', `${server.url}/api/v1/indicators?${query}`),
      await load('plan with deadlines', `${server.url}/api/v1/plans/2024?asOf=2024-12-31`),
      await load('products, first page', `${server.url}/api/v1/products?${query}`),
      await load('one database round trip', `${server.url}/health/ready`),
      await load('limit: HTTP alone', `${server.url}/health/live`),
    ];
    printTable(`Overview under load: ${CLIENTS} clients, ${SECONDS} s each, demo data (median latency)`, rows);
  } finally {
    await server.stop();
  }
}

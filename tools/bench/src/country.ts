import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { signIn } from '../../start/sign-in.mjs';
import { load } from './overview.ts';
import { PASSWORD, startServer, type Server } from './server.ts';
import { median, printTable, timed, type Row } from './table.ts';

const YEAR = 2026;
const embedded = join(import.meta.dirname, '..', '..', '..', 'apps', 'api', 'dist', 'platform', 'database', 'embedded-postgres.js');

/** Works on the database of a running server, as its owner. */
export async function asOwner<T>(dataDir: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const { startEmbeddedPostgres } = (await import(embedded)) as {
    startEmbeddedPostgres: (dataDir: string, progress: (line: string) => void) => Promise<{ url: (database: string) => string; release: () => Promise<void> }>;
  };
  const postgres = await startEmbeddedPostgres(dataDir, () => undefined);
  const client = new pg.Client({ connectionString: postgres.url('ocop') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
    await postgres.release();
  }
}

/** Fills the country once. */
export const fillCountry = (dataDir: string): Promise<void> =>
  asOwner(dataDir, async (client) => {
    const [filled] = (await client.query<{ yes: boolean }>('select exists (select 1 from plan where year = $1) as yes', [YEAR])).rows;
    if (!filled?.yes) await client.query(await readFile(join(import.meta.dirname, 'country.sql'), 'utf8'));
  });

const FIRST_PAGES = [
  'sort=name', 'sort=validTo&order=desc', 'sort=stars', 'search=mau%2019', 'certificate=expiring&sort=validTo', 'certificate=expired&sort=unitName',
  'productSet=7&sort=producerName', 'search=xa%20so%20321&sort=name',
];
const LIST_PAGES = ['sort=position', 'sort=stage', 'sort=stageOn&order=desc', 'stage=scored-by-town&sort=productName', 'kind=new&sort=unitName', 'search=mau%2019', 'round=2&sort=stage'];

async function firstPages(server: Server, cookie: string, what: string, path: string, queries: readonly string[]): Promise<Row> {
  const ask = async (query: string) => {
    const answer = await fetch(`${server.url}${path}${query}`, { headers: { cookie } });
    if (!answer.ok) throw new Error(`${path}${query}: ${answer.status} ${await answer.text()}`);
    return answer.text();
  };
  const medians: { query: string; milliseconds: number }[] = [];
  for (const query of queries) {
    await ask(query);
    medians.push({ query, milliseconds: median(await timed(9, () => ask(query))) });
  }
  const slowest = medians.toSorted((a, b) => b.milliseconds - a.milliseconds)[0];
  return { what, median: median(medians.map(({ milliseconds }) => milliseconds)), note: `slowest ${slowest?.milliseconds.toFixed(0)} ms (${slowest?.query})` };
}

/** About the whole country in one programme: the overview under load, and the first page of each table by any filter and order. */
export async function benchCountry(dataDir: string): Promise<void> {
  const first = await startServer(dataDir);
  await fillCountry(dataDir);
  await first.stop();
  const server = await startServer(dataDir);
  try {
    const cookie = await signIn(server.url, 'admin', PASSWORD);
    const indicators = `${server.url}/api/v1/indicators?year=${YEAR}`;
    const [cold = Number.NaN] = await timed(1, () => fetch(indicators, { headers: { cookie } }).then((answer) => answer.text()));
    await load('warm-up', indicators, cookie, 2);
    printTable(`20 000 products, ten years: overview under load, 50 clients (median latency)`, [
      await load('indicators', indicators, cookie),
      await load('plan with deadlines', `${server.url}/api/v1/plans/${YEAR}`, cookie),
      await load('attention', `${server.url}/api/v1/attention?year=${YEAR}`, cookie),
      { what: 'indicators after a fact changed', median: cold, note: 'one client, once' },
      await load('limit: one database round trip', `${server.url}/health/ready`, cookie),
    ]);
    printTable('20 000 products: first page of 50, one client (median over filters and orders)', [
      await firstPages(server, cookie, 'register of products', '/api/v1/products?', FIRST_PAGES),
      await firstPages(server, cookie, `list of ${YEAR}`, `/api/v1/registrations?year=${YEAR}&`, LIST_PAGES),
      await firstPages(server, cookie, 'limit: the session alone', '/api/v1/session?', ['']),
    ]);
  } finally {
    await server.stop();
  }
}

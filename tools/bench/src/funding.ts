import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { signIn } from '../../start/sign-in.mjs';
import { asOwner, fillCountry } from './country.ts';
import { duckOf } from './duck.ts';
import { writeLedgerFile } from './ledger-file.ts';
import { PASSWORD, startServer, type Server } from './server.ts';
import { median, percentile, printTable, timed, type Row } from './table.ts';

/** Ten million lines take half an hour to make: `OCOP_BENCH_LINES=10000,1000000` measures less. */
const SIZES = (process.env['OCOP_BENCH_LINES'] ?? '10000,1000000,10000000').split(',').map(Number);
const CHUNK = 1_000_000;
/** The plan years that have money, and the day that is asked about: the last one is over, so that nothing depends on today. */
const [FIRST_YEAR, YEAR, AS_OF] = [2018, 2025, '2025-12-31'];
const RUNS = 40;
const LOADED = 1_000_000;
const [WRITERS, SECONDS] = [[8, 32, 64], 8];

const sql = (name: string) => readFile(join(import.meta.dirname, name), 'utf8');

type Sums = { source: string; stage: string; amount: string; entries: number }[];
const same = (sums: Sums) => JSON.stringify(sums.map(({ source, stage, amount, entries }) => [source, stage, amount, entries].join(' ')).sort());

async function measured(what: string, runs: number, work: () => Promise<unknown>, note = ''): Promise<Row> {
  await work();
  const times = await timed(runs, work);
  return { what, median: median(times), note: `p97.5 ${percentile(times, 0.975).toFixed(1)} ms${note}` };
}

async function ask<T>({ url }: Server, cookie: string, path: string): Promise<T> {
  const answer = await fetch(`${url}/api/v1/funding/${path}`, { headers: { cookie } });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** Adds lines until there are `size`; gives the seconds it took. */
async function grow(client: pg.Client, size: number): Promise<number> {
  const insert = await sql('funding.sql');
  const { rows: [{ n } = { n: 0 }] } = await client.query<{ n: number }>('select count(*)::int as n from funding_entry');
  const since = performance.now();
  for (let from = n; from < size; from += CHUNK) await client.query(insert, [from, Math.min(size, from + CHUNK)]);
  await client.query('vacuum analyze funding_entry');
  await client.query('vacuum analyze funding_sum, funding_unit_sum');
  return (performance.now() - since) / 1_000;
}

const RAW = `select source_id, stage, sum(amount)::text as amount, count(*)::int as entries from funding_entry
  where plan_id = any($1) and occurred_on <= $2 group by 1, 2`;
const duckSql = (plans: readonly number[]) => `select source_id, stage, sum(amount)::varchar as amount, count(*)::integer as entries from entry
  where plan_id in (${plans.join(', ')}) and occurred_on <= date '${AS_OF}' group by all`;

/** The question of the overview at one size, by the API, SQL over the lines, and DuckDB over the same lines; all three must say the same. */
async function compare(dataDir: string, server: Server, cookie: string, client: pg.Client, size: number): Promise<void> {
  const seconds = await grow(client, size);
  const duck = await duckOf(client, join(dataDir, 'ledger.csv'));
  const { rows: [difference] } = await client.query('select * from ledger_difference limit 1');
  if (difference !== undefined) throw new Error(`sums are not what the lines say: ${JSON.stringify(difference)}`);
  const { rows: sources } = await client.query<{ id: number; code: string; plan: number; year: number }>('select s.id, s.code, p.id as plan, p.year from funding_source s join plan p on p.id = s.plan_id');
  const named = (rows: readonly { source_id: number; stage: string; amount: string; entries: number }[]): Sums => {
    const sums = new Map<string, Sums[number]>();
    for (const { source_id, stage, amount, entries } of rows) {
      const source = sources.find(({ id }) => id === source_id)?.code ?? '';
      const before = sums.get(`${source} ${stage}`) ?? { source, stage, amount: '0', entries: 0 };
      sums.set(`${source} ${stage}`, { source, stage, amount: (BigInt(before.amount) + BigInt(amount)).toString(), entries: before.entries + entries });
    }
    return [...sums.values()];
  };
  const rows: Row[] = [];
  for (const [what, fromYear] of [[`${YEAR}`, YEAR], [`${FIRST_YEAR}-${YEAR}`, FIRST_YEAR]] as const) {
    const plans = [...new Set(sources.filter(({ year }) => year >= fromYear).map(({ plan }) => plan))];
    const path = `summary?year=${YEAR}&fromYear=${fromYear}&groupBy=source,stage&asOf=${AS_OF}`;
    const api = () => ask<{ items: Sums }>(server, cookie, path);
    const raw = async () => (await client.query<{ source_id: number; stage: string; amount: string; entries: number }>({ name: 'raw', text: RAW, values: [plans, AS_OF] })).rows;
    const inDuck = async () => (await duck.runAndReadAll(duckSql(plans))).getRowObjectsJson() as unknown as Awaited<ReturnType<typeof raw>>;
    const [said, counted, ducked] = [same((await api()).items), same(named(await raw())), same(named(await inDuck()))];
    if (said !== counted || said !== ducked) throw new Error(`${what}: the three do not agree:\n${said}\n${counted}\n${ducked}`);
    rows.push(await measured(`API, ${what}`, RUNS, api), await measured(`SQL over the lines, ${what}`, size > CHUNK ? 5 : RUNS, raw), await measured(`DuckDB, ${what}`, RUNS, inDuck));
  }
  rows.push(await measured('limit: one database round trip over HTTP', RUNS, () => fetch(`${server.url}/health/ready`).then((answer) => answer.text())));
  printTable(`Ledger of ${size.toLocaleString('en')} lines, by source and stage, one client (median; lines made in ${seconds.toFixed(0)} s; the three agree to the đồng)`, rows);
  duck.closeSync();
}

const OTHER = [
  ['by source and stage, middle of a month', 'summary?groupBy=source,stage&asOf=2025-08-15'], ['with work area', 'summary?groupBy=source,stage,workArea&asOf=2025-08-15'],
  ['by month', `summary?groupBy=month,stage&asOf=${AS_OF}`], ['by commune', `summary?groupBy=unit,stage&asOf=${AS_OF}`], ['by commune, middle of a month', 'summary?groupBy=unit,stage&asOf=2025-08-15'],
  ['by commune and month', `summary?groupBy=unit,month&asOf=${AS_OF}`], ['one commune by month', `summary?groupBy=month&unit=3000&asOf=${AS_OF}`],
  ['ledger, first page', `entries?asOf=${AS_OF}`], ['ledger of a source and stage', `entries?source=nq-20-2020&stage=disbursed&asOf=${AS_OF}`],
  ['ledger of a commune', `entries?unit=3000&asOf=${AS_OF}`], ['ledger, by amount', `entries?sort=amount&order=desc&asOf=${AS_OF}`], ['ledger, search for a paper', `entries?search=1234567%2F&asOf=${AS_OF}`],
] as const;

/** A file of a million lines by the command, with every rule; the command then reconciles. */
async function benchLoad(dataDir: string): Promise<void> {
  const file = join(dataDir, 'ledger-file.csv');
  await writeLedgerFile(file, YEAR, LOADED);
  const command = join(import.meta.dirname, '..', '..', '..', 'apps', 'api', 'dist', 'cli', 'ledger.js');
  const since = performance.now();
  const child = spawn(process.execPath, [command, 'load', '--year', String(YEAR), '--file', file], { env: { ...process.env, OCOP_DATA_DIR: dataDir }, stdio: ['ignore', 'pipe', 'inherit'] });
  let loaded = Number.NaN;
  child.stdout.once('data', () => (loaded = performance.now() - since));
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`the ledger command ended with ${String(code)}`);
  await rm(file);
  const seconds = (milliseconds: number) => (milliseconds / 1_000).toFixed(1);
  console.log(`\nA file of ${LOADED.toLocaleString('en')} lines, whole command with every rule: ${seconds(loaded)} s; all sums recounted after it: ${seconds(performance.now() - since - loaded)} s`);
}

/** Single postings, as many at once as there are writers, each with its audit line and its own durable commit. */
async function benchPostings(server: Server, cookie: string, client: pg.Client): Promise<void> {
  const { rows: units } = await client.query<{ id: number }>(`select id from unit where level = 'commune' and valid_to is null order by id`);
  const codes = ['ntm-2021-2025', 'nq-20-2020', 'nq-30-2021', 'integrated-industry-promotion', 'integrated-science-technology'];
  const run = randomUUID().slice(0, 8);
  let count = 0;
  // Lighter than fetch: what is measured shares two cores with who measures.
  const agent = new http.Agent({ keepAlive: true });
  const send = (body: string): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), cookie };
      const request = http.request(`${server.url}/api/v1/funding/postings`, { method: 'POST', agent, headers }, (answer) => answer.resume().once('end', () => resolve(answer.statusCode)));
      request.once('error', reject).end(body);
    });
  const post = async () => {
    count += 1;
    const status = await send(
      JSON.stringify({
        key: randomUUID(), year: YEAR, occurredOn: `${YEAR}-${String(3 + (count % 8)).padStart(2, '0')}-15`, unitId: units[(count * 7_919) % units.length]?.id, workArea: 1 + (count % 6),
        productId: null, producerId: null, activity: 'Hoạt động', paperNumber: `${count}/${run}`, paperOn: null, note: null,
        parts: [{ source: codes[count % codes.length], stage: count % 2 === 0 ? 'planned' : 'allocated', amount: '25000000' }], total: null, accepted: [], reason: null,
      }),
    );
    if (status !== 201) throw new Error(`a posting was answered with ${String(status)}`);
  };
  for (const writers of WRITERS) {
    await Promise.all(Array.from({ length: writers }, async () => { for (let warm = 0; warm < 10; warm += 1) await post(); }));
    const since = performance.now();
    const times = (await Promise.all(Array.from({ length: writers }, async () => {
      const own: number[] = [];
      while (performance.now() - since < SECONDS * 1_000) own.push(...(await timed(1, post)));
      return own;
    }))).flat();
    const perSecond = times.length / ((performance.now() - since) / 1_000);
    console.log(`\nSingle postings over HTTP, ${writers} writers: ${perSecond.toFixed(0)} a second (median ${median(times).toFixed(1)} ms, p97.5 ${percentile(times, 0.975).toFixed(1)} ms)`);
  }
  agent.destroy();
}

/** The ledger of the country, small, large, very large. */
export async function benchFunding(dataDir: string): Promise<void> {
  const server = await startServer(dataDir);
  try {
    await fillCountry(dataDir);
    const cookie = await signIn(server.url, 'admin', PASSWORD);
    await asOwner(dataDir, async (client) => {
      await client.query(await sql('funding-sources.sql'));
      for (const size of SIZES) {
        await compare(dataDir, server, cookie, client, size);
        if (size !== SIZES[0]) continue;
        await benchPostings(server, cookie, client);
        await benchLoad(dataDir);
      }
      const rows: Row[] = [];
      for (const [what, path] of OTHER) rows.push(await measured(what, 5, () => ask(server, cookie, `${path}&year=${YEAR}`)));
      printTable(`${SIZES.at(-1)?.toLocaleString('en')} lines, ${YEAR}: other questions over HTTP, one client (median of 5)`, [...rows, await measured('limit: one database round trip over HTTP', RUNS, () => fetch(`${server.url}/health/ready`).then((answer) => answer.text()))]);
      await benchPostings(server, cookie, client);
    });
  } finally {
    await server.stop();
  }
}

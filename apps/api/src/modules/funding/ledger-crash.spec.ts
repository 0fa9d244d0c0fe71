import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { fundingSummarySchema, postingReceiptSchema } from '@ocop/contracts';
import type { DataSource } from 'typeorm';
import { differences, newPosting, newReversal, part, type Part } from '../../testing/funding.js';
import { SOURCES } from '../../testing/ledger.js';
import { addPerson } from '../../testing/people.js';
import { createPlanDatabase } from '../../testing/test-database.js';

const ENTRIES = 10_000;
const WRITERS = 8;
const program = join(import.meta.dirname, '..', '..', '..', 'dist', 'main.js');

/** The program as it is started, on the same database each time and on any free port: somebody else may have taken the one it had. */
class Server {
  private child: ChildProcess | null = null;
  /** Empty while it is down. */
  url = '';
  kills = 0;

  constructor(
    private readonly databaseUrl: string,
    private readonly dataDir: string,
  ) {}

  async start(): Promise<void> {
    // oxlint-disable-next-line node/no-process-env -- The child is started as from a shell.
    const env = { ...process.env, DATABASE_URL: this.databaseUrl, PORT: '0', OCOP_DATA_DIR: this.dataDir, OCOP_RATE_PER_MINUTE: '0' };
    const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    this.child = child;
    for await (const line of createInterface({ input: child.stdout })) {
      const ready = /^OCOP ready: (\S+)$/.exec(line);
      if (ready?.[1] === undefined) continue;
      this.url = ready[1].replace('localhost', '127.0.0.1');
      return;
    }
    throw new Error('the server did not start');
  }

  /** As a power cut would end it: nothing of it is finished. */
  async kill(): Promise<void> {
    const child = this.child;
    if (child === null) return;
    this.url = '';
    child.kill('SIGKILL');
    await once(child, 'exit');
    this.child = null;
    this.kills += 1;
  }
}

let db: DataSource;
let server: Server;
let folder: string;
let cookie: string;
beforeAll(async () => {
  const databases = await createPlanDatabase();
  db = databases.db;
  await databases.appData.destroy();
  ({ cookie } = await addPerson(db, new Date('2020-01-01T00:00:00Z'), ['finance']));
  folder = await mkdtemp(join(tmpdir(), 'ocop-crash-'));
  server = new Server(String((db.options as { url?: string }).url), folder);
  await server.start();
}, 60_000);
afterAll(async () => {
  await server.kill();
  await db.destroy();
  await rm(folder, { recursive: true, force: true });
});

/** Sends until it is acknowledged: a connection that breaks says nothing about what was written. */
async function send(path: string, body: object): Promise<{ posting: string; entries: number[] }> {
  for (;;) {
    const answer = await fetch(`${server.url}/api/v1/funding/${path}`, { method: 'POST', headers: { cookie, 'content-type': 'application/json' }, body: JSON.stringify(body) }).catch(() => null);
    const text = await answer?.text().catch(() => null);
    if (answer && typeof text === 'string') {
      if (answer.status === 201) return postingReceiptSchema.parse(JSON.parse(text));
      if (answer.status !== 503) throw new Error(`${answer.status} ${text}`);
    }
    await wait(50);
  }
}

const budget = SOURCES.filter((code) => code !== 'socialised');
const pick = <T>(from: readonly T[]): T => from[Math.floor(Math.random() * from.length)] as T;
const somePart = (): Part => {
  const amount = BigInt(1_000_000 + Math.floor(Math.random() * 50_000_000));
  return pick([() => part('contributed', amount, 'socialised'), () => part('registered', amount, 'socialised'), () => part('planned', amount, pick(budget)), () => part('disbursed', amount, pick(budget))])();
};
const someDay = (from = 1) => `2024-${String(from + Math.floor(Math.random() * (13 - from))).padStart(2, '0')}-28`;

it(`of ${ENTRIES} entries by ${WRITERS} writers, the program killed at random moments, nothing acknowledged is lost, nothing is there twice, every sum is right`, async () => {
  /** What was acknowledged: the lines of each posting, counted by hand. */
  const acknowledged = new Map<string, { source: string; stage: string; amount: bigint }[]>();
  let entries = 0;
  const keep = (key: string, ids: readonly number[], lines: { source: string; stage: string; amount: bigint }[]) => {
    expect([ids.length, acknowledged.has(key)]).toEqual([lines.length, false]);
    acknowledged.set(key, lines);
    entries += lines.length;
  };
  for (const source of budget) {
    const body = newPosting([part('allocated', 900_000_000_000n, source)], { occurredOn: '2024-01-05' });
    keep(body.key, (await send('postings', body)).entries, [{ source, stage: 'allocated', amount: 900_000_000_000n }]);
  }

  let writing = true;
  const killing = (async () => {
    for (let killAt = 0; writing; ) {
      // After so many more entries, and then at any moment of the requests under way.
      killAt = entries + 300 + Math.random() * 1_200;
      while (writing && entries < killAt) await wait(20);
      await wait(Math.random() * 100);
      await server.kill();
      await server.start();
    }
  })();
  const write = async () => {
    while (entries < ENTRIES) {
      const parts = Array.from({ length: 1 + Math.floor(Math.random() * 4) }, somePart);
      const body = newPosting(parts, { occurredOn: someDay() });
      const { entries: ids } = await send('postings', body);
      const lines = parts.map(({ source, stage, amount }) => ({ source, stage, amount: BigInt(amount) }));
      keep(body.key, ids, lines);
      if (Math.random() > 0.2) continue;
      const which = Math.floor(Math.random() * ids.length);
      const [id, line] = [ids[which], lines[which]];
      if (id === undefined || line === undefined) continue;
      const back = newReversal('2024-12-31');
      keep(back.key, (await send(`entries/${id}/reversal`, back)).entries, [{ ...line, amount: -line.amount }]);
    }
  };
  try {
    await Promise.all(Array.from({ length: WRITERS }, write));
  } finally {
    writing = false;
    await killing;
  }
  expect(server.kills).toBeGreaterThan(3);

  const stored = await db.query<{ posting: string; lines: string }[]>(
    `select posting, string_agg(s.code || ' ' || stage || ' ' || amount, ', ' order by part) as lines from funding_entry f join funding_source s on s.id = f.source_id group by posting`,
  );
  const line = (lines: readonly { source: string; stage: string; amount: bigint }[]) => lines.map(({ source, stage, amount }) => `${source} ${stage} ${amount}`).join(', ');
  expect(new Map(stored.map(({ posting, lines }) => [posting, lines]))).toEqual(new Map([...acknowledged].map(([key, lines]) => [key, line(lines)])));

  const sums = new Map<string, bigint>();
  for (const { source, stage, amount } of [...acknowledged.values()].flat()) sums.set(`${source} ${stage}`, (sums.get(`${source} ${stage}`) ?? 0n) + amount);
  const answer = await fetch(`${server.url}/api/v1/funding/summary?year=2024&groupBy=source,stage`, { headers: { cookie } });
  const { items } = fundingSummarySchema.parse(await answer.json());
  expect(new Map(items.map(({ source, stage, amount }) => [`${source} ${stage}`, BigInt(amount)]))).toEqual(sums);
  expect(await differences(db)).toEqual([]);
}, 600_000);

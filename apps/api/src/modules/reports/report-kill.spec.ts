import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createPlanDatabase } from '../../testing/test-database.js';

/** Enough to see it in minutes; `OCOP_KILL_ROUNDS=200` asks the same question for longer. */
// oxlint-disable-next-line node/no-process-env -- How long to try is said from outside.
const ROUNDS = Number(process.env['OCOP_KILL_ROUNDS'] ?? 4);
const WORKERS = 3;
/** One plan a year, so one every second round: there are years enough in the past for 200 rounds. */
const FIRST_YEAR = 1902;
const MINUTE = 60_000;
const program = join(import.meta.dirname, '..', '..', '..', 'dist', 'worker.js');

/** A process that does jobs, as it is started. */
class Worker {
  private child: ChildProcess | null = null;

  constructor(private readonly environment: NodeJS.ProcessEnv) {}

  async start(): Promise<void> {
    const child = spawn(process.execPath, [program], { env: this.environment, stdio: ['ignore', 'pipe', 'inherit'] });
    this.child = child;
    for await (const line of createInterface({ input: child.stdout })) if (line.includes('Sẵn sàng')) return;
    throw new Error('the worker did not start');
  }

  /** As a power cut would end it: nothing of it is finished. */
  async kill(): Promise<void> {
    const { child } = this;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
}

let db: DataSource;
let folder: string;
let workers: Worker[];
beforeAll(async () => {
  const databases = await createPlanDatabase();
  db = databases.db;
  await databases.appData.destroy();
  await db.query('alter table plan drop constraint plan_year_check');
  folder = await mkdtemp(join(tmpdir(), 'ocop-kill-'));
  // oxlint-disable-next-line node/no-process-env -- The child is started as from a shell.
  const environment = { ...process.env, DATABASE_URL: String((db.options as { url?: string }).url), OCOP_DATA_DIR: folder };
  workers = Array.from({ length: WORKERS }, () => new Worker(environment));
}, MINUTE);
afterAll(async () => {
  for (const worker of workers) await worker.kill();
  await db.destroy();
  await rm(folder, { recursive: true, force: true });
});

/** A plan with something to report in both periods, whose times have come long ago. */
const addPlan = (year: number) =>
  db.query(
    `with plan as (
       insert into plan (unit_id, year, number, issued_on, title, issuer_name, issuer_short_name, place, province_name, supplement_before, legal_basis, signature, recipients, demo)
       select unit_id, $1::integer, $1::text || '/KH', make_date($1::integer, 1, 5), title, issuer_name, issuer_short_name, place, province_name, make_date($1::integer, 6, 10), legal_basis, signature, recipients, demo
       from plan where year = 2024 returning id),
     due as (insert into plan_report_due (plan_id, period, name, clause) select id, 'H1', 'báo cáo', 'V.4' from plan)
     insert into commune_report (plan_id, unit_id, period, received_on)
     select plan.id, u.id, 'H1', make_date($1::integer, 3, 1) from plan, (select id from unit where level = 'commune' order by id limit 1) u`,
    [year],
  );

const count = async (what: string): Promise<number> => {
  const [row] = await db.query<{ n: number }[]>(`select count(*)::int as n from ${what}`);
  return row?.n ?? Number.NaN;
};

/** Waits until somebody is at work who was not killed before `since`, or for a while. */
async function begun(since: Date): Promise<void> {
  const going = () =>
    db.query<unknown[]>('select 1 from report_attempt a join report_run r on r.id = a.run_id where a.outcome is null and r.outcome is null and a.started_at > $1 limit 1', [since]);
  for (const until = Date.now() + 3_000; (await going()).length === 0 && Date.now() < until; ) await wait(5);
}

/** Runs `then` while somebody is about to keep a report and cannot: work is short, and luck alone may meet nobody at it. */
async function whileKeeping(then: () => Promise<void>): Promise<void> {
  const holder = db.createQueryRunner();
  await holder.startTransaction();
  try {
    await holder.query('lock table report in share mode');
    await then();
  } finally {
    await holder.rollbackTransaction();
    await holder.release();
  }
}

/** Waits until somebody wants to keep a report and is held. */
async function keptWaiting(): Promise<void> {
  const held = `pg_locks where not granted and relation = 'report'::regclass and database = (select oid from pg_database where datname = current_database())`;
  for (const until = Date.now() + MINUTE; (await count(held)) === 0 && Date.now() < until; ) await wait(5);
  expect(await count(held)).toBeGreaterThan(0);
}

it(
  `of workers killed at random moments, three at a time, ${ROUNDS} times, and once while a report is being kept: each planned report exists exactly once, none is missing`,
  async () => {
    const kill = (victims: readonly Worker[]) => Promise.all(victims.map((worker) => worker.kill()));
    // A process that starts looks at the calendar at once.
    const start = (victims: readonly Worker[]) => Promise.all(victims.map((worker) => worker.start()));
    await start(workers);
    let lastKill = new Date(0);
    let plans = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      if (round % 2 === 0) await addPlan(FIRST_YEAR + plans++);
      await begun(lastKill);
      // Now and then all of them and soon, so that some are at work.
      const all = round % 4 === 3;
      await wait(Math.random() * (all ? 50 : 500));
      const one = Math.floor(Math.random() * WORKERS);
      const victims = workers.filter((_, index) => all || index === one);
      await kill(victims);
      lastKill = new Date();
      await start(victims);
    }
    await kill(workers);
    const killedAtWork = await count('report_attempt where outcome is null');
    await addPlan(FIRST_YEAR + plans++);
    await whileKeeping(async () => {
      await start(workers);
      await keptWaiting();
      await kill(workers);
    });
    expect(await count('report_attempt where outcome is null')).toBeGreaterThan(killedAtWork);
    await start(workers);
    const planned = 2 * (plans + 1);
    for (const until = Date.now() + 5 * MINUTE; (await count('report_run where outcome is not null')) < planned && Date.now() < until; ) await wait(500);

    expect(await count('report_run')).toBe(planned);
    expect(await db.query(`select outcome, count(*)::int as n from report_run group by 1`)).toEqual([{ outcome: 'made', n: planned }]);
    expect(await count('report')).toBe(planned);
    expect(await count('(select plan_id, period from report group by 1, 2) once')).toBe(planned);
    expect(await count(`audit_entry where action = 'report-created'`)).toBe(planned);
    expect(await count(`report_attempt where outcome = 'made'`)).toBe(planned);
    expect(await count(`report_attempt where outcome = 'failed'`)).toBe(0);
  },
  (8 + ROUNDS / 4) * MINUTE,
);

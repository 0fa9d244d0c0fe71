import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { MigrationExecutor, type DataSource, type QueryRunner } from 'typeorm';
import { createDataSource } from '../platform/database/data-source.js';
import { messages } from '../platform/errors/messages.js';
import { SetupError } from '../platform/errors/setup-error.js';
import { JOBS_SCHEMA } from '../platform/jobs/install-jobs.js';
import type { Manifest } from './manifest.js';
import { nowhere, tellBytes } from './measure.js';
import { readBackup, type ReadBackup } from './read-backup.js';
import { copied, listSequences, listTables, queryOfRunner, tableName, type Table } from './tables.js';

const say = messages.restoreCommand;

/** Where a backup goes: a database without the product's tables, as its owner. */
export interface Place {
  url: string;
  /** How people call it. */
  name: string;
  embedded: boolean;
}

/** What was open at the backup and may have been used, answered or sent since: it does not come to life again. */
const ENDED: readonly { sql: string; values: string[] }[] = [
  { sql: 'update account_link set ended_at = now() where ended_at is null', values: [] },
  { sql: `update report_delivery set state = 'failed', error = $1, ended_at = now(), next_attempt_at = null where state = 'waiting'`, values: [say.letterInDoubt] },
];

/** Nothing is cut off for taking long; an index is made in memory. */
const SETTINGS = ['statement_timeout = 0', `maintenance_work_mem = '256MB'`];

/** What is asked or kept of each row and costs less of all of them at once: foreign keys, then the indexes that no constraint needs. */
const RULES = `
  select drop, make from (
    select 1 as nth, oid, format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as make
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace
    union all
    select 2, c.oid, format('drop index %s', c.oid::regclass), pg_get_indexdef(c.oid)
    from pg_class c where c.relkind = 'i' and c.relnamespace = 'public'::regnamespace and not exists (select from pg_constraint k where k.conindid = c.oid)
  ) rule order by nth, oid`;

/**
 * Loads a backup in one transaction: the tables as they were in its version, its rows, then the newer migrations. Nobody sees
 * anything of it before all of it is there.
 * @param before done last, ahead of the commit
 * @throws SetupError when the place is not empty, is in use, or the file is not as it was when checked
 */
export async function loadBackup(file: string, { manifest }: ReadBackup, place: Place, before: () => Promise<void>, progress: (line: string) => void, signal: AbortSignal): Promise<void> {
  const owner = await createDataSource(place.url, [], 'ocop-restore').initialize().catch((error: Error) => {
    throw place.embedded ? error : new SetupError(messages.setup.databaseUnreachable(error.message));
  });
  const runner = owner.createQueryRunner();
  try {
    await runner.startTransaction();
    for (const setting of SETTINGS) await runner.query(`set local ${setting}`);
    await requireEmpty(runner, place);
    progress(say.loading);
    const executor = new MigrationExecutor(owner, runner);
    await makeTables(executor, manifest);
    await load(file, manifest, runner, progress, signal);
    await executor.executePendingMigrations();
    for (const { sql, values } of ENDED) await runner.query(sql, values);
    signal.throwIfAborted();
    await before();
    await runner.commitTransaction();
  } finally {
    await endAll(owner, runner);
  }
}

async function endAll(owner: DataSource, runner: QueryRunner): Promise<void> {
  if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
  await runner.release().catch(() => undefined);
  await owner.destroy();
}

async function requireEmpty(runner: QueryRunner, { name, embedded }: Place): Promise<void> {
  const [found] = await runner.manager.query<{ running: boolean; occupied: boolean }[]>(
    `select exists (select from pg_stat_activity where datname = current_database() and application_name ~ '^ocop-(api|worker|jobs)$') as running,
       to_regclass('public.migrations') is not null or to_regclass('public.account') is not null or to_regnamespace('${JOBS_SCHEMA}') is not null as occupied`,
  );
  if (found?.running === true) throw new SetupError(say.running);
  if (found?.occupied === true) throw new SetupError(say.occupied(name, embedded));
}

/** The tables as the program had them that wrote the backup. */
async function makeTables(executor: MigrationExecutor, { migration }: Manifest): Promise<void> {
  for (const pending of await executor.getPendingMigrations()) {
    await executor.executeMigration(pending);
    if (pending.name === migration) return;
  }
}

async function load(file: string, manifest: Manifest, runner: QueryRunner, progress: (line: string) => void, signal: AbortSignal): Promise<void> {
  const client = (await runner.connect()) as pg.Client;
  const query = queryOfRunner(runner);
  const own = await listTables(query);
  requireTables(own, manifest, file);
  const isOwn = ({ name }: { name: string }) => own.some((table) => table.name === name);
  const strangers = manifest.tables.filter((table) => !isOwn(table));
  if (strangers.length > 0) progress(say.strangers(strangers.map(({ name }) => name)));
  const names = own.map(({ name }) => tableName(name));
  // Rows come as they stood: no trigger counts, chains or refuses them, and foreign keys, which only a superuser may leave unasked, are made anew over all of them.
  const rules = await query<{ drop: string; make: string }>(RULES);
  for (const { drop } of rules) await runner.query(drop);
  for (const name of names) await runner.query(`alter table ${name} disable trigger user`);
  // The migrations wrote rows of their own.
  await runner.query(`truncate ${names.join(', ')}`);

  await readBackup(file, manifest.demo, (table) => (isOwn(table) ? client.query(copyFrom(`copy ${copied(table)} from stdin`)) : nowhere()), tellBytes(progress, say.loaded), signal);

  progress(say.finishing);
  for (const { make } of rules.toReversed()) await runner.query(make);
  for (const name of names) await runner.query(`alter table ${name} enable trigger user`);
  const counters = new Set((await listSequences(query)).map(({ name }) => name));
  for (const { name, last, called } of manifest.sequences.filter(({ name }) => counters.has(name))) await runner.query('select setval($1::regclass, $2, $3)', [tableName(name), last, called]);
  for (const name of names) await runner.query(`analyze ${name}`);
}

/** Every table of its version, as that version had it. Others in the file somebody made beside the product: they hold nothing of it. */
function requireTables(own: readonly Table[], { tables }: Manifest, file: string): void {
  for (const { name, columns } of own) {
    const found = tables.find((table) => table.name === name);
    if (found === undefined || found.columns.join() !== columns.join()) throw new SetupError(say.otherTable(file, name));
  }
}

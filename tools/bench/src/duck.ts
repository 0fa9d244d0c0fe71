import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { pipeline } from 'node:stream/promises';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';

/** The lines of the ledger in a table of DuckDB, in memory, with as many threads as the machine has. */
export async function duckOf(client: pg.Client, file: string): Promise<DuckDBConnection> {
  const rows = client.query(copyTo(`copy (select plan_id, source_id, stage, amount, occurred_on, unit_id, work_area_no from funding_entry) to stdout with (format csv)`));
  await pipeline(rows, createWriteStream(file));
  const duck = await (await DuckDBInstance.create(':memory:', { threads: String(availableParallelism()) })).connect();
  await duck.run('create table entry (plan_id integer, source_id integer, stage varchar, amount bigint, occurred_on date, unit_id integer, work_area_no integer)');
  await duck.run(`copy entry from '${file}' (format csv, header false)`);
  await rm(file);
  return duck;
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { messages } from '../platform/errors/messages.js';
import { writeArchive, type ArchiveMember } from './archive.js';
import { FORMAT, MANIFEST, membersOf, type FileName, type Manifest, type TableContent } from './manifest.js';
import { hashOf, Measure, nowhere, tellBytes } from './measure.js';
import { copied, listSequences, listTables, queryOf, type Table } from './tables.js';

const say = messages.backupCommand;

/** Values are written in one way whatever the server's settings are, a table twice in the same order, and nothing is cut off for taking long. */
const SETTINGS = [
  'timezone=UTC', 'datestyle=ISO', 'intervalstyle=iso_8601', 'extra_float_digits=1', 'bytea_output=hex', 'synchronize_seqscans=off',
  'statement_timeout=0', 'idle_in_transaction_session_timeout=0', 'transaction_timeout=0',
];

export interface WhatToBackUp {
  demo: boolean;
  /** Of the data folder. Seals are read before the rows, so that none is of a line that is not there. */
  files: readonly { name: FileName; content: Buffer }[];
  secretKeySha256: string;
}

/**
 * Writes everything into a file, as of one moment, while others go on writing. Each table is read twice in the same
 * transaction: first for its size and SHA-256, which stand at the head of the file, then for its rows; so nothing is kept
 * in memory or beside the file, however long a table is.
 * @param client connected as the owner of the tables, for nothing else any more
 * @throws errors of the file system, or of the database
 */
export async function writeBackup(client: pg.Client, { demo, files, secretKeySha256 }: WhatToBackUp, out: string, progress: (line: string) => void, signal: AbortSignal): Promise<Manifest> {
  const query = queryOf(client);
  for (const setting of SETTINGS) await client.query(`select set_config($1, $2, false) from pg_settings where name = $1`, setting.split('='));
  await client.query('begin transaction isolation level repeatable read read only');
  const [moment] = await query<{ takenAt: Date }>('select statement_timestamp() as "takenAt"');
  const takenAt = moment?.takenAt ?? new Date(Number.NaN);
  const rowsOf = (table: Table) => client.query(copyTo(`copy ${copied(table)} to stdout`));
  const measured = tellBytes(progress, say.measured);
  const tables: TableContent[] = [];
  for (const table of await listTables(query)) {
    const measure = new Measure(measured);
    await pipeline(rowsOf(table), measure, nowhere(), { signal });
    tables.push({ ...table, rows: measure.rows, bytes: measure.bytes, sha256: measure.sha256() });
  }
  const [newest] = await query<{ name: string }>('select name from migrations order by timestamp desc limit 1');
  const manifest: Manifest = {
    kind: 'ocop-backup', format: FORMAT, version: await productVersion(), demo, takenAt: takenAt.toISOString(), migration: newest?.name ?? '', secretKeySha256,
    files: files.map(({ name, content }) => ({ name, bytes: content.byteLength, sha256: hashOf(content) })),
    tables, sequences: await listSequences(query),
  };
  const head = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`);
  const fileOf = (wanted: string) => files.find(({ name }) => name === wanted)?.content ?? Buffer.alloc(0);
  const members: ArchiveMember[] = membersOf(manifest).map(({ name, member, bytes, sha256, table }) => ({
    name: member, bytes, sha256, content: () => (table === null ? Readable.from([fileOf(name)]) : rowsOf(table)),
  }));
  const first = { name: MANIFEST, bytes: head.byteLength, sha256: hashOf(head), content: () => Readable.from([head]) };
  await writeArchive(out, takenAt, [first, ...members], tellBytes(progress, say.written), signal);
  await client.query('commit');
  return manifest;
}

async function productVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8')) as { version: string };
  return version;
}

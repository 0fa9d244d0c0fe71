import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import type { DataSource } from 'typeorm';
import { makeFile, readArchive, writeArchive } from '../backup/archive.js';
import { MANIFEST, manifestSchema, membersOf, type Manifest } from '../backup/manifest.js';

const dist = join(import.meta.dirname, '..', '..', 'dist', 'cli');

export interface Ended {
  code: number | null;
  output: string;
  errors: string;
}

/** A command of the terminal as a process of its own. @param limit largest file it may write, KiB */
export async function run(name: 'backup' | 'restore', args: readonly string[], environment: NodeJS.ProcessEnv, { limit = null, signal }: { limit?: number | null; signal?: AbortSignal } = {}): Promise<Ended> {
  const line = [process.execPath, join(dist, `${name}.js`), ...args];
  const [program = '', ...rest] = limit === null ? line : ['bash', '-c', `ulimit -f ${limit} && exec "$@"`, 'bash', ...line];
  const child = spawn(program, rest, { env: { ...process.env, DATABASE_URL: undefined, INIT_CWD: '/', ...environment }, stdio: ['ignore', 'pipe', 'pipe'], signal, killSignal: 'SIGINT' });
  const stopped = new Promise<number | null>((resolve) => {
    child.once('error', () => undefined);
    child.once('close', resolve);
  });
  const [output, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), stopped]);
  return { code, output, errors };
}

/** Of every table that PostgreSQL keeps, by name: its rows in one order as one hash. @param upTo of a table that grows meanwhile, the ids that count */
export async function fingerprints(db: DataSource, upTo: Readonly<Record<string, number>> = {}): Promise<Record<string, string>> {
  const tables = await db.query<{ name: string }[]>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relpersistence = 'p' order by 1`,
  );
  const hashes: [string, string][] = [];
  for (const { name } of tables) {
    const condition = upTo[name] === undefined ? '' : `where ${name === 'audit_entry' ? 'no' : 'id'} <= ${upTo[name]}`;
    const [row] = await db.query<{ rows: number; hash: string }[]>(
      `select count(*)::int as rows, md5(coalesce(string_agg(t::text, e'\n' order by t::text), '')) as hash from ${name} t ${condition}`,
    );
    hashes.push([name, `${row?.rows} ${row?.hash}`]);
  }
  return Object.fromEntries(hashes);
}

/** Plans without what the newest migration added to them. */
export const plansOfBefore = (db: DataSource): Promise<object[]> => db.query<object[]>(`select to_jsonb(p) - 'version' as plan from plan p order by id`);

/** Constraints, indexes and triggers, with whether they are on. */
export const structure = (db: DataSource): Promise<object[]> =>
  db.query(
    `select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) as line from pg_constraint where connamespace = 'public'::regnamespace
     union all select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal
     union all select indexdef from pg_indexes where schemaname = 'public' order by 1`,
  );

/** Counters of ids that stand at or before an id in use. */
export async function usedIds(db: DataSource): Promise<string[]> {
  const counters = await db.query<{ table: string; column: string }[]>(
    `select c.relname as "table", a.attname as "column" from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and a.attidentity <> '' order by 1`,
  );
  const used: string[] = [];
  for (const { table, column } of counters) {
    const [row] = await db.query<{ fresh: boolean }[]>(`select nextval(pg_get_serial_sequence('${table}', '${column}')) > coalesce(max(${column}), 0) as fresh from ${table}`);
    if (row?.fresh !== true) used.push(table);
  }
  return used;
}

export interface Parts {
  manifest: Manifest;
  /** By the name of the member. */
  contents: Map<string, Buffer>;
}

/** Writes a backup anew with something changed; what the manifest says of the members stays, unless `change` changes it. */
export async function rewritten(from: string, to: string, change: (parts: Parts) => void): Promise<string> {
  const { signal } = new AbortController();
  const contents = new Map<string, Buffer>();
  await readArchive(from, async (name, content) => void contents.set(name, await buffer(content)), signal);
  const manifest = manifestSchema.parse(JSON.parse(contents.get(MANIFEST)?.toString() ?? ''));
  contents.delete(MANIFEST);
  const parts = { manifest, contents };
  change(parts);
  const members = [...new Map([[MANIFEST, Buffer.from(JSON.stringify(manifest))], ...contents])].map(([name, content]) => ({
    name, bytes: content.byteLength, sha256: createHash('sha256').update(content).digest('hex'), content: () => Readable.from([content]),
  }));
  await rm(to, { force: true });
  await makeFile(to);
  await writeArchive(to, new Date(0), members, () => undefined, signal);
  return to;
}

/** Gives a member other bytes, and the manifest what is true of them. */
export function replace({ manifest, contents }: Parts, member: string, content: Buffer): void {
  contents.set(member, content);
  const found = membersOf(manifest).find((one) => one.member === member);
  const listed = [...manifest.files, ...manifest.tables].find(({ name }) => name === found?.name);
  Object.assign(listed ?? {}, { bytes: content.byteLength, sha256: createHash('sha256').update(content).digest('hex') });
}

/** A file with one byte of another value. */
export async function flipped(file: string, at: (length: number) => number): Promise<Buffer> {
  const bytes = await readFile(file);
  const place = at(bytes.byteLength);
  bytes[place] = (bytes[place] ?? 0) ^ 0x55;
  return bytes;
}

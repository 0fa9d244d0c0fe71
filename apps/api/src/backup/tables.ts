import pg from 'pg';
import type { QueryRunner } from 'typeorm';

/**
 * Tables whose rows are not copied. The migrations write the first two themselves; sessions end with the place they were opened
 * in. Unlogged tables, which PostgreSQL itself forgets when it falls, are none of the list either.
 */
const LEFT_OUT = ['migrations', 'typeorm_metadata', 'session'];

export interface Table {
  name: string;
  /** All that hold something of their own; generated ones follow from them. */
  columns: string[];
}

type Query = <T>(sql: string, values?: unknown[]) => Promise<T[]>;
export const queryOf = (client: pg.Client): Query => async <T>(sql: string, values?: unknown[]) => (await client.query(sql, values)).rows as T[];
export const queryOfRunner = (runner: QueryRunner): Query => <T>(sql: string, values?: unknown[]) => runner.manager.query<T[]>(sql, values);

/** Every table there is, from PostgreSQL's own catalogue: one that is added later cannot be forgotten. */
export const listTables = (query: Query): Promise<Table[]> =>
  query<Table>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relpersistence = 'p' and c.relname <> all($1)
     group by c.relname order by c.relname`,
    [LEFT_OUT],
  );

const quoted = (name: string) => pg.escapeIdentifier(name);
export const tableName = (name: string) => `public.${quoted(name)}`;
/** A table with its columns, as COPY names them. */
export const copied = ({ name, columns }: Table) => `${tableName(name)} (${columns.map(quoted).join(', ')})`;

/** Where each counter of ids stands; read after the rows' moment, so never behind them. */
export async function listSequences(query: Query): Promise<{ name: string; last: string; called: boolean }[]> {
  const names = await query<{ name: string }>(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S' order by 1`);
  if (names.length === 0) return [];
  return query(names.map(({ name }) => `select ${pg.escapeLiteral(name)} as name, last_value::text as last, is_called as called from ${tableName(name)}`).join(' union all '));
}

/** What PostgreSQL said as it refused something, or that it went away; null = neither happened. */
export function saidByDatabase(error: unknown): string | null {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const isState = /^(?=.*\d)[0-9A-Z]{5}$/.test(code);
  return isState || message.startsWith('Connection terminated') ? message : null;
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createEmptyDatabase } from '../../testing/test-database.js';

let db: DataSource;
beforeAll(async () => {
  db = await createEmptyDatabase();
});
afterAll(() => db.destroy());

/** Everything the migrations make, as PostgreSQL itself describes it. */
async function structure(): Promise<string[]> {
  const rows = await db.query<{ line: string }[]>(
    `select 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || is_identity
       || coalesce(' ' || collation_name, '') || coalesce(' ' || generation_expression, '') as line
     from information_schema.columns where table_schema = 'public'
     union all select 'index ' || indexdef from pg_indexes where schemaname = 'public'
     union all select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
       from pg_constraint where connamespace = 'public'::regnamespace
     union all select 'trigger ' || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
     union all select 'view ' || viewname || definition from pg_views where schemaname = 'public'
     union all select 'function ' || oid::regprocedure from pg_proc
       where pronamespace = 'public'::regnamespace and proname in ('refuse_change', 'recognition_valid_to', 'certificate_valid_to', 'law_rule_changed', 'facts_changed', 'revocation_changed', 'ledger_summed')
     order by 1`,
  );
  return rows.map(({ line }) => line).filter((line) => !/\b(migrations|typeorm_metadata)\b/.test(line));
}

describe('migrations', () => {
  it('go up, all the way down to nothing, and up again to the same', async () => {
    await db.runMigrations();
    const first = await structure();
    expect(first.length).toBeGreaterThan(100);
    for (let left = db.migrations.length; left > 0; left -= 1) await db.undoLastMigration();
    expect(await structure()).toEqual([]);
    await db.runMigrations();
    expect(await structure()).toEqual(first);
  });

  it('run once: a second start has nothing to do', async () => {
    expect(await db.runMigrations()).toEqual([]);
    expect(await db.showMigrations()).toBe(false);
  });
});

describe('entities', () => {
  it('match the migrated tables, but for the rules and indexes that only the database keeps', async () => {
    const { upQueries } = await db.driver.createSchemaBuilder().log();
    const statements = upQueries.map(({ query }) => query);
    const onlyInDatabase = /^(ALTER TABLE "\w+" DROP CONSTRAINT "\w+"|DROP INDEX "public"\."\w+")$/;
    const notes = /^(DELETE FROM|INSERT INTO) "typeorm_metadata"/;
    const differences = statements.filter((statement) => !onlyInDatabase.test(statement) && !notes.test(statement));
    expect(differences).toEqual([]);
  });

  it('cover every table', async () => {
    const tables = await db.query<{ name: string }[]>(
      `select table_name as name from information_schema.tables
       where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not in ('migrations', 'typeorm_metadata') order by 1`,
    );
    expect(tables.map(({ name }) => name)).toEqual(db.entityMetadatas.map(({ tableName }) => tableName).sort());
  });
});

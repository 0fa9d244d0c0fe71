import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Everything that figures are made of. */
const FACTS = [
  'unit', 'plan', 'plan_target', 'plan_round', 'plan_report_due', 'work_area', 'funding_source', 'producer', 'product', 'registration',
  'registration_step', 'evaluation', 'recognition', 'inspection', 'commune_report', 'funding_entry', 'law_rule', 'council_rule',
];

const up = [
  `create table facts_version (
    single boolean primary key default true check (single),
    version bigint not null
  )`,
  `insert into facts_version (version) values (1)`,
  // Once a transaction, at its commit: until then nobody waits for it.
  `create function facts_changed() returns trigger language plpgsql security definer set search_path = public as $$
    begin
      if coalesce(current_setting('ocop.counted', true), '') <> pg_current_xact_id()::text then
        update facts_version set version = version + 1;
        perform set_config('ocop.counted', pg_current_xact_id()::text, true);
      end if;
      return null;
    end
  $$`,
  ...FACTS.map(
    (table) => `create constraint trigger ${table}_counted after insert or update or delete on ${table}
      deferrable initially deferred for each row execute function facts_changed()`,
  ),
  'grant select on facts_version to ocop_app, ocop_whole',
];

/** Counts the transactions that changed a fact, so that what was computed before is known to be old. */
export class FactsVersion1795720000000 implements MigrationInterface {
  name = 'FactsVersion1795720000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function facts_changed() cascade');
    await runner.query('drop table facts_version');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

const ofOffice = 'unit_id in (select unnest(ocop_units()))';
const ofPlan = `plan_id in (select p.id from plan p where p.${ofOffice})`;
const TABLES = [['plan', ofOffice], ['plan_target', ofPlan], ['plan_round', ofPlan], ['plan_report_due', ofPlan]] as const;

/** What a plan says may be read by everybody, and is written by its own office only. */
export class PlanRows1795810000000 implements MigrationInterface {
  name = 'PlanRows1795810000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, rule] of TABLES) {
      await runner.query(`alter table ${table} enable row level security`);
      await runner.query(`create policy ${table}_whole on ${table} to ocop_whole using (true) with check (true)`);
      await runner.query(`create policy ${table}_read on ${table} for select to ocop_app using (true)`);
      await runner.query(`create policy ${table}_of_office on ${table} to ocop_app using (${rule}) with check (${rule})`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table] of TABLES) {
      for (const policy of ['whole', 'read', 'of_office']) await runner.query(`drop policy ${table}_${policy} on ${table}`);
      await runner.query(`alter table ${table} disable row level security`);
    }
  }
}

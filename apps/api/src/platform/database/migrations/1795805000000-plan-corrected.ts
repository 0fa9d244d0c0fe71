import type { MigrationInterface, QueryRunner } from 'typeorm';

const BOTH = 'ocop_app, ocop_whole';
const PLAN = 'update (number, issued_on, title, supplement_before, legal_basis, signature, recipients, version) on plan';
const REPORTS = 'update (name, clause, due_before), delete on plan_report_due';
const ROWS = 'delete on plan_target, plan_round';

/** What a plan says may be corrected; its unit and year, issuer, work areas and sources stay. */
export class PlanCorrected1795805000000 implements MigrationInterface {
  name = 'PlanCorrected1795805000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table plan add column version integer not null default 1 check (version > 0)');
    for (const rights of [PLAN, REPORTS, ROWS]) await runner.query(`grant ${rights} to ${BOTH}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const rights of [PLAN, REPORTS, ROWS]) await runner.query(`revoke ${rights} from ${BOTH}`);
    await runner.query('alter table plan drop column version');
  }
}

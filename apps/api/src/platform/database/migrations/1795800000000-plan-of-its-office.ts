import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who sees a plan's own unit sees all below it, and so the whole plan. */
const ofPlan = 'plan_id in (select p.id from plan p where p.unit_id in (select unnest(ocop_units())))';
const policies = [
  ['funding_sum_of_plan', `funding_sum for select to ocop_app using (${ofPlan})`],
  ['funding_closing_of_plan', `funding_closing to ocop_app using (${ofPlan}) with check (${ofPlan})`],
  ['reconciliation_setting_of_plan', `reconciliation_setting to ocop_app using (${ofPlan}) with check (${ofPlan})`],
] as const;

/** What is of a whole plan is for the office of that plan too, not only for who sees every unit of the country. */
export class PlanOfItsOffice1795800000000 implements MigrationInterface {
  name = 'PlanOfItsOffice1795800000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, rule] of policies) await runner.query(`create policy ${name} on ${rule}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name, rule] of policies) await runner.query(`drop policy ${name} on ${rule.split(' ')[0] ?? ''}`);
  }
}

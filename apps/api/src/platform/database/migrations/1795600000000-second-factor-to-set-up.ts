import type { MigrationInterface, QueryRunner } from 'typeorm';

const allow = (states: string) => [
  'alter table session drop constraint session_second_factor_check',
  `alter table session add constraint session_second_factor_check check (second_factor in (${states}))`,
];

/** A session that can do nothing but set up the second factor, where the installation requires one. */
export class SecondFactorToSetUp1795600000000 implements MigrationInterface {
  name = 'SecondFactorToSetUp1795600000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of allow(`'off', 'to-set-up', 'pending', 'passed'`)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from session where second_factor = 'to-set-up'`);
    for (const statement of allow(`'off', 'pending', 'passed'`)) await runner.query(statement);
  }
}

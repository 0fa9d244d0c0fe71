import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A count of wrong guesses may stand at none: the row stays for who counts at the same moment. */
export class GuessesTakenBack1795795000000 implements MigrationInterface {
  name = 'GuessesTakenBack1795795000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table wrong_guess drop constraint wrong_guess_count_check, add constraint wrong_guess_count_check check (count >= 0)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from wrong_guess where count = 0');
    await runner.query('alter table wrong_guess drop constraint wrong_guess_count_check, add constraint wrong_guess_count_check check (count > 0)');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The secret address of an account's calendar: of the secret only its SHA-256. */
export class CalendarFeed1795710000000 implements MigrationInterface {
  name = 'CalendarFeed1795710000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table calendar_feed (
      account_id integer primary key references account (id),
      token_sha256 text not null unique check (token_sha256 ~ '^[0-9a-f]{64}$'),
      made_at timestamptz not null
    )`);
    await runner.query('grant select, insert, update, delete on calendar_feed to ocop_app, ocop_whole');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table calendar_feed');
  }
}

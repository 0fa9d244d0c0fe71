import type { MigrationInterface, QueryRunner } from 'typeorm';

const BOTH = 'ocop_app, ocop_whole';

const up = [
  // What a person writes into a report; each version stays, the newest counts. An empty text says that there is nothing to add.
  `create table report_text (
    report_id integer not null references report (id),
    section text not null check (section ~ '^(documents|organisation|area-[1-6]|achieved|limits|causes|tasks|proposals)$'),
    version integer not null check (version > 0),
    text text not null check (length(text) <= 20000),
    written_at timestamptz not null,
    written_by integer references account (id),
    primary key (report_id, section, version)
  )`,
  `create trigger report_text_append_only before update or delete or truncate on report_text for each statement execute function refuse_change()`,
  `grant select, insert on report_text to ${BOTH}`,
  `alter table report_text enable row level security`,
  `create policy report_text_whole on report_text to ocop_whole using (true) with check (true)`,
  `create policy report_text_of_units on report_text to ocop_app using (report_id in (select r.id from report r)) with check (report_id in (select r.id from report r))`,
  // A report that takes the place of an issued one says why; of the same figures there may be one more for each it amends.
  `alter table report add column amends_id integer references report (id), add column amends_reason text,
     add constraint report_amends_with_reason check ((amends_id is null) = (amends_reason is null)),
     drop constraint report_snapshot_once,
     add constraint report_snapshot_once unique nulls not distinct (plan_id, period, as_of, snapshot_sha256, amends_id)`,
];

/** The parts of a report that a person writes, and reports that amend an issued one. */
export class ReportTexts1795780000000 implements MigrationInterface {
  name = 'ReportTexts1795780000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  /** Amendments and texts are lost. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table report_text');
    await runner.query('alter table report disable trigger user');
    await runner.query('delete from report where amends_id is not null');
    await runner.query('alter table report enable trigger user');
    await runner.query(`alter table report drop constraint report_snapshot_once, drop column amends_id, drop column amends_reason,
      add constraint report_snapshot_once unique (plan_id, period, as_of, snapshot_sha256)`);
  }
}

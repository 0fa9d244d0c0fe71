import type { MigrationInterface, QueryRunner } from 'typeorm';

const BOTH = 'ocop_app, ocop_whole';
const ANNULMENT = 'annulled_at, annulled_by, annulled_reason';
/** Who entered a fact and when; one entered by mistake is annulled with a reason and stays. */
const ENTERED = `entered_by integer references account (id),
    entered_at timestamptz not null default now(),
    annulled_at timestamptz,
    annulled_by integer references account (id),
    annulled_reason text`;
const annulledWithReason = (table: string) => `constraint ${table}_annulled_with_reason check ((annulled_at is null) = (annulled_reason is null))`;
const dropViews = `drop view plan_fact, standing_recognition`;
const standingRecognition = `create view standing_recognition with (security_invoker = true) as select * from recognition where annulled_at is null`;
/** @param reports what stands of the commune reports */
const planFact = (reports: string) => `create view plan_fact with (security_invoker = true) as
    select id as plan_id, issued_on as happened_on from plan
    union all
    select r.plan_id, s.happened_on from standing_step s join registration r on r.id = s.registration_id
    union all
    select r.plan_id, e.evaluated_on from standing_evaluation e join registration r on r.id = e.registration_id
    union all
    select r.plan_id, g.decided_on from standing_recognition g join registration r on r.id = g.registration_id
    union all
    select r.plan_id, g.revoked_on from standing_recognition g join registration r on r.id = g.registration_id
      where g.revoked_on is not null
    union all
    select plan_id, received_on from ${reports}
    union all
    select plan_id, occurred_on from funding_entry`;
const grantViews = `grant select on plan_fact, standing_recognition to ${BOTH}`;

const up = [
  `create table revocation (
    id integer generated always as identity primary key,
    recognition_id integer not null references recognition (id),
    revoked_on date not null,
    paper text not null check (paper <> ''),
    reason text,
    ${ENTERED},
    ${annulledWithReason('revocation')}
  )`,
  `create unique index revocation_once on revocation (recognition_id) where annulled_at is null`,
  `insert into revocation (recognition_id, revoked_on, paper, reason)
    select id, revoked_on, revocation_paper, revocation_reason from recognition where revoked_on is not null`,
  // The day stands beside the decision, so that what is in force is read without looking further; nobody writes it by hand.
  `create function revocation_changed() returns trigger language plpgsql security definer set search_path = public as $$
    begin
      update recognition set revoked_on = (select v.revoked_on from revocation v where v.recognition_id = new.recognition_id and v.annulled_at is null)
        where id = new.recognition_id;
      return null;
    end
  $$`,
  `create trigger revocation_changed after insert or update on revocation for each row execute function revocation_changed()`,

  dropViews,
  `alter table recognition
    drop constraint recognition_revoked_with_paper,
    drop column revocation_paper,
    drop column revocation_reason`,
  `alter table commune_report
    add column ${ENTERED.split(',\n').map((column) => column.trim()).join(',\n    add column ')},
    add ${annulledWithReason('commune_report')},
    drop constraint commune_report_once`,
  `create unique index commune_report_once on commune_report (plan_id, unit_id, period) where annulled_at is null`,
  `create view standing_commune_report with (security_invoker = true) as select * from commune_report where annulled_at is null`,
  standingRecognition,
  planFact('standing_commune_report'),

  `alter table council_rule add column version integer not null default 1`,

  grantViews,
  `grant select on standing_commune_report to ${BOTH}`,
  `grant select, insert on revocation to ${BOTH}`,
  `grant update (${ANNULMENT}) on revocation, commune_report to ${BOTH}`,
  `revoke update (revoked_on) on recognition from ${BOTH}`,
  `alter table revocation enable row level security`,
  `create policy revocation_of_units on revocation to ocop_app
    using (recognition_id in (select g.id from recognition g)) with check (recognition_id in (select g.id from recognition g))`,
  `create policy revocation_whole on revocation to ocop_whole using (true) with check (true)`,
  `create constraint trigger revocation_counted after insert or update or delete on revocation
    deferrable initially deferred for each row execute function facts_changed()`,
];

const down = [
  `alter table council_rule drop column version`,
  'drop view plan_fact, standing_recognition, standing_commune_report',
  `delete from commune_report where annulled_at is not null`,
  `drop index commune_report_once`,
  `alter table commune_report drop column entered_by, drop column entered_at, drop column annulled_at, drop column annulled_by, drop column annulled_reason,
    add constraint commune_report_once unique (plan_id, unit_id, period)`,
  `alter table recognition add column revocation_paper text, add column revocation_reason text`,
  `update recognition g set revocation_paper = v.paper, revocation_reason = v.reason from revocation v where v.recognition_id = g.id and v.annulled_at is null`,
  `alter table recognition add constraint recognition_revoked_with_paper check ((revoked_on is null) = (revocation_paper is null))`,
  'drop table revocation',
  'drop function revocation_changed()',
  standingRecognition,
  planFact('commune_report'),
  grantViews,
  `grant update (revoked_on, revocation_paper, revocation_reason) on recognition to ${BOTH}`,
];

/** Revocations and commune reports that can be taken back like every other fact; councils' rules that tell of a change meanwhile. */
export class RevocationsAndCommuneReports1795730000000 implements MigrationInterface {
  name = 'RevocationsAndCommuneReports1795730000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  /** What was taken back is lost. */
  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}

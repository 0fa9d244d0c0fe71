import type { DataSource } from 'typeorm';

/** What may not change of the facts that were there before: all but annulling and revoking, and the kind and note of a registration. */
const KEPT: Readonly<Record<string, string>> = {
  plan: 't.*',
  registration: 'id, plan_id, position, product_id, unit_id, address_as_written, registered_on',
  registration_step: 'id, registration_id, stage, happened_on, round_no, paper, reason, entered_by',
  evaluation: 'id, registration_id, level, evaluated_on, points, star_cap, stars, entered_by',
  recognition: 'id, product_id, registration_id, kind, stars, decided_on, decision_number, authority, entered_by',
  revocation: 'id, recognition_id, revoked_on, paper, reason, entered_by',
  commune_report: 'id, plan_id, unit_id, period, received_on, paper, entered_by',
  activity: 'id, plan_id, work_area_no, name, held_on, ended_on, unit_id, participants, paper, note, entered_by',
  inspection: 'id, product_id, inspected_on, outcome, entered_by',
  funding_entry: 't.*',
  funding_source: 'id, plan_id, code, kind, principal',
  law_rule: 'id, topic, valid_from, value, entered_by',
};
/** The newest number of each. */
export const counts = async (db: DataSource): Promise<Record<string, number>> => {
  const [row] = await db.query<Record<string, number>[]>(`select ${Object.keys(KEPT).map((table) => `(select max(id) from ${table}) as ${table}`).join(', ')}`);
  return row ?? {};
};

/** Every row that no request may change, as one number a table; the facts of before; and the accounts that nobody invited. */
export async function untouched(db: DataSource, before: Readonly<Record<string, number>>): Promise<object> {
  const tables = ['unit', 'product_set'];
  const ofPlan = ['plan_target', 'plan_round', 'plan_report_due', 'work_area'];
  const sums = [
    ...tables.map((table) => `(select coalesce(sum(hashtextextended(t::text, 0)), 0)::text from ${table} t) as ${table}`),
    ...ofPlan.map((table) => `(select coalesce(sum(hashtextextended(t::text, 0)), 0)::text from ${table} t where plan_id <= ${before['plan'] ?? 0}) as ${table}`),
    ...Object.entries(KEPT).map(([table, columns]) => `(select coalesce(sum(hashtextextended(row(${columns})::text, 0)), 0)::text from ${table} t where id <= ${before[table] ?? 0}) as ${table}`),
  ];
  const [row] = await db.query<object[]>(
    `select ${sums.join(', ')},
       (select count(*)::int from account a where not exists (select from audit_entry e where e.action = 'account-invited' and e.subject_id = a.id::text)) as accounts`,
  );
  return row ?? {};
}

/** What by the audit trail an account did without the role for it; a report is made by who sees the whole plan. */
export const doneWithoutRole = (db: DataSource): Promise<object[]> =>
  db.query(
    `select distinct e.action, a.roles, a.all_units from audit_entry e join account a on a.id = e.account_id
     join (values ('account-invited', 'administrator'), ('account-changed', 'administrator'), ('account-link-made', 'administrator'),
       ('audit-exported', 'auditor'), ('report-created', 'economic-office'), ('report-submitted', 'economic-office'), ('report-text-written', 'economic-office'), ('report-amendment-made', 'economic-office'), ('report-retried', 'economic-office'), ('report-schedule-changed', 'economic-office'), ('report-issued', 'economic-office'), ('report-mail-requested', 'economic-office'), ('report-recipient-added', 'economic-office'), ('report-recipient-removed', 'economic-office'), ('report-approved', 'leadership'), ('report-returned', 'leadership'), ('evaluation-entered', 'economic-office'), ('evaluation-corrected', 'economic-office'),
       ('evaluation-annulled', 'economic-office'), ('recognition-entered', 'economic-office'), ('recognition-revoked', 'economic-office'), ('recognition-annulled', 'economic-office'), ('revocation-annulled', 'economic-office'),
       ('inspection-entered', 'economic-office'), ('inspection-annulled', 'economic-office'), ('council-rule-set', 'economic-office'), ('law-rule-added', 'economic-office'),
       ('law-rule-annulled', 'economic-office'), ('plan-entered', 'economic-office'), ('plan-changed', 'economic-office'), ('funding-posted', 'finance'), ('funding-reversed', 'finance'), ('funding-warning-resolved', 'finance'), ('funding-source-added', 'finance'),
       ('funding-source-changed', 'finance'), ('funding-closed', 'finance'), ('funding-reopened', 'finance'), ('funding-checked', 'finance'),
       ('reconciliation-signed', 'finance'), ('reconciliation-tolerance-set', 'finance')) as needs (action, role) using (action)
     where not a.roles @> array[needs.role] or (e.action in ('report-created', 'report-text-written', 'report-amendment-made', 'report-retried', 'report-schedule-changed', 'report-mail-requested', 'report-recipient-added', 'report-recipient-removed', 'council-rule-set', 'law-rule-added', 'law-rule-annulled', 'funding-source-added', 'funding-source-changed', 'funding-closed', 'funding-reopened', 'reconciliation-tolerance-set', 'plan-entered', 'plan-changed') and not a.all_units)
     union
     select e.action, a.roles, a.all_units from audit_entry e join account a on a.id = e.account_id
     where (e.subject in ('producer', 'product', 'registration', 'commune-report', 'activity') or e.action = 'money-reported') and not a.roles && array['economic-office', 'commune-officer']`,
  );

/** What by the trail somebody wrote of a unit that is not among the own ones; a producer may have come from one since. */
export const doneOutOfScope = (db: DataSource): Promise<object[]> =>
  db.query(
    `select distinct e.action, e.subject_id from audit_entry e join account a on a.id = e.account_id and not a.all_units
     where (e.subject in ('producer', 'product', 'registration', 'commune-report', 'activity') or e.action in ('money-reported', 'reconciliation-signed')) and not exists (
       select from account_unit au where au.account_id = a.id and au.unit_id in (
         select e.subject_id::integer where e.action in ('money-reported', 'reconciliation-signed')
         union select m.unit_id from producer m where e.subject = 'producer' and m.id::text = e.subject_id
         union select m.unit_id from product p join producer m on m.id = p.producer_id where e.subject = 'product' and p.id::text = e.subject_id
         union select c.unit_id from commune_report c where e.subject = 'commune-report' and c.id::text = e.subject_id
         union select v.unit_id from activity v where e.subject = 'activity' and v.id::text = e.subject_id
         union select r.unit_id from registration r where e.subject = 'registration' and r.id::text = e.subject_id))`,
  );

import { nameKey, searchKey } from '@ocop/domain';
import type { DataSource } from 'typeorm';

/** A town beside the one of plan 1227, with communes of its own. */
export const SECOND_TOWN = 'Huyện Phong Điền';
export const SECOND_COMMUNES = ['Xã Phong Hiền', 'Xã Phong An'] as const;

function unit(full: string, no: number) {
  const [type = '', ...words] = full.split(' ');
  const name = words.join(' ');
  return { no, type, name, nameKey: nameKey(name), searchKey: searchKey(name) };
}

/** Enters the second town, with the same plan of 2024 under another number, and what hangs on it; gives both towns' units. */
export async function addSecondTown(db: DataSource): Promise<{ first: number; second: number }> {
  const [towns] = await db.query<{ first: number; second: number }[]>(
    `with units as (select * from jsonb_to_recordset($1::jsonb) as u (no integer, type text, name text, "nameKey" text, "searchKey" text)),
     o as (select p.*, u.parent_id from plan p join unit u on u.id = p.unit_id where p.year = 2024),
     t as (
       insert into unit (code, name, type, level, parent_id, name_key, search_key)
       select '476', u.name, u.type, 'district', o.parent_id, u."nameKey", u."searchKey" from o, units u where u.type = 'Huyện' returning id),
     c as (
       insert into unit (code, name, type, level, parent_id, name_key, search_key)
       select '9000' || u.no, u.name, u.type, 'commune', t.id, u."nameKey", u."searchKey" from t, units u where u.type = 'Xã'),
     p as (
       insert into plan (unit_id, year, number, issued_on, title, issuer_name, issuer_short_name, place, province_name, supplement_before, legal_basis, signature, recipients, demo)
       select t.id, year, '9/KH-UBND', issued_on, title, 'Ủy ban nhân dân huyện Phong Điền', 'UBND huyện', 'Phong Điền', province_name, supplement_before, legal_basis, signature, recipients, demo
       from o, t returning id),
     s as (
       insert into funding_source (plan_id, position, code, name, kind, clause, principal)
       select p.id, f.position, f.code, f.name, f.kind, f.clause, f.principal from p, o join funding_source f on f.plan_id = o.id),
     a as (insert into work_area (plan_id, no, clause, name) select p.id, w.no, w.clause, w.name from p, o join work_area w on w.plan_id = o.id),
     g as (insert into plan_target (plan_id, indicator_id, clause, text, minimum) select p.id, x.indicator_id, x.clause, x.text, x.minimum + 1 from p, o join plan_target x on x.plan_id = o.id),
     r as (
       insert into plan_round (plan_id, no, clause, town_recognition_before, dossiers_to_province_before)
       select p.id, x.no, x.clause, x.town_recognition_before, x.dossiers_to_province_before from p, o join plan_round x on x.plan_id = o.id),
     d as (insert into plan_report_due select p.id, x.period, x.name, x.clause, x.due_before from p, o join plan_report_due x on x.plan_id = o.id)
     select o.unit_id as first, t.id as second from o, t`,
    [JSON.stringify([SECOND_TOWN, ...SECOND_COMMUNES].map((full, no) => unit(full, no)))],
  );
  if (towns === undefined) throw new Error('no plan of 2024');
  return towns;
}

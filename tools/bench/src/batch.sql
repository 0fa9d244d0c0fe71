-- Each commune as an office of its own with a plan of a year that is over: its own part of that year's list, with its results.
insert into plan (unit_id, year, number, issued_on, title, issuer_name, issuer_short_name, place, province_name, supplement_before, legal_basis, signature, recipients, demo)
select u.id, p.year, '01/KH-UBND', p.issued_on, p.title, 'Ủy ban nhân dân ' || u.type || ' ' || u.name, 'UBND xã', u.name, p.province_name, p.supplement_before, p.legal_basis, p.signature, p.recipients, true
from plan p join unit u on u.parent_id = p.unit_id and u.code between '10001' and '13321' where p.year = 2025;
create temporary table office as select c.id as plan_id, c.unit_id, p.id as town_plan from plan c join plan p on p.year = c.year and p.id <> c.id and p.unit_id in (select unit_id from plan where year = 2024) where c.year = 2025 and c.unit_id <> p.unit_id;
insert into plan_target (plan_id, indicator_id, clause, text, minimum)
select o.plan_id, t.indicator_id, t.clause, t.text, 2 from plan_target t join office o on o.town_plan = t.plan_id;
insert into plan_round (plan_id, no, town_recognition_before, dossiers_to_province_before, clause)
select o.plan_id, r.no, r.town_recognition_before, r.dossiers_to_province_before, r.clause from plan_round r join office o on o.town_plan = r.plan_id;
insert into funding_source (plan_id, position, code, name, kind, clause, principal)
select o.plan_id, s.position, s.code, s.name, s.kind, s.clause, s.principal from funding_source s join plan p on p.id = s.plan_id and p.year = 2024 cross join office o;
insert into work_area (plan_id, no, clause, name)
select o.plan_id, a.no, a.clause, a.name from work_area a join plan p on p.id = a.plan_id and p.year = 2024 cross join office o;
with own as (
  insert into registration (plan_id, position, product_id, unit_id, kind, address_as_written, registered_on)
  select o.plan_id, r.position, r.product_id, r.unit_id, r.kind, r.address_as_written, r.registered_on
  from office o join registration r on r.plan_id = o.town_plan and r.unit_id = o.unit_id returning id, registered_on)
insert into registration_step (registration_id, stage, happened_on) select id, 'registered', registered_on from own;
insert into funding_entry (posting, plan_id, source_id, stage, amount, occurred_on, unit_id)
select gen_random_uuid(), o.plan_id, s.id, case s.kind when 'socialised' then 'registered' else 'planned' end, 10000000 + o.unit_id, '2025-06-01', o.unit_id
from office o join funding_source s on s.plan_id = o.plan_id;
-- Their annual report alone makes itself.
insert into report_schedule select unit_id, 'H1', 'decree-09-2019', 1, '06:00', 14, false from office;
analyze;

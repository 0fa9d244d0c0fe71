-- Every year of the country has the sources and work areas of 2024.
insert into funding_source (plan_id, position, code, name, kind, clause, principal)
select p.id, s.position, s.code, s.name, s.kind, s.clause, s.principal
from funding_source s join plan old on old.id = s.plan_id and old.year = 2024, plan p where not exists (select 1 from funding_source f where f.plan_id = p.id);
insert into work_area (plan_id, no, clause, name)
select p.id, w.no, w.clause, w.name from work_area w join plan old on old.id = w.plan_id and old.year = 2024, plan p
where not exists (select 1 from work_area a where a.plan_id = p.id);

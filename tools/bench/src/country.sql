-- About the whole country: 3 321 communes, 20 000 products, ten years of decisions. Invented, from the number of each row alone.
insert into unit (code, name, type, level, parent_id, name_key, search_key)
select lpad((10000 + n)::text, 5, '0'), 'Số ' || n, 'Xã', 'commune', p.unit_id, 'số ' || n, 'so ' || n
from plan p, generate_series(1, 3321) n where p.year = 2024;

insert into plan (unit_id, year, number, issued_on, title, issuer_name, issuer_short_name, place, province_name, supplement_before, legal_basis, signature, recipients, demo)
select unit_id, y, y || '/KH', make_date(y, 3, 1), title, issuer_name, issuer_short_name, place, province_name, make_date(y, 6, 10), legal_basis, signature, recipients, true
from plan, generate_series(2018, 2026) y where year = 2024 and y <> 2024;
insert into plan_target (plan_id, indicator_id, clause, text, minimum)
select p.id, t.indicator_id, t.clause, t.text, 2000 from plan_target t join plan old on old.id = t.plan_id and old.year = 2024, plan p where p.year <> 2024 and t.minimum is not null;
insert into plan_round (plan_id, no, town_recognition_before, dossiers_to_province_before, clause)
select p.id, r.no, make_date(p.year, extract(month from r.town_recognition_before)::int, extract(day from r.town_recognition_before)::int),
  make_date(p.year, extract(month from r.dossiers_to_province_before)::int, extract(day from r.dossiers_to_province_before)::int), r.clause
from plan_round r join plan old on old.id = r.plan_id and old.year = 2024, plan p where p.year <> 2024;

create temporary table made as
select n, (hashtext('u' || n) & 2147483647) % 3321 + 1 as commune, 2017 + (hashtext('y' || n) & 2147483647) % 10 as first_year,
  (hashtext('s' || n) & 2147483647) % 100 as luck
from generate_series(1, 20000) n;
insert into producer (unit_id, name, kind, name_key, search_key)
select u.id, 'Hợp tác xã mẫu ' || m.n, 'cooperative', 'hợp tác xã mẫu ' || m.n, 'hop tac xa mau ' || m.n
from made m join unit u on u.code = lpad((10000 + m.commune)::text, 5, '0');
insert into product (producer_id, name, name_key, search_key, product_set_no)
select m.id, 'Sản phẩm mẫu ' || x.n, 'sản phẩm mẫu ' || x.n, 'san pham mau ' || x.n, x.n % 26 + 1
from made x join producer m on m.name_key = 'hợp tác xã mẫu ' || x.n;

create temporary table listed as
select x.n, x.luck, p.id as product_id, m.unit_id, y as year, y - x.first_year as age,
  (hashtext('r' || x.n || y) & 2147483647) % 100 as chance, row_number() over (partition by y order by x.n) as position
from made x
join product p on p.name_key = 'sản phẩm mẫu ' || x.n
join producer m on m.id = p.producer_id,
lateral generate_series(case when x.first_year = 2017 then 2020 else x.first_year end, 2026, 3) y;
insert into registration (plan_id, position, product_id, unit_id, kind, address_as_written, registered_on)
select p.id, 1000 + l.position, l.product_id, l.unit_id,
  case when l.age = 0 then 'new' when l.luck % 5 = 0 then 'upgrade' else 're-evaluation' end, 'Xã mẫu', make_date(l.year, 3, 15)
from listed l join plan p on p.year = l.year;

-- Of the last year the dossiers stand at every stage; of the others four in five are recognised.
create temporary table dossier as
select r.id, l.year, l.product_id, r.kind, 1 + l.chance % 2 as round_no, l.chance, case when l.year = 2026 then 1 + l.chance % 7 else 7 end as reached
from registration r join plan p on p.id = r.plan_id join listed l on l.product_id = r.product_id and l.year = p.year;
insert into registration_step (registration_id, stage, happened_on, round_no)
select d.id, s.stage, make_date(d.year, 3, 15) + s.days + case when d.round_no = 2 and s.nth > 3 then 90 else 0 end + case when s.nth = 6 then d.chance else 0 end, d.round_no
from dossier d join (values (1, 'registered', 0), (2, 'preparing', 20), (3, 'received', 40), (4, 'assessed-by-commune', 60), (5, 'scored-by-town', 80),
  (6, 'recognised-3', 100)) s (nth, stage, days) on s.nth <= d.reached and (s.nth < 6 or d.chance < 80);
insert into registration_step (registration_id, stage, happened_on, round_no)
select id, 'not-recognised', make_date(year, 10, 1), round_no from dossier where reached = 7 and chance >= 80;
insert into evaluation (registration_id, level, evaluated_on, points, star_cap, stars, round_no)
select s.registration_id, 'town', s.happened_on, q.points, 4, least(4, case when q.points >= 70 then 4 when q.points >= 50 then 3 else 2 end), s.round_no
from registration_step s join dossier d on d.id = s.registration_id, lateral (select 45 + d.chance / 2.0 as points) q where s.stage = 'scored-by-town';
insert into recognition (product_id, registration_id, kind, stars, decided_on, decision_number, authority)
select d.product_id, d.id, d.kind, 3, s.happened_on, s.happened_on || '/QĐ', 'town'
from dossier d join registration_step s on s.registration_id = d.id and s.stage = 'recognised-3';
insert into recognition (product_id, kind, stars, decided_on, decision_number, authority)
select p.id, 'new', 3, make_date(2017, 6, 1 + x.n % 28), '2017/QĐ', 'town' from made x join product p on p.name_key = 'sản phẩm mẫu ' || x.n where x.first_year = 2017;
-- Nothing else at work while it is measured: the reports of all these years would make themselves.
insert into report_schedule select p.unit_id, k, 'decree-09-2019', 1, '06:00', 14, false from plan p, unnest(array['H1', 'FY']) k where p.year = 2024;
analyze;

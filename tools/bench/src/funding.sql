-- Lines of the ledger with the numbers $1 < n <= $2, invented from the number alone: over eight years, six sources, 3 321
-- communes, seven work areas (one of them none), 260 days. Five belong together: what is spent was allocated before, of one
-- source to one commune, so that the rules hold at every number.
insert into funding_entry (posting, part, plan_id, source_id, stage, amount, occurred_on, unit_id, work_area_no, paper_number, activity, search_key)
select md5('posting' || l.five)::uuid, l.place, s.plan_id, s.id,
  case s.kind when 'socialised' then (array['registered', 'contributed', 'contributed', 'registered', 'contributed'])[l.place]
    else (array['planned', 'allocated', 'disbursed', 'disbursed', 'settled'])[l.place] end,
  l.base * (array[3, 2, 1, 1, 1])[l.place], make_date(s.year, 3, 1) + l.chance % 260, u.id, nullif(l.chance / 260 % 7, 0),
  l.n || '/QĐ-UBND', 'Hoạt động số ' || l.five, l.n || '/qd-ubnd hoat dong so ' || l.five
from (
  select n, (n - 1) / 5 as five, ((n - 1) % 5)::int + 1 as place, hashint8((n - 1) / 5) & 2147483647 as luck, hashint8(-n) & 2147483647 as chance,
    (10 + (n - 1) / 5 % 90) * 1000000 + (n - 1) / 5 % 999983 as base
  from generate_series($1::bigint + 1, $2::bigint) n) l
join (select s.*, p.year from funding_source s join plan p on p.id = s.plan_id) s on s.year = 2018 + l.luck % 8 and s.position = 1 + l.luck / 8 % 6
join unit u on u.code = (10001 + l.luck / 48 % 3321)::text and u.level = 'commune'

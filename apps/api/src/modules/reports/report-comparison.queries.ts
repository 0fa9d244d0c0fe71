import type { ReportComparison } from '@ocop/contracts';
import type { Day } from '@ocop/domain';
import type { DataSource } from 'typeorm';
import { utc } from '../../platform/database/entered.js';

/** More say no more; the figures that differ are told whole. */
const MOST = 200;

const ofRegistration = (table: string, kind: string, day: string) => `
  select '${kind}' as kind, p.name, x.${day} as on_day, x.entered_at, x.annulled_at, x.entered_by, x.annulled_by
  from ${table} x join registration r on r.id = x.registration_id join product p on p.id = r.product_id where r.plan_id = $1`;

/** A decision `g` is of a registration of the plan, or counts for it as the certificate of a product of its communes, whichever list that was on. */
const OF_DECISION = `
  left join registration r on r.id = g.registration_id join product p on p.id = g.product_id join producer m on m.id = p.producer_id
  where (r.plan_id = $1 or m.unit_id in (select u.id from unit u join plan l on l.unit_id = u.parent_id where l.id = $1))`;

/** Facts of a plan dated up to a day, and of the plan before its activities since the period's first, that were entered or taken back after an instant; newest first. */
export const factsEnteredSince = (db: DataSource, planId: number, firstDay: Day, asOf: Day, since: string): Promise<ReportComparison['entries']> =>
  db.query<ReportComparison['entries']>(
    `with fact as (
       ${ofRegistration('registration_step', 'step', 'happened_on')}
       union all ${ofRegistration('evaluation', 'evaluation', 'evaluated_on')}
       union all select 'recognition', p.name, g.decided_on, g.entered_at, g.annulled_at, g.entered_by, g.annulled_by from recognition g ${OF_DECISION}
       union all select 'revocation', p.name, v.revoked_on, v.entered_at, v.annulled_at, v.entered_by, v.annulled_by
         from revocation v join recognition g on g.id = v.recognition_id ${OF_DECISION}
       union all select 'commune-report', u.type || ' ' || u.name, c.received_on, c.entered_at, c.annulled_at, c.entered_by, c.annulled_by
         from commune_report c join unit u on u.id = c.unit_id where c.plan_id = $1
       union all select 'funding-entry', s.name, f.occurred_on, f.entered_at, null, f.entered_by, null
         from funding_entry f join funding_source s on s.id = f.source_id where f.plan_id = $1
       union all select 'activity', y.name, y.held_on, y.entered_at, y.annulled_at, y.entered_by, y.annulled_by
         from activity y join plan l on l.id = y.plan_id join plan own on own.id = $1
         where l.id = own.id or l.unit_id = own.unit_id and l.year = own.year - 1 and y.held_on >= $4)
     select f.kind, f.name, f.on_day as "on", ${utc('greatest(f.entered_at, f.annulled_at)')} as at, a.display_name as by, f.annulled_at is not null as annulled
     from fact f left join account a on a.id = coalesce(f.annulled_by, f.entered_by)
     where f.on_day <= $2 and greatest(f.entered_at, f.annulled_at) > $3 order by greatest(f.entered_at, f.annulled_at) desc, f.name limit ${MOST}`,
    [planId, asOf, since, firstDay],
  );

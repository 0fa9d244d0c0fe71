import type { FundingStage } from '@ocop/domain';
import type { DataSource } from 'typeorm';
import { IN_SCOPE, type FundingScope } from './funding-sums.query.js';

/** A line of the ledger, or all of a month of one source and stage; amounts in whole đồng. */
export interface LedgerLine {
  source: string;
  stage: FundingStage;
  /** Day of the line; "2024-06" of the lines of a month. */
  on: string;
  unitName: string | null;
  activity: string | null;
  paper: string | null;
  amount: string;
  entries: number;
}

const SCOPE = `f.plan_id = any($1) and f.occurred_on <= $2 and ${IN_SCOPE}`;

/** Every line up to the day in the order of sources and days, by months where there are more than `most`: one statement, one moment. */
export const ledgerLines = (db: DataSource, { planIds, asOf, units }: FundingScope, most: number): Promise<LedgerLine[]> =>
  db.query<LedgerLine[]>(
    `with found as not materialized (
       select f.id, s.code as source, s.position, f.stage, f.occurred_on, u.type || ' ' || u.name as "unitName", f.activity, f.paper_number as paper, f.amount
       from funding_entry f join plan p on p.id = f.plan_id join funding_source s on s.id = f.source_id left join unit u on u.id = f.unit_id
       where ${SCOPE}),
     size as (select count(*) > $4 as "isLarge" from funding_entry f join plan p on p.id = f.plan_id where ${SCOPE})
     select source, stage, "on", "unitName", activity, paper, amount, entries from (
       select source, position, stage, occurred_on::text as "on", "unitName", activity, paper, amount::text as amount, 1 as entries, id
       from found where not (select "isLarge" from size)
       union all
       select source, position, stage, to_char(occurred_on, 'YYYY-MM'), null, null, null, sum(amount)::text, count(*)::int, min(id)
       from found where (select "isLarge" from size) group by source, position, stage, to_char(occurred_on, 'YYYY-MM')) line
     order by position, "on", id`,
    [planIds, asOf, units, most],
  );

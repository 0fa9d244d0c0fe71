import type { FundingStage } from '@ocop/domain';
import type { DataSource } from 'typeorm';
import { fundingSums, IN_SCOPE, type FundingScope } from './funding-sums.query.js';

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

/** Every line up to the day in the order of sources and days, by months where there are more than `most`: from one statement either way. */
export async function ledgerLines(db: DataSource, scope: FundingScope, most: number): Promise<LedgerLine[]> {
  const months = await fundingSums(db, scope, ['source', 'stage', 'month'], {});
  if (months.reduce((total, { entries }) => total + entries, 0) > most) {
    return months.flatMap(({ source, stage, month, amount, entries }) =>
      source === undefined || stage === undefined || month === undefined ? [] : [{ source, stage, on: month, unitName: null, activity: null, paper: null, amount, entries }],
    );
  }
  const { planIds, asOf, units } = scope;
  return db.query<LedgerLine[]>(
    `select s.code as source, f.stage, f.occurred_on as "on", u.type || ' ' || u.name as "unitName", f.activity, f.paper_number as paper, f.amount::text as amount, 1 as entries
     from funding_entry f join plan p on p.id = f.plan_id join funding_source s on s.id = f.source_id left join unit u on u.id = f.unit_id
     where f.plan_id = any($1) and f.occurred_on <= $2 and ${IN_SCOPE} order by s.position, f.occurred_on, f.id`,
    [planIds, asOf, units],
  );
}

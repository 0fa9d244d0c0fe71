import type { FundingGrouping, FundingSummary, FundingSummaryQuery, FundingSummaryRow } from '@ocop/contracts';
import { FUNDING_STAGES, STAGES_OF_SUM, type FundingSourceKind } from '@ocop/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
import type { PlanView } from '../plans/plan-view.js';
import { PlansService } from '../plans/plans.service.js';

/** Sums of one source in whole đồng; a stage that was never entered is null. Socialised money is not allocated: registered counts as planned, contributed as disbursed. */
export interface SourceSums {
  code: string;
  name: string;
  kind: FundingSourceKind;
  clause: string;
  planned: bigint | null;
  allocated: bigint | null;
  disbursed: bigint | null;
}

const groupColumns: Readonly<Record<FundingGrouping, { sql: string; order: string }>> = {
  source: { sql: 's.code as source', order: 'min(s.position)' },
  stage: { sql: 'f.stage', order: `min(array_position(array['${FUNDING_STAGES.join("', '")}'], f.stage))` },
  unit: { sql: `u.type || ' ' || u.name as unit`, order: 'min(u.name)' },
  workArea: { sql: 'f.work_area_no as "workArea"', order: 'min(f.work_area_no)' },
  month: { sql: `to_char(f.occurred_on, 'YYYY-MM') as month`, order: 'min(f.occurred_on)' },
};

// Money of no commune is the plan's own: seen by who sees the unit of the plan.
const IN_SCOPE = (units: string, planUnit: string) => `(${units}::integer[] is null or coalesce(f.unit_id, ${planUnit}) = any(${units}))`;

@Injectable()
export class FundingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly plans: PlansService,
  ) {}

  /** Ledger sums in any combination of groupings, up to a day. */
  async summarise(viewer: Viewer, query: FundingSummaryQuery): Promise<FundingSummary> {
    authorize(viewer, 'funding.read');
    const { plan, asOf, units } = await this.plans.view(viewer.units, query.year, query.asOf);
    const columns = query.groupBy.map((grouping) => groupColumns[grouping]);
    const positions = columns.map((_, index) => index + 1).join(', ');
    const items = await this.dataSource.query<FundingSummaryRow[]>(
      `select ${columns.map(({ sql }) => sql).join(', ')}, sum(f.amount)::text as amount, count(*)::int as entries
       from funding_entry f
       join funding_source s on s.id = f.source_id
       left join unit u on u.id = f.unit_id
       where f.plan_id = $1 and f.occurred_on <= $2 and ${IN_SCOPE('$3', '$4')}
       group by ${positions} order by ${columns.map(({ order }) => order).join(', ')}`,
      [plan.id, asOf, units, plan.unitId],
    );
    return { year: plan.year, asOf, items, total: items.length };
  }

  /** The plan's sources in its order, each with its sums on the day. */
  async sumBySource({ plan, asOf, units }: PlanView): Promise<SourceSums[]> {
    const rows = await this.dataSource.query<
      { code: string; name: string; kind: FundingSourceKind; clause: string; planned: string | null; allocated: string | null; disbursed: string | null }[]
    >(
      `select s.code, s.name, s.kind, s.clause,
         (sum(f.amount) filter (where f.stage = any($3)))::text as planned,
         (sum(f.amount) filter (where f.stage = any($4)))::text as allocated,
         (sum(f.amount) filter (where f.stage = any($5)))::text as disbursed
       from funding_source s
       left join funding_entry f on f.source_id = s.id and f.occurred_on <= $2 and ${IN_SCOPE('$6', '$7')}
       where s.plan_id = $1
       group by s.id order by s.position`,
      [plan.id, asOf, STAGES_OF_SUM.planned, STAGES_OF_SUM.allocated, STAGES_OF_SUM.disbursed, units, plan.unitId],
    );
    const whole = (text: string | null) => (text === null ? null : BigInt(text));
    return rows.map((row) => ({
      ...row,
      planned: whole(row.planned),
      allocated: whole(row.allocated),
      disbursed: whole(row.disbursed),
    }));
  }
}

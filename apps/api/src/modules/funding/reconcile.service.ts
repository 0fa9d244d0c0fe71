import type { FundingStage } from '@ocop/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { authorize, type Viewer } from '../../platform/access/viewer.js';

/** A kept sum that is not what the lines say. Amounts in whole đồng; null = one of the two is missing. */
export interface LedgerDifference {
  keptIn: string;
  year: number;
  source: string;
  stage: FundingStage;
  unit: string | null;
  workArea: number | null;
  span: string;
  since: string;
  kept: string | null;
  recounted: string | null;
}

/** Proves that the kept sums are what the ledger says, to the đồng, and says where not. */
@Injectable()
export class ReconcileService {
  constructor(private readonly dataSource: DataSource) {}

  async reconcile(viewer: Viewer, manager: EntityManager = this.dataSource.manager): Promise<{ entries: number; differences: LedgerDifference[] }> {
    authorize(viewer, 'funding.read');
    const differences = await manager.query<LedgerDifference[]>(
      `select d.kept_in as "keptIn", p.year, s.code as source, d.stage, u.type || ' ' || u.name as unit, nullif(d.work_area_no, 0) as "workArea", d.span,
         d.since::text as since, d.kept::text as kept, d.recounted::text as recounted
       from ledger_difference d left join plan p on p.id = d.plan_id left join funding_source s on s.id = d.source_id left join unit u on u.id = d.unit_id
       order by 2, 3, 4, 1, 7, 8`,
    );
    const [count] = await manager.query<{ entries: number }[]>('select count(*)::int as entries from funding_entry');
    return { entries: count?.entries ?? 0, differences };
  }
}

import type { Day, PeriodKind } from '@ocop/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PlanView } from '../plans/plan-view.js';

export interface CommuneReportRow {
  id: number;
  unitName: string;
  period: PeriodKind;
  receivedOn: Day;
  paper: string | null;
}

@Injectable()
export class CommuneReportsService {
  constructor(private readonly dataSource: DataSource) {}

  /** Reports received by the day, in the order they came. */
  listReceived({ plan, asOf, units }: PlanView): Promise<CommuneReportRow[]> {
    return this.dataSource.query<CommuneReportRow[]>(
      `select c.id, u.type || ' ' || u.name as "unitName", c.period, c.received_on as "receivedOn", c.paper
       from standing_commune_report c join unit u on u.id = c.unit_id
       where c.plan_id = $1 and c.received_on <= $2 and ($3::integer[] is null or c.unit_id = any($3))
       order by c.received_on, u.name`,
      [plan.id, asOf, units],
    );
  }
}

import type { Activity, ActivityExportQuery } from '@ocop/contracts';
import { Injectable, type StreamableFile } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
import { ExportsService } from '../../platform/exports/exports.service.js';
import { messages } from '../../platform/exports/messages.js';
import { filterLines, orderLine, rowsOf, type ExportColumn } from '../../platform/exports/table-export.js';
import { PlansService } from '../plans/plans.service.js';
import { UnitsService } from '../units/units.service.js';
import { activitiesOf, countByArea, matchingActivities } from './activity.queries.js';

const words = messages.columns;

const columns: readonly ExportColumn<Activity>[] = [
  { header: words.happenedOn, kind: 'day', value: ({ heldOn }) => heldOn },
  { header: words.to, kind: 'day', value: ({ endedOn }) => endedOn },
  { header: words.workAreaName, kind: 'text', width: 44, value: ({ workArea, workAreaName }) => messages.workArea(workArea, workAreaName) },
  { header: words.activity, kind: 'text', width: 60, value: ({ name }) => name },
  { header: words.locality, kind: 'text', value: ({ unitName }) => unitName ?? words.wholeTown },
  { header: words.participants, kind: 'whole', value: ({ participants }) => participants },
  { header: words.paper, kind: 'text', width: 30, value: ({ paper }) => paper },
  { header: words.note, kind: 'text', width: 40, value: ({ note }) => note },
];

/** What was done in the work areas as a file. */
@Injectable()
export class ActivityExportsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly plans: PlansService,
    private readonly units: UnitsService,
    private readonly exports: ExportsService,
  ) {}

  /** @throws AppError unknown-year, as-of-before-plan, as-of-after-today */
  async exportActivities(viewer: Viewer, { format, ...query }: ActivityExportQuery): Promise<StreamableFile> {
    authorize(viewer, 'indicators.read');
    const { year, asOf, ...filters } = query;
    const { unit, workArea, search } = filters;
    const view = await this.plans.view(viewer, year, asOf);
    const [{ ids, participants }, areas] = await Promise.all([matchingActivities(this.dataSource, view, filters), countByArea(this.dataSource, view)]);
    const area = areas.find((one) => one.workArea === workArea);
    return this.exports.send(viewer, format, {
      id: 'activities', permission: 'indicators.read', title: messages.tables.activities(year), asOf: view.asOf, plan: view.plan, query, total: ids.length,
      provenance: [
        ...filterLines([
          [words.search, search],
          [words.workAreaName, workArea && (area === undefined ? workArea : messages.workArea(workArea, area.name))],
          [words.locality, unit === 'none' ? words.wholeTown : unit && (await this.units.nameOf(unit))],
        ]),
        orderLine(words.happenedOn, 'desc'),
        { label: words.allParticipants, kind: 'whole', value: participants },
      ],
      columns,
      rows: rowsOf(viewer, ids, (part) => activitiesOf(this.dataSource, part)),
    });
  }
}

import type { Registration, RegistrationExportQuery } from '@ocop/contracts';
import { domainMessages } from '@ocop/domain';
import { Injectable, type StreamableFile } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
import { ExportsService } from '../../platform/exports/exports.service.js';
import { messages } from '../../platform/exports/messages.js';
import { filterLines, orderLine, rowsOf, type ExportColumn } from '../../platform/exports/table-export.js';
import { PlansService } from '../plans/plans.service.js';
import { UnitsService } from '../units/units.service.js';
import { registrationIdsOn, registrationsOf } from './registration.queries.js';

const words = messages.columns;
const { producerKindNames, registrationKindNames, stageNames, supplementNames } = domainMessages.vi;

const columns: readonly ExportColumn<Registration>[] = [
  { header: words.position, kind: 'whole', width: 6, value: ({ position }) => position },
  { header: words.productName, kind: 'text', width: 40, value: ({ productName }) => productName },
  { header: words.producerName, kind: 'text', width: 40, value: ({ producerName }) => producerName },
  { header: words.producerKind, kind: 'text', width: 18, value: ({ producerKind }) => producerKindNames[producerKind] },
  { header: words.unitName, kind: 'text', value: ({ unitName }) => unitName },
  { header: words.addressAsWritten, kind: 'text', width: 32, value: ({ addressAsWritten }) => addressAsWritten },
  { header: words.kind, kind: 'text', width: 18, value: ({ kind }) => registrationKindNames[kind] },
  { header: words.supplement, kind: 'text', value: ({ supplement }) => supplementNames[supplement] },
  { header: words.stage, kind: 'text', width: 28, value: ({ stage }) => stageNames[stage] },
  { header: words.stageOn, kind: 'day', value: ({ stageOn }) => stageOn },
  { header: words.roundNo, kind: 'whole', width: 6, value: ({ roundNo }) => roundNo },
  { header: words.points, kind: 'decimal', width: 8, value: ({ points }) => points },
  { header: words.awardedStars, kind: 'whole', width: 14, value: ({ awardedStars }) => awardedStars },
  { header: words.resultOn, kind: 'day', value: ({ resultOn }) => resultOn },
  { header: words.stars, kind: 'whole', width: 6, value: ({ stars }) => stars },
  { header: words.note, kind: 'text', width: 40, value: ({ note }) => note },
];
const sorts = {
  position: words.position, productName: words.productName, producerName: words.producerName, unitName: words.unitName, kind: words.kind,
  stage: words.stage, stageOn: words.stageOn,
};

/** The product list of a year as a file. */
@Injectable()
export class RegistrationsExportService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly plans: PlansService,
    private readonly units: UnitsService,
    private readonly exports: ExportsService,
  ) {}

  async exportRegistrations(viewer: Viewer, { format, ...query }: RegistrationExportQuery): Promise<StreamableFile> {
    authorize(viewer, 'products.read');
    const { year, asOf, ...filters } = query;
    const view = await this.plans.view(viewer, year, asOf);
    const ids = await registrationIdsOn(this.dataSource, view, filters);
    const { search, kind, stage, round, supplement, unit, sort, order } = filters;
    return this.exports.send(viewer, format, {
      id: 'registrations', permission: 'products.read', title: messages.tables.registrations(year), asOf: view.asOf, plan: view.plan, query, total: ids.length,
      provenance: [
        ...filterLines([
          [words.search, search],
          [words.kind, kind && registrationKindNames[kind]],
          [words.stage, stage && stageNames[stage]],
          [words.roundNo, round],
          [words.supplement, supplement && supplementNames[supplement]],
          [words.unitName, unit && (await this.units.nameOf(unit))],
        ]),
        orderLine(sorts[sort ?? 'position'], order),
      ],
      columns,
      rows: rowsOf(viewer, ids, (part) => registrationsOf(this.dataSource, view, part)),
    });
  }
}

import type { FundingFilters, FundingSummaryExportQuery, FundingSummaryRow, FundingWarning, FundingWarningExportQuery, LedgerEntry, LedgerExportQuery } from '@ocop/contracts';
import { domainMessages, fundingMatrix, type FundingStage, type MatrixRow } from '@ocop/domain';
import { Injectable, type StreamableFile } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
import { messages as sentences } from '../../platform/errors/messages.js';
import { ExportsService } from '../../platform/exports/exports.service.js';
import { messages } from '../../platform/exports/messages.js';
import { filterLines, orderLine, rowsOf, type ExportColumn, type ProvenanceLine } from '../../platform/exports/table-export.js';
import type { PlanView } from '../plans/plan-view.js';
import { PlansInSightService } from '../plans/plans-in-sight.service.js';
import { PlansService } from '../plans/plans.service.js';
import { UnitsService } from '../units/units.service.js';
import { FundingService } from './funding.service.js';
import { entriesOf, matchingIds } from './ledger.queries.js';
import { WarningsService } from './warnings.service.js';

const words = messages.columns;
const { fundingStageNames } = domainMessages.vi;

const entryColumns: readonly ExportColumn<LedgerEntry>[] = [
  { header: words.entryNo, kind: 'whole', width: 9, value: ({ id }) => id },
  { header: words.occurredOn, kind: 'day', value: ({ occurredOn }) => occurredOn },
  { header: words.source, kind: 'text', width: 44, value: ({ sourceName }) => sourceName },
  { header: words.fundingStage, kind: 'text', width: 18, value: ({ stage }) => fundingStageNames[stage] },
  { header: words.amount, kind: 'money', width: 20, value: ({ amount }) => amount },
  { header: words.unitName, kind: 'text', value: ({ unitName }) => unitName },
  { header: words.workArea, kind: 'whole', width: 9, value: ({ workArea }) => workArea },
  { header: words.productName, kind: 'text', width: 30, value: ({ productName }) => productName },
  { header: words.producerName, kind: 'text', width: 30, value: ({ producerName }) => producerName },
  { header: words.activity, kind: 'text', width: 40, value: ({ activity }) => activity },
  { header: words.paperNumber, kind: 'text', width: 20, value: ({ paperNumber }) => paperNumber },
  { header: words.paperOn, kind: 'day', value: ({ paperOn }) => paperOn },
  { header: words.note, kind: 'text', width: 40, value: ({ note }) => note },
  { header: words.reverses, kind: 'whole', width: 12, value: ({ reverses }) => reverses },
  { header: words.reversedBy, kind: 'whole', width: 12, value: ({ reversedBy }) => reversedBy },
  { header: words.enteredBy, kind: 'text', value: ({ enteredBy }) => enteredBy },
  { header: words.enteredAt, kind: 'instant', value: ({ enteredAt }) => enteredAt },
];
const sorts = { occurredOn: words.occurredOn, amount: words.amount, source: words.source, stage: words.fundingStage, unit: words.unitName, enteredAt: words.enteredAt };

const percent = (value: number | null) => (value === null ? null : String(value));
const matrixColumns: readonly ExportColumn<{ source: string } & MatrixRow>[] = [
  { header: words.source, kind: 'text', width: 60, value: ({ source }) => source },
  { header: words.planned, kind: 'money', width: 20, value: ({ sums }) => sums.planned },
  { header: words.allocated, kind: 'money', width: 20, value: ({ sums }) => sums.allocated },
  { header: words.disbursed, kind: 'money', width: 20, value: ({ sums }) => sums.disbursed },
  { header: words.settled, kind: 'money', width: 20, value: ({ sums }) => sums.settled },
  { header: words.share, kind: 'decimal', width: 14, value: ({ share }) => percent(share) },
  { header: words.rate, kind: 'decimal', width: 14, value: ({ rate }) => percent(rate) },
  { header: words.toPlan, kind: 'money', width: 20, value: ({ toPlan }) => toPlan },
  { header: words.lastYear, kind: 'money', width: 20, value: ({ lastYear }) => lastYear.disbursed },
  { header: words.change, kind: 'money', width: 20, value: ({ change }) => change.disbursed },
];

const stageSums = (rows: readonly FundingSummaryRow[]) =>
  rows.flatMap(({ source, stage, amount }) => (source === undefined || stage === undefined ? [] : [{ source, stage, amount: BigInt(amount) }]));

/** The tables of money as files: the ledger, the matrix of sources and stages, any other summary, the warnings. */
@Injectable()
export class FundingExportsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly plans: PlansService,
    private readonly inSight: PlansInSightService,
    private readonly units: UnitsService,
    private readonly funding: FundingService,
    private readonly warnings: WarningsService,
    private readonly exports: ExportsService,
  ) {}

  async exportLedger(viewer: Viewer, { format, ...query }: LedgerExportQuery): Promise<StreamableFile> {
    authorize(viewer, 'funding.read');
    const { year, fromYear, asOf, ...filters } = query;
    const { scope, view } = await this.funding.scopeOf(viewer, year, fromYear, asOf);
    const ids = await matchingIds(this.dataSource, scope, filters);
    const { amount } = await this.funding.listEntries(viewer, { ...query, pageSize: 1 });
    return this.exports.send(viewer, format, {
      id: 'funding-entries', permission: 'funding.read', title: messages.tables.ledger(year), asOf: view.asOf, plan: view.plan, query, total: ids.length,
      provenance: [
        ...(await this.filterLines(viewer, year, filters, [[words.search, filters.search], [words.fromYear, fromYear]])),
        orderLine(sorts[filters.sort ?? 'occurredOn'], filters.order ?? (filters.sort === undefined ? 'desc' : 'asc')),
        { label: words.sum, kind: 'money', value: amount },
      ],
      columns: entryColumns,
      rows: rowsOf(viewer, ids, (part) => entriesOf(this.dataSource, part)),
    });
  }

  /** With `groupBy` of source and stage: the matrix as it is shown; otherwise one line a group. */
  async exportSummary(viewer: Viewer, { format, ...query }: FundingSummaryExportQuery): Promise<StreamableFile> {
    authorize(viewer, 'funding.read');
    const { year, fromYear, asOf, groupBy, ...filters } = query;
    const { view } = await this.funding.scopeOf(viewer, year, fromYear, asOf);
    const table = { permission: 'funding.read' as const, asOf: view.asOf, plan: view.plan, query };
    const [{ items }, sources] = await Promise.all([this.funding.summarise(viewer, query), this.plans.listFundingSources(view.plan.id)]);
    const provenance = await this.filterLines(viewer, year, filters, [[words.fromYear, fromYear]]);
    const names = new Map(sources.map(({ code, name }) => [code, name]));
    if (fromYear === undefined && groupBy.toSorted().join() === 'source,stage') {
      const before = await this.yearBefore(view, filters);
      const { rows, total, socialisedShare } = fundingMatrix(sources, stageSums(items), stageSums(before));
      const named = [...rows.map((row) => ({ ...row, source: names.get(row.source) ?? row.source })), { source: words.total, ...total }];
      const share: ProvenanceLine = { label: words.socialisedShare, kind: 'decimal', value: percent(socialisedShare) };
      return this.exports.send(viewer, format, { ...table, id: 'funding-matrix', title: messages.tables.fundingMatrix(year), provenance: [...provenance, share], columns: matrixColumns, rows: named, total: named.length });
    }
    const columns = groupBy.map((grouping): ExportColumn<FundingSummaryRow> => {
      switch (grouping) {
        case 'source': return { header: words.source, kind: 'text', width: 60, value: ({ source }) => names.get(source ?? '') ?? source ?? null };
        case 'stage': return { header: words.fundingStage, kind: 'text', width: 18, value: ({ stage }) => (stage === undefined ? null : fundingStageNames[stage]) };
        case 'unit': return { header: words.unitName, kind: 'text', value: ({ unit }) => unit ?? words.noUnit };
        case 'workArea': return { header: words.workArea, kind: 'whole', width: 9, value: ({ workArea }) => workArea ?? null };
        case 'month': return { header: words.month, kind: 'text', width: 10, value: ({ month }) => month ?? null };
        case 'year': return { header: words.year, kind: 'whole', width: 8, value: (row) => row.year ?? null };
        case 'product': return { header: words.productName, kind: 'text', width: 40, value: ({ product }) => product ?? null };
      }
    });
    return this.exports.send(viewer, format, {
      ...table, id: 'funding-summary', title: messages.tables.fundingSummary(year), provenance, rows: items, total: items.length,
      columns: [...columns, { header: words.amount, kind: 'money', width: 20, value: ({ amount }) => amount }, { header: words.entries, kind: 'whole', value: ({ entries }) => entries }],
    });
  }

  async exportWarnings(viewer: Viewer, { format, ...query }: FundingWarningExportQuery): Promise<StreamableFile> {
    authorize(viewer, 'funding.read');
    const plan = await this.plans.ofYear(viewer, query.year);
    const { items, total } = await this.warnings.listWarnings(viewer, query, null);
    const columns: readonly ExportColumn<FundingWarning>[] = [
      { header: words.doubt, kind: 'text', width: 28, value: ({ doubt }) => sentences.doubtWords[doubt] },
      { header: words.detail, kind: 'text', width: 60, value: ({ sentence }) => sentence },
      { header: words.reason, kind: 'text', width: 40, value: ({ reason }) => reason },
      { header: words.enteredBy, kind: 'text', value: ({ raisedBy }) => raisedBy },
      { header: words.enteredAt, kind: 'instant', value: ({ raisedAt }) => raisedAt },
      { header: words.resolution, kind: 'text', width: 40, value: ({ resolved }) => resolved?.note ?? null },
      { header: words.resolvedBy, kind: 'text', value: ({ resolved }) => resolved?.by ?? null },
      { header: words.resolvedAt, kind: 'instant', value: ({ resolved }) => resolved?.at ?? null },
      ...entryColumns.map((column) => ({ ...column, value: ({ entry }: FundingWarning) => column.value(entry) }) as ExportColumn<FundingWarning>),
    ];
    return this.exports.send(viewer, format, {
      id: 'funding-warnings', permission: 'funding.read', title: messages.tables.fundingWarnings(query.year), asOf: null, plan, query, total,
      provenance: filterLines([[words.state, query.state && messages.warningStates[query.state]]]), columns, rows: items,
    });
  }

  /** The same question of the plan of the year before, on the same day of its year; nothing when there was none. */
  private async yearBefore(view: PlanView, filters: FundingFilters): Promise<FundingSummaryRow[]> {
    const before = await this.plans.viewOfYearBefore(view);
    if (before === null) return [];
    const { month: _, ...rest } = filters;
    return this.funding.sumsOf({ planIds: [before.plan.id], asOf: before.asOf, units: before.units }, ['source', 'stage'], rest);
  }

  private async filterLines(viewer: Viewer, year: number, filters: FundingFilters, more: readonly (readonly [string, string | number | undefined])[]): Promise<ProvenanceLine[]> {
    const { source, stage, unit, workArea, month, product } = filters;
    const sources = source === undefined ? [] : await this.plans.listFundingSources((await this.inSight.find(viewer, year)).id);
    return filterLines([
      ...more,
      [words.source, source && (sources.find(({ code }) => code === source)?.name ?? source)],
      [words.fundingStage, stage?.map((one: FundingStage) => fundingStageNames[one]).join(', ')],
      [words.unitName, unit === 'none' ? words.noUnit : unit && (await this.units.nameOf(unit))],
      [words.workArea, workArea === 'none' ? words.none : workArea],
      [words.month, month],
      [words.productName, product === 'none' ? words.none : product],
    ]);
  }
}

import { buffer } from 'node:stream/consumers';
import type { Report } from '@ocop/contracts';
import { domainMessages, formatDay } from '@ocop/domain';
import type { ReportSnapshot } from '@ocop/reports';
import { messages } from '../../platform/exports/messages.js';
import type { ExportColumn, ProvenanceLine, ValueKind } from '../../platform/exports/table-export.js';
import { writeXlsx, type NamedTable } from '../../platform/exports/xlsx-file.js';

type Cell = string | number | null;
type Cells = readonly Cell[];
type Heading = readonly [header: string, kind: ValueKind, width?: number];

const { registrationKindNames, stageNames } = domainMessages.vi;
const words = messages.columns;

/** A sheet whose rows are the cells themselves. */
function sheet(name: string, headings: readonly Heading[], rows: readonly Cells[]): NamedTable<Cells> {
  const columns = headings.map(([header, kind, width], index) => ({ header, kind, value: (row: Cells) => row[index] ?? null, ...(width === undefined ? {} : { width }) }) as ExportColumn<Cells>);
  return { name, table: { columns, rows } };
}

/** The appendices of a report with figures as numbers and days as days, from its snapshot alone; each as long as on paper. */
function appendixSheets({ registrations, outcomes, certificates, fundingSources, fundingTotal, provenance }: ReportSnapshot): NamedTable<Cells>[] {
  const sheets = messages.appendices;
  const name: Heading = [words.productName, 'text', 32];
  const producer: Heading = [words.producerNameOf, 'text', 36];
  return [
    sheet(
      sheets.products,
      [[words.position, 'whole'], name, producer, [words.addressAsWritten, 'text', 24], [words.kind, 'text'], [words.stage, 'text', 30], [words.stageOn, 'day'], [words.roundNo, 'whole'], [words.note, 'text', 30]],
      registrations.map((one) => [one.no, one.productName, one.producerName, one.address, registrationKindNames[one.kind], stageNames[one.stage], one.stageOn, one.roundNo, one.note]),
    ),
    sheet(
      sheets.results,
      [[words.position, 'whole'], name, producer, [words.kind, 'text'], [words.roundNo, 'whole'], [words.points, 'decimal'], [words.stars, 'whole'], [words.decision, 'text', 24], [words.decidedOn, 'day'], [words.recognisedStars, 'whole']],
      (outcomes?.courses ?? []).filter(({ result, end }) => result !== null || end !== null).map((one) => [
        one.no, one.productName, one.producerName, registrationKindNames[one.kind], one.roundNo, one.result?.points ?? null, one.result?.stars ?? null,
        one.decision?.number ?? null, one.decision?.decidedOn ?? null, one.decision?.stars ?? null,
      ]),
    ),
    sheet(
      sheets.certificates,
      [name, producer, [words.stars, 'whole'], [words.decision, 'text', 24], [words.decidedOn, 'day'], [words.validTo, 'day'], [words.certificate, 'text']],
      (certificates ?? []).map((one) => [one.productName, one.producerName, one.stars, one.decisionNumber ?? null, one.decidedOn, one.validTo, messages.standings[one.state]]),
    ),
    sheet(
      sheets.funding,
      [[words.source, 'text', 60], [words.clause, 'text', 12], [words.planned, 'money'], [words.allocated, 'money'], [words.disbursed, 'money']],
      [
        ...fundingSources.map(({ name: source, clause, planned, allocated, disbursed }) => [source, clause, planned, allocated, disbursed]),
        [words.total, null, fundingTotal.planned, fundingTotal.allocated, fundingTotal.disbursed],
      ],
    ),
    sheet(
      sheets.reporting,
      [[words.unitName, 'text', 28], [words.receivedOn, 'day'], [words.paperNumber, 'text', 24], [words.reportState, 'text', 20]],
      [
        ...(provenance?.communeReports ?? []).map(({ unitName, receivedOn, paper, onTime }) => [unitName, receivedOn, paper, onTime ? messages.reportStates.onTime : messages.reportStates.late]),
        ...(provenance?.communesWithoutReport ?? []).map((unitName) => [unitName, null, null, messages.reportStates.none]),
      ],
    ),
  ];
}

/** The appendices as a workbook, with a sheet that says of which report they are. */
export const appendixWorkbook = ({ issue, firstDay, lastDay, asOf, snapshotSha256 }: Report, snapshot: ReportSnapshot): Promise<Uint8Array> => {
  const { provenance, columns } = messages;
  const of: ProvenanceLine[] = [
    { label: provenance.title, kind: 'text', value: issue === null ? messages.draftAppendices : messages.reportAppendices(issue.number) },
    ...(snapshot.demo ? [{ label: provenance.demo, kind: 'text', value: provenance.demoExplained } as const] : []),
    { label: provenance.plan, kind: 'text', value: snapshot.plan.number },
    { label: columns.period, kind: 'text', value: `${formatDay(firstDay)} - ${formatDay(lastDay)}` },
    { label: provenance.asOf, kind: 'day', value: asOf },
    { label: columns.snapshot, kind: 'text', value: snapshotSha256 },
  ];
  return buffer(writeXlsx(appendixSheets(snapshot), () => of));
};

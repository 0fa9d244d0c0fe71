import { formatMoney, formatMoneyFigure, parseDong } from '@ocop/domain';
import type { Block, TableBlock } from '../model.js';
import type { DongText, ReportSnapshot, SnapshotAmounts, SnapshotFundingSource } from '../snapshot.js';
import { appendixName } from './appendix-names.js';
import { reportMessages as words } from './messages.js';
import { paragraph } from './text-blocks.js';

const ORDERS = [1, 2, 3, 4, 5, 6] as const;

function dong(text: string): bigint {
  const amount = parseDong(text);
  if (amount === null) throw new RangeError(`Not an amount of whole đồng: ${text}`);
  return amount;
}

function amountWords(amount: DongText): string {
  return amount === null ? words.missing : formatMoney(dong(amount), 'million');
}

function amountFigure(amount: DongText): string {
  return amount === null ? words.dash : formatMoneyFigure(dong(amount), 'million');
}

function isRecorded({ planned, allocated, disbursed }: SnapshotAmounts): boolean {
  return planned !== null || allocated !== null || disbursed !== null;
}

function fundingChart(sources: readonly SnapshotFundingSource[]): Block {
  const chart = words.fundingChart;
  const described = sources.filter(isRecorded).map((one) => chart.source(one.name, amountWords(one.planned), amountWords(one.disbursed)));
  const alternativeText = chart.described(described.join('; '));
  return {
    kind: 'chart',
    caption: chart.caption,
    alternativeText,
    definition: {
      kind: 'grouped-bars-by-source',
      title: chart.title,
      description: alternativeText,
      valueFormat: 'million-dong',
      unit: chart.unit,
      missing: words.missing,
      categoryLabel: chart.category,
      plannedLabel: words.fundingTable.planned,
      disbursedLabel: words.fundingTable.disbursed,
      sources: sources.flatMap((one, index) => {
        const order = ORDERS[index];
        return order === undefined || !isRecorded(one) ? [] : [{ id: String(order), name: one.name, order, planned: one.planned, disbursed: one.disbursed }];
      }),
    },
  };
}

/** Section II.7: funding in words. */
export function fundingBlocks(snapshot: ReportSnapshot): Block[] {
  const { fundingSources, fundingTotal } = snapshot;
  const appendix = appendixName(snapshot, 'funding');
  if (!isRecorded(fundingTotal) && !fundingSources.some(isRecorded)) {
    return [paragraph(words.fundingIntro), paragraph(words.fundingUnknown(appendix))];
  }
  const { planned, allocated, disbursed } = fundingTotal;
  return [
    paragraph(words.fundingIntro),
    paragraph(words.fundingTotal(amountWords(planned), amountWords(allocated), amountWords(disbursed), appendix)),
  ];
}

function fundingTable({ fundingSources, fundingTotal }: ReportSnapshot): TableBlock {
  const table = words.fundingTable;
  const figures = (amounts: SnapshotAmounts): string[] => [amountFigure(amounts.planned), amountFigure(amounts.allocated), amountFigure(amounts.disbursed)];
  return {
    kind: 'table',
    unitNote: words.fundingUnit,
    columns: [
      { title: table.no, width: 'auto', align: 'center' },
      { title: table.source, width: 5, align: 'left' },
      { title: table.clause, width: 'auto', align: 'center' },
      { title: table.planned, width: 1.4, align: 'right' },
      { title: table.allocated, width: 1.4, align: 'right' },
      { title: table.disbursed, width: 1.4, align: 'right' },
    ],
    rows: fundingSources.map((one, index) => [String(index + 1), one.name, one.clause, ...figures(one)]),
    totalRow: [null, table.total, null, ...figures(fundingTotal)],
  };
}

/** Appendix of funding: one row a source, in triệu đồng, exact; a chart once there is a figure to draw. */
export function fundingAppendixBlocks(snapshot: ReportSnapshot): Block[] {
  const { fundingSources, fundingTotal } = snapshot;
  const isMissing = [fundingTotal, ...fundingSources].some(
    ({ planned, allocated, disbursed }) => planned === null || allocated === null || disbursed === null,
  );
  return [
    fundingTable(snapshot),
    ...(isMissing ? [{ kind: 'note' as const, text: words.dashNote }] : []),
    ...(fundingSources.some(isRecorded) ? [fundingChart(fundingSources)] : []),
  ];
}

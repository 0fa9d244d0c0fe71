import { formatDay } from '@ocop/domain';
import type { Appendix, Block, TableBlock } from '../model.js';
import type { ReportSnapshot, SnapshotCertificate } from '../snapshot.js';
import { officialWords } from '../typesetter/messages.js';
import { appendixKinds, type AppendixKind } from './appendix-names.js';
import { fundingAppendixBlocks } from './funding.js';
import { reportMessages as words } from './messages.js';
import { certificateTable } from './outcomes/certificates.js';
import { outcomeWords } from './outcomes/messages.js';
import { resultTable } from './outcomes/result-tables.js';
import { reportingTable } from './reporting.js';
import { registrationChart } from './registrations.js';

function referenceLines({ issue, period, plan }: ReportSnapshot): string[] {
  const number = officialWords.paperNumber(issue.number, words.numberSymbol);
  const day = officialWords.paperDay(issue.day, period.year);
  return words.attachedTo(number, day, plan.issuerShortName);
}

/** The plan's own five columns, in its spelling. */
function productTable({ registrations }: ReportSnapshot): TableBlock {
  const columns = words.productColumns;
  return {
    kind: 'table',
    columns: [
      { title: columns.no, width: 'auto', align: 'center' },
      { title: columns.product, width: 3, align: 'left' },
      { title: columns.producer, width: 4, align: 'left' },
      { title: columns.address, width: 'auto', align: 'left' },
      { title: columns.note, width: 'auto', align: 'left' },
    ],
    rows: registrations.map((one) => [String(one.no), one.productName, one.producerName, one.address, one.note]),
  };
}

/** Of a report kept without `outcomes`. */
function countedCertificateTable(certificates: readonly SnapshotCertificate[]): TableBlock {
  const columns = words.certificateColumns;
  return {
    kind: 'table',
    columns: [
      { title: columns.no, width: 'auto', align: 'center' },
      { title: columns.product, width: 3, align: 'left' },
      { title: columns.producer, width: 4, align: 'left' },
      { title: columns.stars, width: 'auto', align: 'center' },
      { title: columns.decidedOn, width: 'auto', align: 'center' },
      { title: columns.validTo, width: 'auto', align: 'center' },
      { title: columns.state, width: 'auto', align: 'left' },
    ],
    rows: certificates.map((one, index) => [
      String(index + 1),
      one.productName,
      one.producerName,
      words.stars(one.stars),
      formatDay(one.decidedOn),
      formatDay(one.validTo),
      words.certificateStates[one.state],
    ]),
  };
}

/** The product list, the results by round, the certificates, the funding and who reported, each when there is something to list. */
export function appendicesOf(snapshot: ReportSnapshot): Appendix[] {
  const { plan, registrations, certificates, outcomes, asOf, period } = snapshot;
  const lines = referenceLines(snapshot);
  const appendix = (titleLines: string[], blocks: Block[], orientation: Appendix['orientation'] = 'portrait'): Appendix => ({
    orientation,
    titleLines,
    referenceLines: lines,
    blocks,
  });
  const builders: Record<AppendixKind, () => Appendix> = {
    products: () => {
      const chart = registrations.length === 0 ? [] : [registrationChart(registrations, plan.year)];
      return appendix(words.productList(plan.year), [productTable(snapshot), ...chart]);
    },
    results: () => {
      const blocks: Block[] = outcomes === undefined ? [] : [resultTable(outcomes), { kind: 'note', text: outcomeWords.resultNote }];
      return appendix(outcomeWords.appendixTitle(plan.year), blocks, 'landscape');
    },
    certificates: () =>
      outcomes === undefined
        ? appendix(words.certificateList, [countedCertificateTable(certificates ?? [])])
        : appendix(words.certificateList, [certificateTable(certificates ?? [], asOf)], 'landscape'),
    funding: () => appendix(words.fundingList(plan.year), fundingAppendixBlocks(snapshot)),
    reporting: () => appendix(words.reportingList[period.kind](plan.year), [reportingTable(snapshot)]),
  };
  return appendixKinds(snapshot).map((kind) => builders[kind]());
}

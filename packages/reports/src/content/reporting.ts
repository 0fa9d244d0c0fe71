import { countInText, formatDay } from '@ocop/domain';
import type { TableBlock } from '../model.js';
import type { ReportSnapshot } from '../snapshot.js';
import { appendixKinds, appendixName } from './appendix-names.js';
import { reportMessages as words } from './messages.js';

function countsSentence({ communeReports }: ReportSnapshot): string {
  const { received, onTime } = communeReports;
  const name = words.communeReportName[communeReports.period];
  const expected = countInText(communeReports.expected);
  if (received === null) return words.communeReportsUnknown(name, expected);
  if (received === 0) return words.communeReportsNone(name, expected);
  const opening = words.communeReports(name, countInText(received), expected);
  if (onTime === null) return opening + words.communeReportsOnTimeUnknown;
  return opening + (onTime === 0 ? words.communeReportsNoneOnTime : words.communeReportsOnTime(countInText(onTime)));
}

/** What the communes have sent, in a sentence, with the appendix that lists them. */
export function communeReportsSentence(snapshot: ReportSnapshot): string {
  const appendix = appendixKinds(snapshot).includes('reporting') ? words.detailsIn(appendixName(snapshot, 'reporting')) : '';
  return countsSentence(snapshot) + appendix;
}

/** Each commune with its report: those received by day, then those that have sent none. */
export function reportingTable({ provenance }: ReportSnapshot): TableBlock {
  const { columns, onTime, late, none } = words.reportingTable;
  const received = (provenance?.communeReports ?? []).toSorted((a, b) => (a.receivedOn < b.receivedOn ? -1 : a.receivedOn > b.receivedOn ? 1 : a.unitName.localeCompare(b.unitName, 'vi')));
  const rows = [
    ...received.map((one) => [one.unitName, formatDay(one.receivedOn), one.paper, one.onTime ? onTime : late]),
    ...(provenance?.communesWithoutReport ?? []).map((name) => [name, null, null, none]),
  ];
  return {
    kind: 'table',
    columns: [
      { title: columns.no, width: 'auto', align: 'center' },
      { title: columns.commune, width: 3, align: 'left' },
      { title: columns.receivedOn, width: 'auto', align: 'center' },
      { title: columns.paper, width: 2, align: 'left' },
      { title: columns.state, width: 'auto', align: 'left' },
    ],
    rows: rows.map((cells, index) => [String(index + 1), ...cells]),
  };
}

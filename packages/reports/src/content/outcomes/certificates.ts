import { countInText, daysBetween, formatDay, isOpenStage } from '@ocop/domain';
import type { Block, TableBlock } from '../../model.js';
import type { ReportSnapshot, SnapshotCertificate } from '../../snapshot.js';
import type { SnapshotOutcomes } from '../../snapshot-outcomes.js';
import { appendixName } from '../appendix-names.js';
import { reportMessages } from '../messages.js';
import { list, paragraph } from '../text-blocks.js';
import { outcomeWords as words } from './messages.js';
import { allInState, itemList, namesInText } from './phrases.js';

const isWaiting = ({ registration }: SnapshotCertificate): boolean =>
  registration !== null && registration !== undefined && isOpenStage(registration);

function stateWords(certificates: readonly SnapshotCertificate[], none: string, counted: (count: string) => string): string {
  if (certificates.length === 0) return none;
  const all = certificates.length;
  const waiting = certificates.filter(isWaiting).length;
  const unregistered = certificates.filter(({ registration }) => registration === null).length;
  const names = namesInText(certificates.map(({ productName }) => productName));
  const parts = [
    { count: waiting, state: words.certificatesWaiting },
    { count: unregistered, state: words.certificatesUnregistered },
    { count: all - waiting - unregistered, state: words.certificatesEnded },
  ].filter(({ count }) => count > 0);
  const [only] = parts;
  const how =
    only !== undefined && parts.length === 1
      ? allInState(all, only.state)
      : words.among(parts.map(({ count, state }) => words.countOf(countInText(count), state)).join(', '));
  return counted(countInText(all)) + names + how;
}

/** What section II.2 says of certificates lapsed and lapsing (clauses III.2, III.3). */
export function certificateBlocks(snapshot: ReportSnapshot, { lapsingWithinDays }: SnapshotOutcomes): Block[] {
  const { certificates } = snapshot;
  if (certificates === null) return [paragraph(reportMessages.certificatesUnknown)];
  if (certificates.length === 0) return [paragraph(reportMessages.certificatesNone)];
  const of = (state: SnapshotCertificate['state']): SnapshotCertificate[] => certificates.filter((one) => one.state === state);
  return [
    paragraph(words.certificatesIntro(appendixName(snapshot, 'certificates'))),
    list(
      itemList([
        stateWords(of('expired'), words.noneExpired, words.certificateStates.expired),
        stateWords(of('expiring'), words.noneExpiring(lapsingWithinDays), (count) => words.certificateStates.expiring(lapsingWithinDays, count)),
      ]),
    ),
  ];
}

/** The next task that lapsing certificates nobody has registered leave; null = none. */
export function certificateTask({ certificates }: ReportSnapshot): string | null {
  const open = (certificates ?? []).filter((one) => one.registration === null).length;
  return open === 0 ? null : words.certificateTask(countInText(open));
}

function daysWords(validTo: string, asOf: string): string {
  const days = daysBetween(asOf, validTo);
  if (days === 0) return words.lastDay;
  return days < 0 ? words.daysGone(-days) : words.daysLeft(days);
}

function registrationWords({ registration }: SnapshotCertificate): string {
  if (registration === null || registration === undefined) return words.notRegistered;
  return words.registrationEnded[registration] ?? words.registered;
}

/** Appendix of certificates: soonest ended first, with the days and whether a re-evaluation is registered. */
export function certificateTable(certificates: readonly SnapshotCertificate[], asOf: string): TableBlock {
  const columns = words.certificateColumns;
  return {
    kind: 'table',
    columns: [
      { title: columns.no, width: 'auto', align: 'center' },
      { title: columns.product, width: 4, align: 'left' },
      { title: columns.producer, width: 4, align: 'left' },
      { title: columns.stars, width: 'auto', align: 'center' },
      { title: columns.decision, width: 4, align: 'left' },
      { title: columns.validTo, width: 'auto', align: 'center' },
      { title: columns.days, width: 'auto', align: 'right' },
      { title: columns.registration, width: 2.5, align: 'left' },
    ],
    rows: certificates.map((one, index) => [
      String(index + 1),
      one.productName,
      one.producerName,
      reportMessages.stars(one.stars),
      words.decisionShort(one.decisionNumber ?? '', formatDay(one.decidedOn)),
      formatDay(one.validTo),
      daysWords(one.validTo, asOf),
      registrationWords(one),
    ]),
  };
}

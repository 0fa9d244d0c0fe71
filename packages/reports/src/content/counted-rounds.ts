import { countInText, domainMessages, formatDay, formatInteger, REGISTRATION_KINDS } from '@ocop/domain';
import type { Block, TableBlock } from '../model.js';
import type { ReportSnapshot, SnapshotRound } from '../snapshot.js';
import { reportMessages as words } from './messages.js';
import { list } from './text-blocks.js';

function recognisedWords(round: SnapshotRound, asOf: string): string {
  if (!round.recognised) return words.roundUnknown;
  if (round.recognised.length === 0) return asOf < round.townRecognitionBefore ? words.roundNoneYet : words.roundNone;
  const parts = round.recognised.map(({ kind, stars, count }) =>
    words.roundPart(countInText(count), domainMessages.vi.registrationKindNames[kind], stars),
  );
  return words.roundRecognised(parts.join('; '));
}

function dossierWords(round: SnapshotRound, asOf: string): string {
  if (round.dossiersSent === null || round.dossiersSent === undefined) return words.dossiersUnknown;
  if (round.dossiersSent > 0) return words.dossiers(countInText(round.dossiersSent));
  return asOf < round.dossiersToProvinceBefore ? words.dossiersNoneYet : words.dossiersNone;
}

function roundTable(rounds: readonly SnapshotRound[]): TableBlock {
  const table = words.roundTable;
  const figure = (value: number | null | undefined): string => (value === null || value === undefined ? words.dash : formatInteger(value));
  const kinds = REGISTRATION_KINDS.map((kind) => ({ title: words.kindColumns[kind], width: 1, align: 'center' as const }));
  return {
    kind: 'table',
    title: table.title,
    columns: [{ title: table.round, width: 1, align: 'center' }, ...kinds, { title: table.dossiers, width: 2, align: 'center' }],
    header: [
      [{ title: table.round, rowSpan: 2 }, { title: table.recognised, columnSpan: kinds.length }, { title: table.dossiers, rowSpan: 2 }],
      kinds.map(({ title }) => ({ title })),
    ],
    rows: rounds.map((round) => [
      words.roundTable.round + ` ${round.no}`,
      ...REGISTRATION_KINDS.map((kind) =>
        figure(round.recognised?.filter((one) => one.kind === kind).reduce((sum, one) => sum + one.count, 0)),
      ),
      figure(round.dossiersSent),
    ]),
  };
}

/** What section II.3 of a report kept without `outcomes` says of each round, against the days of the plan (clause III.3). */
export function countedRoundBlocks({ rounds, asOf }: ReportSnapshot): Block[] {
  if (rounds.length === 0) return [];
  const items = rounds.map(
    (round) =>
      words.roundTask(String(round.no), formatDay(round.townRecognitionBefore), formatDay(round.dossiersToProvinceBefore)) +
      recognisedWords(round, asOf) +
      dossierWords(round, asOf),
  );
  const isMissing = rounds.some((round) => !round.recognised || typeof round.dossiersSent !== 'number');
  return [list(items), roundTable(rounds), ...(isMissing ? [{ kind: 'note' as const, text: words.dashNote }] : [])];
}

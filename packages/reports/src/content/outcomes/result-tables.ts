import { domainMessages, formatDay, formatInteger, REGISTRATION_KINDS } from '@ocop/domain';
import type { Cell, TableBlock } from '../../model.js';
import type { ReportSnapshot } from '../../snapshot.js';
import type { SnapshotOutcomes, SnapshotRoundCourse } from '../../snapshot-outcomes.js';
import { reportMessages } from '../messages.js';
import { sentenceCase } from '../text-blocks.js';
import { outcomeWords as words } from './messages.js';
import { bandOf, BANDS, cappedBand, pointsWords } from './phrases.js';

/** Whether anything came of the dossier in the round. */
const isRecorded = ({ result, end }: SnapshotRoundCourse): boolean => result !== null || end !== null;

/** Figures of each round and their sum; null while no round has a figure. A round of which nothing is recorded has dashes. */
export function summaryTable({ rounds }: ReportSnapshot, { courses, sentToProvince }: SnapshotOutcomes): TableBlock | null {
  const summary = words.summary;
  const bands = BANDS.filter((band) => (band !== 5 && band !== 'out') || courses.some(({ result }) => result !== null && bandOf(result) === band));
  const figuresOf = (inRow: (roundNo: number | null) => boolean): number[] | null => {
    const own = courses.filter(({ roundNo }) => inRow(roundNo));
    const sent = sentToProvince.filter(({ roundNo }) => inRow(roundNo)).length;
    if (sent === 0 && !own.some(isRecorded)) return null;
    const results = own.flatMap(({ result }) => (result === null ? [] : [result]));
    const recognised = own.filter(({ end }) => end === 'recognised');
    return [
      results.length,
      ...bands.map((band) => results.filter((result) => bandOf(result) === band).length),
      ...REGISTRATION_KINDS.map((kind) => recognised.filter((one) => one.kind === kind).length),
      sent,
    ];
  };
  const isOfRound = (roundNo: number | null): boolean => rounds.some(({ no }) => no === roundNo);
  const lines = [
    ...rounds.map(({ no }) => ({ name: words.roundName(no), figures: figuresOf((roundNo) => roundNo === no), isRound: true })),
    { name: summary.noRound, figures: figuresOf((roundNo) => !isOfRound(roundNo)), isRound: false },
  ].filter(({ figures, isRound }) => isRound || figures?.some((figure) => figure > 0));
  if (lines.every(({ figures }) => figures === null)) return null;
  const cells = (figures: number[] | null): Cell[] =>
    figures === null ? Array.from({ length: bands.length + REGISTRATION_KINDS.length + 2 }, () => reportMessages.dash) : figures.map((figure) => formatInteger(figure));
  const column = (title: string) => ({ title, width: 1, align: 'center' as const });
  const bandTitles = bands.map((band) => words.bandTitles[band]);
  const kindTitles = REGISTRATION_KINDS.map((kind) => summary.kinds[kind]);
  return {
    kind: 'table',
    title: summary.title,
    columns: [{ title: summary.round, width: 'auto', align: 'center' }, ...[summary.scored, ...bandTitles, ...kindTitles, summary.sent].map(column)],
    header: [
      [
        { title: summary.round, rowSpan: 2 },
        { title: summary.scored, rowSpan: 2 },
        { title: summary.ranking, columnSpan: bands.length },
        { title: summary.recognised, columnSpan: REGISTRATION_KINDS.length },
        { title: summary.sent, rowSpan: 2 },
      ],
      [...bandTitles, ...kindTitles].map((title) => ({ title })),
    ],
    rows: lines.map(({ name, figures }) => [name, ...cells(figures)]),
    totalRow: [summary.total, ...cells(figuresOf(() => true))],
  };
}

function noteOf({ result, end, decision }: SnapshotRoundCourse): string | null {
  const cap = result === null ? null : cappedBand(result);
  const parts = [
    ...(result !== null && result.stars === null ? [words.outNote(result.disqualification)] : []),
    ...(result !== null && result.stars !== null && cap !== null ? [words.capNote(result.stars)] : []),
    ...(decision !== null && decision.stars !== result?.stars ? [words.recognisedAs(decision.stars)] : []),
    ...(end === null || end === 'recognised' ? [] : [words.resultNotes[end]]),
  ];
  return parts.length === 0 ? null : parts.join('. ');
}

/** Appendix of results: one row for each round in which something came of a dossier, in the order of rounds and of the list. */
export function resultTable({ courses }: SnapshotOutcomes): TableBlock {
  const columns = words.resultColumns;
  const rows = courses.filter(isRecorded);
  return {
    kind: 'table',
    columns: [
      { title: columns.no, width: 'auto', align: 'center' },
      { title: columns.product, width: 4, align: 'left' },
      { title: columns.producer, width: 4, align: 'left' },
      { title: columns.kind, width: 'auto', align: 'left' },
      { title: columns.round, width: 'auto', align: 'center' },
      { title: columns.points, width: 'auto', align: 'right' },
      { title: columns.stars, width: 'auto', align: 'center' },
      { title: columns.decision, width: 5, align: 'left' },
      { title: columns.note, width: 4, align: 'left' },
    ],
    rows: rows.map((one, index) => [
      String(index + 1),
      one.productName,
      one.producerName,
      sentenceCase(domainMessages.vi.registrationKindShortNames[one.kind]),
      one.roundNo === null ? reportMessages.dash : String(one.roundNo),
      one.result === null ? reportMessages.dash : pointsWords(one.result),
      one.result?.stars ? reportMessages.stars(one.result.stars) : reportMessages.dash,
      one.decision === null ? null : words.decisionShort(one.decision.number, formatDay(one.decision.decidedOn)),
      noteOf(one),
    ]),
  };
}

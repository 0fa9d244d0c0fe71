import type { Block, ReportModel, TableBlock } from '../model.js';
import { officialWords } from '../typesetter/messages.js';
import { withClosingMark } from '../typesetter/closing.js';
import { LIST_MARK } from '../typesetter/block-boxes.js';
import { contentLines, type PlacedLine, type ReadPdf } from './read-pdf.js';

export type PartKind =
  | 'superiorAgency' | 'agency' | 'nationalTitle' | 'motto' | 'number' | 'placeAndDay' | 'kindName' | 'subject'
  | 'heading1' | 'heading2' | 'heading3' | 'text' | 'note' | 'caption' | 'tableTitle' | 'unitNote' | 'header' | 'cell' | 'total'
  | 'authority' | 'signatory' | 'recipientsTitle' | 'recipients'
  | 'appendixName' | 'appendixTitle' | 'appendixReference';

/** A text of the model, in the order in which a report is read, with the lines of the file that hold it. */
export interface Part {
  kind: PartKind;
  text: string;
  /** Empty when the file does not hold it there. */
  lines: PlacedLine[];
  /** Index of the appendix; null in the report itself. */
  appendix: number | null;
  /** Index of the table in the report, and of the row in it. */
  table: number | null;
  row: number | null;
}

type Place = Pick<Part, 'appendix' | 'table' | 'row'>;

const runsText = (runs: readonly { text: string }[]): string => runs.map((run) => run.text).join('');

/** Letters without spaces: lines end where the width ends, which is no matter of the words. */
export function letters(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, '');
}

function partsOfTable(block: TableBlock, place: Place): Part[] {
  const part = (kind: PartKind, text: string | null | undefined, row: number | null): Part[] =>
    text === null || text === undefined || text === '' ? [] : [{ ...place, kind, text, row, lines: [] }];
  const header = block.header ?? [block.columns];
  return [
    ...part('tableTitle', block.title, null),
    ...part('unitNote', block.unitNote, null),
    ...header.flatMap((row) => row.flatMap((cell) => part('header', cell.title, null))),
    ...block.rows.flatMap((row, index) => row.flatMap((cell) => part('cell', cell, index))),
    ...(block.totalRow ?? []).flatMap((cell) => part('total', cell, block.rows.length)),
  ];
}

function partsOfBlock(block: Block, place: Place): Part[] {
  const part = (kind: PartKind, text: string): Part => ({ ...place, kind, text, lines: [] });
  switch (block.kind) {
    case 'heading':
      return [part(`heading${block.level}`, `${block.number} ${block.text}`)];
    case 'paragraph':
      return [part('text', runsText(block.runs))];
    case 'list':
      return block.items.map((runs) => part('text', `${LIST_MARK}${runsText(runs)}`));
    case 'note':
      return [part('note', block.text)];
    case 'chart':
      return [part('caption', block.caption)];
    case 'table':
      return partsOfTable(block, place);
  }
}

/** Every text of a report but the letters of its charts, in reading order. */
function partsOf(model: ReportModel): Part[] {
  let tables = 0;
  const parts = (kind: PartKind, texts: readonly string[], appendix: number | null = null): Part[] =>
    texts.map((text) => ({ kind, text, lines: [], appendix, table: null, row: null }));
  const blocks = (all: readonly Block[], appendix: number | null): Part[] =>
    all.flatMap((block) => partsOfBlock(block, { appendix, table: block.kind === 'table' ? (tables += 1) : null, row: null }));
  const { issuer, signature, recipients } = model;
  return [
    ...parts('superiorAgency', issuer.superiorLines),
    ...parts('agency', issuer.agencyLines),
    ...parts('nationalTitle', ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']),
    ...parts('motto', ['Độc lập - Tự do - Hạnh phúc']),
    ...parts('number', [officialWords.numberLine(officialWords.paperNumber(model.number, model.numberSymbol))]),
    ...parts('placeAndDay', [officialWords.placeAndDay(model.place, officialWords.paperDay(model.day, model.year))]),
    ...parts('kindName', [model.kindName]),
    ...parts('subject', model.subjectLines),
    ...parts('text', model.opening.map(runsText)),
    ...blocks(model.body, null),
    ...parts('authority', signature.authorityLines),
    ...parts('signatory', signature.name === null ? [] : [signature.name]),
    ...parts('recipientsTitle', recipients.length === 0 ? [] : ['Nơi nhận:']),
    ...parts('recipients', recipients.map((one, index) => withClosingMark(one, index === recipients.length - 1))),
    ...model.appendices.flatMap((appendix, index) => [
      ...parts('appendixName', [officialWords.appendixName(index, model.appendices.length)], index),
      ...parts('appendixTitle', appendix.titleLines, index),
      ...parts('appendixReference', appendix.referenceLines, index),
      ...blocks(appendix.blocks, index),
    ]),
  ];
}

function linesFrom(lines: readonly PlacedLine[], start: number, wanted: string): number | null {
  let held = '';
  for (let at = start; at < lines.length; at += 1) {
    held += letters(lines[at]?.text ?? '');
    if (held === wanted) return at + 1;
    if (!wanted.startsWith(held)) return null;
  }
  return null;
}

/** Finds every text of the model in the file, each after the one before it. */
export function placeParts(pdf: ReadPdf, model: ReportModel): Part[] {
  const lines = contentLines(pdf).filter((line) => line.tag !== 'Figure');
  let next = 0;
  return partsOf(model).map((part) => {
    const wanted = letters(part.text);
    for (let start = next; start < lines.length; start += 1) {
      const end = linesFrom(lines, start, wanted);
      if (end === null) continue;
      next = end;
      return { ...part, lines: lines.slice(start, end) };
    }
    return part;
  });
}

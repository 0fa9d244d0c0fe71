import { millimetres, OFFICIAL_LAYOUT as official } from '../layout-rules.js';
import { blockRow, isWithin, type LayoutRow, letterProblems, linesOfKind, type Paper, partsOfKind, say, textArea, TOLERANCE } from './layout-row.js';
import type { PlacedLine } from './read-pdf.js';
import { letters, type Part } from './report-parts.js';

/** Distances between lines of one paragraph that stand on one page. */
function pitches(part: Part): { line: PlacedLine; pitch: number }[] {
  return part.lines.slice(1).flatMap((line, index) => {
    const above = part.lines[index];
    return above?.page === line.page ? [{ line, pitch: line.baseline - above.baseline }] : [];
  });
}

function indentProblems(paper: Paper): string[] {
  return partsOfKind(paper, 'text', 'note').flatMap(({ lines }) =>
    lines.flatMap((line, index) => {
      const indent = line.left - textArea(paper, line).left;
      const allowed = index === 0 ? official.firstLineIndentMm.map(millimetres) : [0];
      return allowed.some((one) => Math.abs(indent - one) <= TOLERANCE) ? [] : [say(line, `indented by ${indent.toFixed(1)} pt`)];
    }),
  );
}

function justifyProblems(paper: Paper): string[] {
  return partsOfKind(paper, 'text', 'note').flatMap(({ lines }) =>
    lines.flatMap((line, index) => {
      const short = textArea(paper, line).right - line.right;
      const isFull = Math.abs(short) <= TOLERANCE;
      return isFull || (index === lines.length - 1 && short > 0) ? [] : [say(line, `${short.toFixed(1)} pt short of the right edge`)];
    }),
  );
}

function spacingProblems(paper: Paper): string[] {
  const pitch = Math.min(...partsOfKind(paper, 'text').flatMap(pitches).map((one) => one.pitch));
  const text = partsOfKind(paper, 'heading1', 'heading2', 'heading3', 'text', 'note');
  return text.slice(1).flatMap((part, index) => {
    const above = text[index];
    const last = above?.lines.at(-1);
    const [first] = part.lines;
    // Only neighbours: a table or a figure may stand between.
    if (above === undefined || paper.parts.indexOf(part) !== paper.parts.indexOf(above) + 1) return [];
    if (last === undefined || first === undefined || last.page !== first.page) return [];
    const space = first.baseline - last.baseline - pitch;
    return isWithin(space, official.paragraphSpacingPt) ? [] : [say(first, `${space.toFixed(1)} pt after the paragraph before`)];
  });
}

function tablesOf(paper: Paper): Map<number, Part[]> {
  const tables = new Map<number, Part[]>();
  for (const part of paper.parts) if (part.table !== null) tables.set(part.table, [...(tables.get(part.table) ?? []), part]);
  return tables;
}

function headerProblems(paper: Paper): string[] {
  return [...tablesOf(paper).values()].flatMap((table) => {
    const header = table.filter((part) => part.kind === 'header');
    const rows = table.filter((part) => part.kind === 'cell' || part.kind === 'total').flatMap((part) => part.lines);
    return [...new Set(rows.map((line) => line.page))].flatMap((page) => {
      const first = Math.min(...rows.filter((line) => line.page === page).map((line) => line.baseline));
      const over = (paper.pdf.pages[page - 1]?.lines ?? []).filter((line) => line.baseline < first && (line.tag === 'TH' || line.tag === 'Artifact'));
      const says = letters(over.map((line) => line.text).join(''));
      return says.endsWith(letters(header.map((part) => part.text).join(''))) ? [] : [`page ${page}: no header over the table`];
    });
  });
}

function tornProblems(paper: Paper): string[] {
  return [...tablesOf(paper).values()].flatMap((table) =>
    [...new Set(table.map((part) => part.row))].flatMap((row) => {
      const lines = table.filter((part) => part.row === row && row !== null).flatMap((part) => part.lines);
      const [first] = lines;
      return first === undefined || new Set(lines.map((line) => line.page)).size === 1 ? [] : [say(first, 'row on two pages')];
    }),
  );
}

function unitNoteProblems(paper: Paper): string[] {
  return [...tablesOf(paper).values()].flatMap((table) =>
    table.filter((part) => part.kind === 'unitNote').flatMap(({ text, lines: [line] }) => {
      if (line === undefined) return [`"${text}" not found`];
      const header = table.find((part) => part.kind === 'header')?.lines[0];
      const isOver = header?.page === line.page && header.baseline > line.baseline;
      return [
        ...letterProblems({ ...official.body, italic: true }, line),
        ...(Math.abs(line.right - textArea(paper, line).right) <= TOLERANCE ? [] : [say(line, 'not right-aligned')]),
        ...(isOver ? [] : [say(line, 'not over its table')]),
      ];
    }),
  );
}

export const textRows: LayoutRow[] = [
  {
    row: 'words: every word of the report, in order, and no other',
    problems: ({ pdf, parts }) => {
      const found = pdf.pages.flatMap((page) => page.lines).filter((line) => line.tag !== 'Artifact' && line.tag !== 'Figure');
      const missing = parts.filter((part) => part.lines.length === 0).map((part) => `"${part.text}" not found`);
      const placed = new Set(parts.flatMap((part) => part.lines));
      return [...missing, ...found.filter((line) => !placed.has(line)).map((line) => say(line, 'not in the report'))];
    },
  },
  blockRow('body: upright, regular, 13–14 pt', 'text', official.body, 'anywhere'),
  { row: 'body: first line in 1 or 1,27 cm', problems: indentProblems },
  { row: 'body: justified', problems: justifyProblems },
  { row: 'body: at least 6 pt between paragraphs', problems: spacingProblems },
  {
    row: 'body: line spacing single to 1,5',
    problems: (paper) =>
      partsOfKind(paper, 'text')
        .flatMap(pitches)
        .filter(({ line, pitch }) => !isWithin(pitch / line.size, official.lineSpacing))
        .map(({ line, pitch }) => say(line, `${pitch.toFixed(1)} pt under the line above`)),
  },
  blockRow('I. HEADING', 'heading1', official.headingRoman, 'anywhere', (lines) => lines.filter((line) => !/^[IVX]+\. /u.test(line.text)).map((line) => say(line, 'not numbered I.'))),
  blockRow('1. Heading', 'heading2', official.headingArabic, 'anywhere', (lines) => lines.filter((line) => !/^\d+\. /u.test(line.text)).map((line) => say(line, 'not numbered 1.'))),
  {
    row: 'the text ends with "./."',
    problems: (paper) => {
      const last = partsOfKind(paper, 'text').findLast((part) => part.appendix === null)?.lines.at(-1);
      return last?.text.endsWith('./.') === true ? [] : [last === undefined ? 'no text' : say(last, 'the last line')];
    },
  },
];

export const tableRows: LayoutRow[] = [
  {
    row: 'tables, notes and captions: 13–14 pt',
    problems: (paper) => linesOfKind(paper, 'tableTitle', 'header', 'cell', 'total', 'note', 'caption').filter((line) => !isWithin(line.size, official.body.sizePt)).map((line) => say(line, `size ${line.size}`)),
  },
  { row: 'a table repeats its header on every page', problems: headerProblems },
  { row: 'a row is not torn', problems: tornProblems },
  { row: 'a unit note stands right-aligned in italics over the table', problems: unitNoteProblems },
  {
    row: 'a total row is bold',
    problems: (paper) => linesOfKind(paper, 'total').filter((line) => !line.font.includes('Bold') || line.mixed).map((line) => say(line, `font ${line.font}`)),
  },
];

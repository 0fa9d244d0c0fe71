import { type BlockRule, HOUSE_LAYOUT, millimetres, type Range } from '../layout-rules.js';
import type { ReportModel } from '../model.js';
import type { PlacedLine, ReadPage, ReadPdf } from './read-pdf.js';
import type { Part, PartKind } from './report-parts.js';

/** A finished file beside the model it was made from. */
export interface Paper {
  pdf: ReadPdf;
  model: ReportModel;
  parts: Part[];
}

/** One demand of Appendix I of Decree 30/2020/NĐ-CP. */
export interface LayoutRow {
  row: string;
  /** Where the file departs from it; an empty list means that it complies. */
  problems: (paper: Paper) => string[];
}

type Place = 'left half' | 'right half' | 'left' | 'middle' | 'anywhere';

/** Rounding in the file and in what reads it, in points. */
export const TOLERANCE = 0.5;

export function isWithin(value: number, { min, max }: Range, tolerance = 0.01): boolean {
  return value >= min - tolerance && value <= max + tolerance;
}

export const rangeInPoints = ({ min, max }: Range): Range => ({ min: millimetres(min), max: millimetres(max) });

export const centreOf = ({ left, right }: { left: number; right: number }): number => (left + right) / 2;

export const say = (line: PlacedLine, what: string): string => `page ${line.page}, "${line.text.slice(0, 40)}": ${what}`;

export function partsOfKind({ parts }: Paper, ...kinds: PartKind[]): Part[] {
  return parts.filter((part) => kinds.includes(part.kind));
}

export function linesOfKind(paper: Paper, ...kinds: PartKind[]): PlacedLine[] {
  return partsOfKind(paper, ...kinds).flatMap((part) => part.lines);
}

/** Left and right edge and middle of the text on the page of a line, as the house margins make them. */
export function textArea({ pdf }: Paper, { page }: PlacedLine): { left: number; right: number; pageMiddle: number } {
  const { width = 0 } = pdf.pages[page - 1] ?? ({} as Partial<ReadPage>);
  return { left: HOUSE_LAYOUT.margins.left, right: width - HOUSE_LAYOUT.margins.right, pageMiddle: width / 2 };
}

/** Size, weight, slant and capitals of a line. */
export function letterProblems({ sizePt, bold, italic, letters }: Omit<BlockRule, 'row'>, line: PlacedLine): string[] {
  const text = line.text.normalize('NFC');
  return [
    ...(isWithin(line.size, sizePt) ? [] : [say(line, `size ${line.size}`)]),
    ...(line.font.includes('Bold') === bold && line.font.includes('Italic') === italic && !line.mixed ? [] : [say(line, `font ${line.font}`)]),
    ...((text === text.toLocaleUpperCase('vi')) === (letters === 'capitals') ? [] : [say(line, 'letters')]),
  ];
}

function placeProblems(paper: Paper, place: Place, line: PlacedLine): string[] {
  const { left, right, pageMiddle } = textArea(paper, line);
  const holds = {
    'left half': line.left >= left - TOLERANCE && line.right <= pageMiddle + TOLERANCE,
    'right half': line.left >= pageMiddle - TOLERANCE && line.right <= right + TOLERANCE,
    left: Math.abs(line.left - left) <= TOLERANCE && line.right <= pageMiddle,
    middle: Math.abs(centreOf(line) - (left + right) / 2) <= 1,
    anywhere: true,
  };
  return holds[place] ? [] : [say(line, `not ${place}`)];
}

/** The row of one kind of block: there, in its letters and in its place. */
export function blockRow(row: string, kind: PartKind, rule: BlockRule, place: Place, more: (lines: PlacedLine[], paper: Paper) => string[] = () => []): LayoutRow {
  return {
    row,
    problems: (paper) => {
      const missing = partsOfKind(paper, kind).filter((part) => part.lines.length === 0);
      const lines = linesOfKind(paper, kind);
      return [
        ...missing.map((part) => `"${part.text}" not found`),
        ...lines.flatMap((line) => [...letterProblems(rule, line), ...placeProblems(paper, place, line)]),
        ...more(lines, paper),
      ];
    },
  };
}

/** Lines one under another around one centre. */
export function stackProblems(lines: readonly PlacedLine[]): string[] {
  return lines.slice(1).flatMap((line, index) => {
    const above = lines[index];
    if (above === undefined) return [];
    return [
      ...(Math.abs(centreOf(line) - centreOf(above)) <= 1 ? [] : [say(line, 'not centred under the line above')]),
      ...(line.page === above.page && line.baseline > above.baseline ? [] : [say(line, 'not under the line above')]),
    ];
  });
}

import { HOUSE_LAYOUT, OFFICIAL_LAYOUT } from '../layout-rules.js';
import type { ReportModel } from '../model.js';
import type { Box } from './boxes.js';
import { type Face, textWidth } from './fonts.js';
import { breakEvenly } from './lines.js';
import { officialWords } from './messages.js';
import type { Frame } from './pages.js';
import type { Pen, StructureElement } from './pen.js';
import { baselineIn } from './text-boxes.js';
import { toWords } from './words.js';

const LINE = 16;
const SUBJECT_LINE = 18;

/** A length within 1/3 to 1/2 of every line where one exists, else of the last line. */
export function shortRule(widths: readonly number[]): number {
  const least = Math.max(...widths) * OFFICIAL_LAYOUT.shortRule.min;
  const most = Math.min(...widths) * OFFICIAL_LAYOUT.shortRule.max;
  if (least <= most) return (least + most) / 2;
  return (widths.at(-1) ?? 0) * 0.42;
}

interface CentredLine {
  text: string;
  face: Face;
  size: number;
  centre: number;
  baseline: number;
}

/** The head of page 1: agency and nation side by side, number and day, name of the kind and subject. */
export function headerBox(pen: Pen, model: ReportModel, frame: Frame, parent: StructureElement): Box {
  const { sizes } = HOUSE_LAYOUT;
  const middle = frame.pageWidth / 2;
  const leftCentre = (frame.left + middle) / 2;
  const rightCentre = (middle + frame.right) / 2;
  const leftWidth = middle - frame.left - 6;
  const lines: CentredLine[] = [];
  const rules: { centre: number; length: number; y: number }[] = [];

  const stack = (texts: readonly string[], face: Face, size: number, top: number): { bottom: number; widths: number[] } => {
    let row = top;
    const widths: number[] = [];
    for (const text of texts.flatMap((one) => wrap(one, face, size, leftWidth))) {
      lines.push({ text, face, size, centre: leftCentre, baseline: row + baselineIn(LINE, size) });
      widths.push(textWidth(text, face, size));
      row += LINE;
    }
    return { bottom: row, widths };
  };
  const superior = stack(model.issuer.superiorLines, 'regular', sizes.agency, 0);
  const agency = stack(model.issuer.agencyLines, 'bold', sizes.agency, superior.bottom);
  rules.push({ centre: leftCentre, length: shortRule(agency.widths), y: agency.bottom + 2 });
  lines.push({ text: officialWords.nationalTitle, face: 'bold', size: sizes.nationalTitle, centre: rightCentre, baseline: baselineIn(LINE, sizes.nationalTitle) });
  lines.push({ text: officialWords.motto, face: 'bold', size: sizes.motto, centre: rightCentre, baseline: LINE + baselineIn(LINE, sizes.motto) });
  rules.push({ centre: rightCentre, length: textWidth(officialWords.motto, 'bold', sizes.motto), y: 2 * LINE + 2 });

  const numberTop = Math.max(agency.bottom, 2 * LINE) + 10;
  const numberBaseline = numberTop + baselineIn(LINE, sizes.number);
  lines.push({ text: officialWords.numberLine(officialWords.paperNumber(model.number, model.numberSymbol)), face: 'regular', size: sizes.number, centre: leftCentre, baseline: numberBaseline });
  lines.push({ text: officialWords.placeAndDay(model.place, officialWords.paperDay(model.day, model.year)), face: 'italic', size: sizes.placeAndDay, centre: rightCentre, baseline: numberBaseline });

  const centre = (frame.left + frame.right) / 2;
  const kindTop = numberTop + LINE + 20;
  const titleLines: CentredLine[] = [
    { text: model.kindName, face: 'bold', size: sizes.kindName, centre, baseline: kindTop + baselineIn(SUBJECT_LINE, sizes.kindName) },
  ];
  const subject = model.subjectLines.flatMap((text) => wrap(text, 'bold', sizes.subject, frame.right - frame.left));
  subject.forEach((text, index) => {
    const top = kindTop + SUBJECT_LINE * (index + 1);
    titleLines.push({ text, face: 'bold', size: sizes.subject, centre, baseline: top + baselineIn(SUBJECT_LINE, sizes.subject) });
  });
  const subjectBottom = kindTop + SUBJECT_LINE * (subject.length + 1);
  rules.push({ centre, length: shortRule(subject.map((text) => textWidth(text, 'bold', sizes.subject))), y: subjectBottom + 3 });

  return {
    height: subjectBottom + 12,
    spaceBefore: 0,
    keepWithNext: true,
    draw: (top) => {
      for (const line of lines) {
        pen.element(parent, 'P').add(() => pen.centred(line.text, line.face, line.size, line.centre, top + line.baseline));
      }
      const title = pen.element(parent, 'H1');
      for (const line of titleLines) title.add(() => pen.centred(line.text, line.face, line.size, line.centre, top + line.baseline));
      for (const rule of rules) pen.rule(rule.centre - rule.length / 2, rule.centre + rule.length / 2, top + rule.y);
    },
  };
}

/** A centred text broken into lines that fit. */
export function wrap(text: string, face: Face, size: number, width: number): string[] {
  const run = { text, bold: face === 'bold' || face === 'boldItalic', italic: face === 'italic' || face === 'boldItalic' };
  return breakEvenly(toWords([run], size), width, size).map((line) =>
    line.words.map((word) => word.pieces.map((piece) => piece.text).join('')).join(' '),
  );
}

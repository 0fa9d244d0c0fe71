import { type Paragraph, Table, TableCell, TableRow } from 'docx';
import { HOUSE_LAYOUT } from '../layout-rules.js';
import type { ReportModel } from '../model.js';
import { textWidth } from '../typesetter/fonts.js';
import { shortRule, wrap } from '../typesetter/header.js';
import { officialWords } from '../typesetter/messages.js';
import type { Frame } from '../typesetter/pages.js';
import { brokenParagraph, paragraph, rule } from './paragraphs.js';
import { twips } from './styles.js';

const NO_BORDER = { style: 'none', size: 0 } as const;
const NO_BORDERS = { top: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER, right: NO_BORDER, insideHorizontal: NO_BORDER, insideVertical: NO_BORDER };

/** Rows that stand left and right of the middle of the page, without frames; a row is never torn. */
export function halves(frame: Frame, rows: readonly (readonly [left: Paragraph[], right: Paragraph[]])[]): Table {
  const { left, right } = halfWidths(frame);
  return new Table({
    columnWidths: [twips(left), twips(right)],
    width: { size: twips(left + right), type: 'dxa' },
    layout: 'fixed',
    borders: NO_BORDERS,
    margins: { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: 'dxa' },
    rows: rows.map((cells) => new TableRow({ cantSplit: true, children: cells.map((children) => new TableCell({ children })) })),
  });
}

/** Text width left and right of the middle of the page, in points. */
function halfWidths(frame: Frame): { left: number; right: number } {
  const middle = frame.pageWidth / 2;
  return { left: middle - frame.left, right: frame.right - middle };
}

/**
 * The head of page 1: agency and nation side by side, number and day, name of the kind and subject.
 * Throws MissingGlyphError for a character that the typeface lacks.
 */
export function headBlocks(model: ReportModel, frame: Frame): (Paragraph | Table)[] {
  const { sizes } = HOUSE_LAYOUT;
  const { left, right } = halfWidths(frame);
  const textArea = frame.right - frame.left;
  const { nationalTitle, motto } = officialWords;
  const agency = model.issuer.agencyLines.map((text) => wrap(text, 'bold', sizes.agency, left - 6));
  const subject = model.subjectLines.map((text) => wrap(text, 'bold', sizes.subject, textArea));
  const underLines = (lines: readonly string[], size: number): number => shortRule(lines.map((text) => textWidth(text, 'bold', size)));
  return [
    halves(frame, [
      [
        [
          ...model.issuer.superiorLines.map((text) => paragraph('SuperiorAgency', text)),
          ...agency.map((lines) => brokenParagraph('Agency', lines)),
          rule(underLines(agency.flat(), sizes.agency), left, 2, 7),
        ],
        [
          paragraph('NationalTitle', nationalTitle),
          paragraph('Motto', motto),
          rule(textWidth(motto, 'bold', sizes.motto), right, 2, 7),
        ],
      ],
      [
        [paragraph('PaperNumber', officialWords.numberLine(officialWords.paperNumber(model.number, model.numberSymbol)))],
        [paragraph('PlaceAndDay', officialWords.placeAndDay(model.place, officialWords.paperDay(model.day, model.year)))],
      ],
    ]),
    paragraph('KindName', model.kindName),
    ...subject.map((lines) => brokenParagraph('Subject', lines)),
    rule(underLines(subject.flat(), sizes.subject), textArea, 3, 8),
  ];
}

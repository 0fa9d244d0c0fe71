import type { Paragraph, Table } from 'docx';
import { HOUSE_LAYOUT } from '../layout-rules.js';
import type { ReportModel } from '../model.js';
import { textWidth } from '../typesetter/fonts.js';
import { shortRule, wrap } from '../typesetter/header.js';
import { officialWords } from '../typesetter/messages.js';
import type { Frame } from '../typesetter/pages.js';
import { halfWidths, halves } from './halves.js';
import { brokenParagraph, paragraph, rule } from './paragraphs.js';

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

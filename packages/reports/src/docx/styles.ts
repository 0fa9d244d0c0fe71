import type { IParagraphStyleOptions } from 'docx';
import { HOUSE_LAYOUT } from '../layout-rules.js';
import { officialWords } from '../typesetter/messages.js';

export const TYPEFACE = 'Times New Roman';
/** Height of a line with single spacing, in multiples of the size (Times New Roman). */
const SINGLE_LINE = 1.15;

/** Twentieths of a point, Word's unit of length. */
export function twips(points: number): number {
  return Math.round(points * 20);
}

/** Lengths in points. */
interface StyleRule {
  size: number;
  /** From one baseline to the next. */
  line: number;
  align: 'left' | 'center' | 'right' | 'both';
  bold?: boolean;
  italics?: boolean;
  before?: number;
  after?: number;
  firstLine?: number;
  right?: number;
  keepNext?: boolean;
  /** Level in Word's navigation, from 0. */
  outlineLevel?: number;
}

const { sizes, bodyLine, tableLine, paragraphSpacing, firstLineIndent } = HOUSE_LAYOUT;
const HEAD_LINE = 16;
const BODY: StyleRule = { size: sizes.body, line: bodyLine, align: 'both', before: paragraphSpacing, firstLine: firstLineIndent };
const HEADING: StyleRule = { ...BODY, bold: true, keepNext: true };
const HEAD: StyleRule = { size: sizes.agency, line: HEAD_LINE, align: 'center' };
const CENTRED: StyleRule = { size: sizes.body, line: bodyLine, align: 'center', keepNext: true };
const TABLE: StyleRule = { size: sizes.table, line: tableLine, align: 'left' };
const SIGNATURE: StyleRule = { size: sizes.authority, line: 17, align: 'center', bold: true };

/** Every kind of paragraph of a report; what it looks like stands nowhere else. */
const STYLE_RULES = {
  Normal: { size: sizes.body, line: bodyLine, align: 'left' },
  SuperiorAgency: HEAD,
  Agency: { ...HEAD, bold: true },
  NationalTitle: { ...HEAD, size: sizes.nationalTitle, bold: true },
  Motto: { ...HEAD, size: sizes.motto, bold: true },
  PaperNumber: { ...HEAD, size: sizes.number },
  PlaceAndDay: { ...HEAD, size: sizes.placeAndDay, italics: true },
  KindName: { ...CENTRED, size: sizes.kindName, bold: true, before: 20 },
  Subject: { ...CENTRED, size: sizes.subject, bold: true },
  ReportText: BODY,
  Heading1: { ...HEADING, before: 10, outlineLevel: 0 },
  Heading2: { ...HEADING, outlineLevel: 1 },
  Heading3: { ...HEADING, italics: true, outlineLevel: 2 },
  ReportNote: { ...BODY, italics: true },
  TableTitle: { ...CENTRED, bold: true, before: paragraphSpacing },
  UnitNote: { ...TABLE, align: 'right', italics: true, before: paragraphSpacing, after: 3, keepNext: true },
  TableHeader: { ...TABLE, align: 'center', bold: true },
  TableText: TABLE,
  TableTotal: { ...TABLE, bold: true },
  Figure: { size: sizes.body, line: SINGLE_LINE * sizes.body, align: 'center', before: 8, keepNext: true },
  FigureCaption: { ...CENTRED, italics: true, before: 2, after: 4, keepNext: false },
  Authority: SIGNATURE,
  Signatory: { ...SIGNATURE, size: sizes.signatory, before: 76 },
  RecipientsTitle: { size: sizes.recipientsTitle, line: SINGLE_LINE * sizes.recipientsTitle, align: 'left', bold: true, italics: true, after: 1.5 },
  Recipients: { size: sizes.recipients, line: 13.5, align: 'left', right: 12 },
  AppendixName: { ...CENTRED, size: sizes.appendixName, bold: true, outlineLevel: 0 },
  AppendixTitle: { ...CENTRED, size: sizes.appendixTitle, bold: true },
  AppendixReference: { ...CENTRED, size: sizes.appendixReference, italics: true },
  PageNumber: { size: sizes.pageNumber, line: SINGLE_LINE * sizes.pageNumber, align: 'center' },
  Marking: { size: sizes.marking, line: SINGLE_LINE * sizes.marking, align: 'center', bold: true },
  /** A rule, or the end of a table: hardly a line. */
  Gap: { size: 1, line: SINGLE_LINE, align: 'left' },
} satisfies Record<string, StyleRule>;

export type StyleId = keyof typeof STYLE_RULES;

function styleOf(id: StyleId, rule: StyleRule): IParagraphStyleOptions {
  const { size, line, align, before = 0, after = 0, firstLine, right, keepNext, outlineLevel } = rule;
  return {
    id,
    name: officialWords.styleNames[id],
    quickFormat: true,
    ...(id === 'Normal' ? {} : { basedOn: 'Normal' }),
    // What is written after a heading is text.
    ...(outlineLevel === undefined ? {} : { next: 'ReportText' }),
    run: { size: size * 2, bold: rule.bold === true, italics: rule.italics === true },
    paragraph: {
      alignment: align,
      spacing: { before: twips(before), after: twips(after), line: Math.round((240 * line) / (SINGLE_LINE * size)), lineRule: 'auto' },
      ...(firstLine === undefined && right === undefined ? {} : { indent: { firstLine: twips(firstLine ?? 0), right: twips(right ?? 0) } }),
      ...(keepNext === undefined ? {} : { keepNext }),
      ...(outlineLevel === undefined ? {} : { outlineLevel }),
    },
  };
}

export const PARAGRAPH_STYLES: readonly IParagraphStyleOptions[] = (Object.keys(STYLE_RULES) as StyleId[]).map((id) => styleOf(id, STYLE_RULES[id]));

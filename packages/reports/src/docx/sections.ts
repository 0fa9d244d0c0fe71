import { Footer, Header, type ISectionOptions, PageNumber, Paragraph, TextRun } from 'docx';
import { TextWatermark } from 'docx/watermarks';
import { HOUSE_LAYOUT, millimetres } from '../layout-rules.js';
import type { ReportModel } from '../model.js';
import { textWidth } from '../typesetter/fonts.js';
import { officialWords } from '../typesetter/messages.js';
import { type Frame, watermarkOf } from '../typesetter/pages.js';
import { twips, TYPEFACE } from './styles.js';

/** From the edge of the paper, so that number and marking stand where the PDF has them. */
const HEADER_DISTANCE = millimetres(9.6);
const FOOTER_DISTANCE = millimetres(10);

function watermark(text: string, frame: Frame): TextWatermark {
  const { size, angle, colour } = watermarkOf(text, frame);
  return new TextWatermark({ text, font: TYPEFACE, bold: true, color: colour, opacity: 1, rotation: Math.round(angle), width: textWidth(text, 'bold', size), height: size });
}

function header(model: ReportModel, frame: Frame, hasNumber: boolean): Header {
  const number = hasNumber ? [new TextRun({ children: [PageNumber.CURRENT] })] : [];
  const draft = model.draft ? [watermark(officialWords.draft, frame)] : [];
  return new Header({ children: [new Paragraph({ style: 'PageNumber', children: [...draft, ...number] })] });
}

function footer({ marking }: ReportModel, frame: Frame): Footer {
  if (marking === null) return new Footer({ children: [new Paragraph({ style: 'Marking' })] });
  const side = twips((frame.right - frame.left - textWidth(marking, 'bold', HOUSE_LAYOUT.sizes.marking)) / 2);
  const line = { style: 'single', size: HOUSE_LAYOUT.tableRuleWidth * 8 } as const;
  const border = { top: { ...line, space: 1 }, bottom: { ...line, space: 1 }, left: { ...line, space: 6 }, right: { ...line, space: 6 } };
  return new Footer({ children: [new Paragraph({ style: 'Marking', text: marking, border, indent: { left: side, right: side } })] });
}

/** A part of the paper on pages of its own. Page 1 has no number; the pages of an appendix go on counting. */
export function section(model: ReportModel, frame: Frame, isFirst: boolean, children: ISectionOptions['children']): ISectionOptions {
  const { top, bottom, left, right } = HOUSE_LAYOUT.margins;
  const { pageWidth, pageHeight, orientation } = frame;
  // The library takes the sides of the paper upright and turns them itself.
  const sides = [twips(pageWidth), twips(pageHeight)].sort((a, b) => a - b);
  return {
    properties: {
      titlePage: isFirst,
      page: {
        size: { width: sides[0] ?? 0, height: sides[1] ?? 0, orientation },
        margin: { top: twips(top), bottom: twips(bottom), left: twips(left), right: twips(right), header: twips(HEADER_DISTANCE), footer: twips(FOOTER_DISTANCE) },
      },
    },
    headers: { default: header(model, frame, true), ...(isFirst ? { first: header(model, frame, false) } : {}) },
    footers: { default: footer(model, frame), ...(isFirst ? { first: footer(model, frame) } : {}) },
    children,
  };
}

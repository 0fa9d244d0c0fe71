import { Paragraph, TextRun, type IParagraphOptions } from 'docx';
import { HOUSE_LAYOUT } from '../layout-rules.js';
import type { Run } from '../model.js';
import { type StyleId, twips } from './styles.js';

/** A paragraph in a style of the report. */
export function paragraph(style: StyleId, runs: string | readonly Run[], options: IParagraphOptions = {}): Paragraph {
  const parts: readonly Run[] = typeof runs === 'string' ? [{ text: runs }] : runs;
  const children = parts.map(({ text, bold, italic }) => new TextRun({ text, ...(bold === true ? { bold } : {}), ...(italic === true ? { italics: italic } : {}) }));
  return new Paragraph({ style, children, widowControl: true, ...options });
}

/** A text that breaks into the lines given, because the rule under it is as long as they make it. */
export function brokenParagraph(style: StyleId, lines: readonly string[]): Paragraph {
  return new Paragraph({ style, children: lines.map((text, index) => new TextRun({ text, ...(index === 0 ? {} : { break: 1 }) })) });
}

/** A rule in the middle of a column, with the space before and after it; all in points. */
export function rule(length: number, column: number, before: number, after: number): Paragraph {
  const side = twips((column - length) / 2);
  return new Paragraph({
    style: 'Gap',
    spacing: { before: twips(before), after: twips(after) },
    indent: { left: side, right: side },
    border: { top: { style: 'single', size: HOUSE_LAYOUT.ruleWidth * 8, space: 0 } },
  });
}

/** What Word needs below a table: a paragraph, hardly higher than `height` points. */
export function gap(height: number, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ style: 'Gap', spacing: { after: twips(height) }, ...options });
}

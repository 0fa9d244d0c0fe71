import { HOUSE_LAYOUT } from '../layout-rules.js';
import type { ReportModel } from '../model.js';
import type { Box } from './boxes.js';
import { singleLine, breakLines, type Line } from './lines.js';
import { officialWords } from './messages.js';
import type { Frame } from './pages.js';
import type { Pen, StructureElement } from './pen.js';
import { baselineIn } from './text-boxes.js';
import { toWords } from './words.js';
import { wrap } from './header.js';

const AUTHORITY_LINE = 17;
const RECIPIENT_LINE = 13.5;
const ROOM_TO_SIGN = 76;

/** "- UBND tỉnh;", the last with a full stop. */
export function withClosingMark(recipient: string, isLast: boolean): string {
  return `- ${recipient.replace(/[.;,]\s*$/u, '')}${isLast ? '.' : ';'}`;
}

/** The signature with the recipients beside it, never split. */
export function closingBox(pen: Pen, model: ReportModel, frame: Frame, parent: StructureElement): Box {
  const { sizes } = HOUSE_LAYOUT;
  const middle = frame.pageWidth / 2;
  const centre = (middle + frame.right) / 2;
  const authority = model.signature.authorityLines.flatMap((text) => wrap(text, 'bold', sizes.authority, frame.right - middle));
  const recipients: Line[] = model.recipients.flatMap((recipient, index) =>
    breakLines(toWords([{ text: withClosingMark(recipient, index === model.recipients.length - 1) }], sizes.recipients), middle - frame.left - 12, 0, sizes.recipients),
  );
  const nameTop = authority.length * AUTHORITY_LINE + ROOM_TO_SIGN;
  const leftHeight = AUTHORITY_LINE + recipients.length * RECIPIENT_LINE;
  const firstBaseline = baselineIn(AUTHORITY_LINE, sizes.authority);
  return {
    height: Math.max(leftHeight, nameTop + AUTHORITY_LINE),
    spaceBefore: 14,
    keepWithNext: false,
    draw: (top) => {
      const capacity = pen.element(parent, 'P');
      authority.forEach((text, index) => {
        capacity.add(() => pen.centred(text, 'bold', sizes.authority, centre, top + index * AUTHORITY_LINE + firstBaseline));
      });
      const { name } = model.signature;
      if (name !== null) {
        pen.element(parent, 'P').add(() => pen.centred(name, 'bold', sizes.signatory, centre, top + nameTop + firstBaseline));
      }
      if (recipients.length === 0) return;
      pen.element(parent, 'P').add(() => {
        pen.line(singleLine(officialWords.recipientsTitle, 'boldItalic', sizes.recipientsTitle), frame.left, top + firstBaseline, sizes.recipientsTitle);
      });
      const list = pen.element(parent, 'P');
      recipients.forEach((line, index) => {
        const baseline = top + AUTHORITY_LINE + index * RECIPIENT_LINE + baselineIn(RECIPIENT_LINE, sizes.recipients);
        list.add(() => pen.line(line, frame.left, baseline, sizes.recipients));
      });
    },
  };
}

import type { Appendix } from '../model.js';
import type { Box } from './boxes.js';
import { paragraphBoxes, type Target } from './block-boxes.js';
import { BODY_STYLE, textBoxes, type TextStyle } from './text-boxes.js';

const CENTRED: TextStyle = { ...BODY_STYLE, align: 'center', firstIndent: 0, spaceBefore: 0, keepWithNext: true };

/** Name, title and reference line on top of an appendix. */
export function appendixHeadBoxes(target: Target, appendix: Appendix, name: string): Box[] {
  const { pen, frame, parent, outline } = target;
  const heading = textBoxes(pen, [{ text: name, bold: true }], frame, CENTRED, () => {
    outline.add(`${name}. ${appendix.titleLines.join(' ')}`, 1);
    return pen.element(parent, 'H2');
  });
  return [
    ...heading,
    ...appendix.titleLines.flatMap((text) => paragraphBoxes(target, [{ text, bold: true }], CENTRED)),
    ...appendix.referenceLines.flatMap((text) => paragraphBoxes(target, [{ text, italic: true }], CENTRED)),
  ];
}

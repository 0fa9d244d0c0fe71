import type { Run } from '../model.js';
import { HOUSE_LAYOUT } from '../layout-rules.js';
import type { Box } from './boxes.js';
import type { Frame } from './pages.js';
import { breakEvenly, breakLines } from './lines.js';
import type { Pen, StructureElement } from './pen.js';
import { toWords } from './words.js';

export interface TextStyle {
  size: number;
  lineHeight: number;
  firstIndent: number;
  align: 'justify' | 'center' | 'right';
  spaceBefore: number;
  keepWithNext: boolean;
}

export const BODY_STYLE: TextStyle = {
  size: HOUSE_LAYOUT.sizes.body,
  lineHeight: HOUSE_LAYOUT.bodyLine,
  firstIndent: HOUSE_LAYOUT.firstLineIndent,
  align: 'justify',
  spaceBefore: HOUSE_LAYOUT.paragraphSpacing,
  keepWithNext: false,
};

/** Where the baseline stands in a line of this height: the face's ascent and descent centred in it. */
export function baselineIn(lineHeight: number, size: number): number {
  return (lineHeight + (0.891 - 0.216) * size) / 2;
}

/**
 * One box for each line. The first two and the last two lines stay together (no widow, no orphan).
 * `element` is asked for when the first line is drawn, so that the structure follows the reading order.
 * Throws MissingGlyphError.
 */
export function textBoxes(pen: Pen, runs: readonly Run[], frame: Frame, style: TextStyle, element: () => StructureElement): Box[] {
  const width = frame.right - frame.left;
  const words = toWords(runs, style.size);
  const lines = style.align === 'center' ? breakEvenly(words, width, style.size) : breakLines(words, width, style.firstIndent, style.size);
  let owner: StructureElement | null = null;
  return lines.map((line, index) => {
    const set = pen.set(line, style.size, style.align === 'justify' ? width : undefined);
    return {
      height: style.lineHeight,
      spaceBefore: index === 0 ? style.spaceBefore : 0,
      keepWithNext: line.last ? style.keepWithNext : style.keepWithNext || index === 0 || index === lines.length - 2,
      textLine: true,
      draw: (top) => {
        owner ??= element();
        const slack = width - set.width;
        const left = frame.left + (style.align === 'center' ? slack / 2 : style.align === 'right' ? slack : 0);
        owner.add(() => pen.draw(set, left, top + baselineIn(style.lineHeight, style.size)));
      },
    };
  });
}

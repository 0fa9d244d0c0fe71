import type { Block, Run } from '../model.js';
import { HOUSE_LAYOUT } from '../layout-rules.js';
import type { Box } from './boxes.js';
import { chartBox } from './chart-box.js';
import { inPlace } from './fonts.js';
import type { Outline } from './outline.js';
import type { Frame } from './pages.js';
import type { Pen, StructureElement } from './pen.js';
import { tableBoxes } from './table.js';
import { BODY_STYLE, textBoxes, type TextStyle } from './text-boxes.js';

export const LIST_MARK = '- ';
const CENTRED: TextStyle = { ...BODY_STYLE, align: 'center', firstIndent: 0 };
const TABLE_NOTE: TextStyle = {
  ...BODY_STYLE,
  align: 'right',
  firstIndent: 0,
  size: HOUSE_LAYOUT.sizes.table,
  lineHeight: HOUSE_LAYOUT.tableLine,
  keepWithNext: true,
};
/** Space under a table or figure, before the text goes on. */
const AFTER_FIGURE = 4;

/** Where the blocks of one part of the paper go. */
export interface Target {
  pen: Pen;
  frame: Frame;
  parent: StructureElement;
  outline: Outline;
}

/** A paragraph of body text. */
export function paragraphBoxes(target: Target, runs: readonly Run[], style: TextStyle = BODY_STYLE): Box[] {
  const { pen, frame, parent } = target;
  return textBoxes(pen, runs, frame, style, () => pen.element(parent, 'P'));
}

function headingBoxes(target: Target, block: Extract<Block, { kind: 'heading' }>): Box[] {
  const { pen, frame, parent, outline } = target;
  const text = `${block.number} ${block.text}`;
  const style = { ...BODY_STYLE, keepWithNext: true, spaceBefore: block.level === 1 ? 10 : BODY_STYLE.spaceBefore };
  const run: Run = { text, bold: true, italic: block.level === 3 };
  return textBoxes(pen, [run], frame, style, () => {
    outline.add(text, block.level);
    return pen.element(parent, `H${block.level + 1}`);
  });
}

function listBoxes(target: Target, items: readonly Run[][]): Box[] {
  const { pen, frame, parent } = target;
  let list: StructureElement | null = null;
  return items.flatMap((item) =>
    textBoxes(pen, [{ text: LIST_MARK }, ...item], frame, BODY_STYLE, () => {
      list ??= pen.element(parent, 'L');
      return pen.element(pen.element(list, 'LI'), 'LBody');
    }),
  );
}

function boxesOf(target: Target, block: Block, place: string): Box[] {
  const { pen, frame, parent } = target;
  switch (block.kind) {
    case 'heading':
      return headingBoxes(target, block);
    case 'paragraph':
      return paragraphBoxes(target, block.runs);
    case 'list':
      return listBoxes(target, block.items);
    case 'note':
      return paragraphBoxes(target, [{ text: block.text, italic: true }]);
    case 'table': {
      const title = block.title === undefined ? [] : paragraphBoxes(target, [{ text: block.title, bold: true }], { ...CENTRED, keepWithNext: true });
      const unit = block.unitNote === undefined ? [] : paragraphBoxes(target, [{ text: block.unitNote, italic: true }], TABLE_NOTE);
      return [...title, ...unit, ...tableBoxes(pen, block, frame, parent)];
    }
    case 'chart':
      return [
        chartBox(pen, block, frame, parent, place),
        ...paragraphBoxes(target, [{ text: block.caption, italic: true }], { ...CENTRED, spaceBefore: 2 }),
      ];
  }
}

/** The boxes of a list of blocks. Throws MissingGlyphError naming the block. */
export function blockBoxes(target: Target, blocks: readonly Block[], place: string): Box[] {
  return blocks.flatMap((block, index) => {
    const where = `${place}[${index}] (${block.kind})`;
    const boxes = inPlace(where, () => boxesOf(target, block, where));
    const [first] = boxes;
    const before = blocks[index - 1];
    const next = blocks[index + 1];
    const last = boxes.at(-1);
    // What a list is introduced by does not stay behind on another page, nor a tied note alone on one.
    const isTied = (block.kind === 'paragraph' && next?.kind === 'list') || (next?.kind === 'note' && next.tied === true);
    if (last !== undefined && isTied) last.keepWithNext = true;
    if (first !== undefined && (before?.kind === 'table' || before?.kind === 'chart')) first.spaceBefore += AFTER_FIGURE;
    return boxes;
  });
}

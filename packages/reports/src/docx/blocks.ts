import type { IParagraphOptions, Paragraph, Table } from 'docx';
import type { Block } from '../model.js';
import { LIST_MARK } from '../typesetter/block-boxes.js';
import type { Frame } from '../typesetter/pages.js';
import { chartParagraph } from './chart.js';
import { gap, paragraph } from './paragraphs.js';
import { twips } from './styles.js';
import { tableOf } from './table.js';

/** Space above the frame of a table: in Word it belongs to the paragraph before. */
const BEFORE_FRAME: IParagraphOptions = { spacing: { after: twips(8) } };
const AFTER_TABLE = 4;

/** Where blocks go. */
export interface Place {
  frame: Frame;
  /** Numbers the drawings of a file. */
  nextDrawing: () => number;
}

/** What a paragraph leaves for the block after it. */
export function spaceBefore(block: Block | undefined): IParagraphOptions {
  const isBare = block?.kind === 'table' && block.title === undefined && block.unitNote === undefined;
  return isBare ? BEFORE_FRAME : {};
}

/** The first of the last blocks that hold `lines` paragraphs between them. */
export function lastTextFrom(blocks: readonly Block[], lines: number): number {
  let found = 0;
  let index = blocks.length;
  while (index > 0 && found < lines) {
    index -= 1;
    const block = blocks[index];
    if (block?.kind === 'list') found += block.items.length;
    else if (block?.kind === 'paragraph' || block?.kind === 'note' || block?.kind === 'heading') found += 1;
  }
  return index;
}

function blockOf(block: Block, { frame, nextDrawing }: Place, isKept: boolean, end: IParagraphOptions): (Paragraph | Table)[] {
  const kept: IParagraphOptions = isKept ? { keepNext: true } : {};
  const options = { ...kept, ...end };
  switch (block.kind) {
    case 'heading':
      return [paragraph(`Heading${block.level}`, `${block.number} ${block.text}`, options)];
    case 'paragraph':
      return [paragraph('ReportText', block.runs, options)];
    case 'list':
      return block.items.map((item, index) => paragraph('ReportText', [{ text: LIST_MARK }, ...item], index === block.items.length - 1 ? options : kept));
    case 'note':
      return [paragraph('ReportNote', block.text, options)];
    case 'table': {
      const title = block.title === undefined ? [] : [paragraph('TableTitle', block.title, block.unitNote === undefined ? BEFORE_FRAME : {})];
      const unit = block.unitNote === undefined ? [] : [paragraph('UnitNote', block.unitNote)];
      return [...title, ...unit, tableOf(block, frame, isKept), gap(AFTER_TABLE, kept)];
    }
    case 'chart':
      return [chartParagraph(block, frame, nextDrawing()), paragraph('FigureCaption', block.caption, options)];
  }
}

/**
 * Blocks in their order.
 * @param keptFrom index of the first block that must stay on the page of what follows all of them
 * Throws MissingGlyphError.
 */
export function blocksOf(blocks: readonly Block[], place: Place, keptFrom = blocks.length): (Paragraph | Table)[] {
  return blocks.flatMap((block, index) => {
    const next = blocks[index + 1];
    // What a list is introduced by does not stay behind on another page.
    const isIntroduction = block.kind === 'paragraph' && next?.kind === 'list';
    return blockOf(block, place, index >= keptFrom || isIntroduction, spaceBefore(next));
  });
}

import type { Block, Run } from '../model.js';
import { reportMessages } from './messages.js';

/** A paragraph in the body's face. */
export function paragraph(text: string): Block {
  return { kind: 'paragraph', runs: [{ text }] };
}

/** "- …" items. */
export function list(items: readonly string[]): Block {
  return { kind: 'list', items: items.map((text): Run[] => [{ text }]) };
}

/** Where a person writes before the paper is signed. */
function placeholder(): Block {
  return { kind: 'note', text: reportMessages.placeholder };
}

/**
 * What a person wrote, a paragraph a line; lines that open with "-" are items of a list. Room to write it while nobody has,
 * `nothing` (if any) where it was left empty on purpose.
 */
export function written(text: string | undefined, nothing: string | null = null): Block[] {
  if (text === undefined) return [placeholder()];
  const blocks: Block[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    const item = /^[-–•+]\s*(.+)$/u.exec(line)?.[1];
    const last = blocks.at(-1);
    if (item !== undefined && last?.kind === 'list') last.items.push([{ text: item }]);
    else if (item !== undefined) blocks.push(list([item]));
    else if (line !== '') blocks.push(paragraph(line));
  }
  return blocks.length === 0 && nothing !== null ? [paragraph(nothing)] : blocks;
}

/** A heading "1. …" under a Roman one. */
export function subheading(no: number, text: string): Block {
  return { kind: 'heading', level: 2, number: `${no}.`, text };
}

/** The first letter as a capital. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

/** The first letter small, for a title that continues a sentence. */
export function continued(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}

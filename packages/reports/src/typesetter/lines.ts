import { type Face, textWidth } from './fonts.js';
import { cleanText, type Piece, type Word } from './words.js';

/** A line ready to draw; widths and indent in points. */
export interface Line {
  words: Word[];
  width: number;
  indent: number;
  /** The last line of its paragraph, which is not stretched. */
  last: boolean;
}

/** One line holding a text in one face, however wide. */
export function singleLine(text: string, face: Face, size: number): Line {
  const clean = cleanText(text).replaceAll('\u00A0', ' ');
  const width = textWidth(clean, face, size);
  const word: Word = { pieces: [{ text: clean, face, width }], width, space: 0, spaceFace: face, glued: false };
  return { words: [word], width, indent: 0, last: true };
}

/** Cuts a word wider than a line between characters, never before a combining mark. */
function cutWord(word: Word, width: number, size: number): Word[] {
  const parts: Word[] = [];
  let pieces: Piece[] = [];
  let used = 0;
  const finish = (): void => {
    if (pieces.length > 0) parts.push({ ...word, pieces, width: used, space: parts.length === 0 ? word.space : 0, glued: false });
    pieces = [];
    used = 0;
  };
  for (const piece of word.pieces) {
    for (const cluster of piece.text.match(/.\p{M}*/gsu) ?? []) {
      const clusterWidth = textWidth(cluster, piece.face, size);
      if (used > 0 && used + clusterWidth > width) finish();
      const last = pieces.at(-1);
      if (last !== undefined && last.face === piece.face) {
        last.text += cluster;
        last.width += clusterWidth;
      } else {
        pieces.push({ text: cluster, face: piece.face, width: clusterWidth });
      }
      used += clusterWidth;
    }
  }
  finish();
  return parts;
}

/** Where the words end that stay on the line of the one at `start`, as far as `width` allows. */
function endOfCluster(words: readonly Word[], start: number, width: number): { end: number; width: number } {
  let end = start + 1;
  let clusterWidth = words[start]?.width ?? 0;
  for (let word = words[end]; word?.glued === true && clusterWidth + word.space + word.width <= width; word = words[end]) {
    clusterWidth += word.space + word.width;
    end += 1;
  }
  return { end, width: clusterWidth };
}

/** Breaks words into as few lines as `width` allows, about equally long, for centred text. */
export function breakEvenly(words: readonly Word[], width: number, size: number): Line[] {
  const lines = breakLines(words, width, 0, size);
  if (lines.length === 1) return lines;
  let narrow = 0;
  let wide = width;
  while (wide - narrow > 2) {
    const middle = (narrow + wide) / 2;
    if (breakLines(words, middle, 0, size).length > lines.length) narrow = middle;
    else wide = middle;
  }
  return breakLines(words, wide, 0, size);
}

/** Breaks words into lines no wider than `width`; the first line starts `firstIndent` further in. */
export function breakLines(words: readonly Word[], width: number, firstIndent: number, size: number): Line[] {
  const lines: Line[] = [];
  let line: Line = { words: [], width: 0, indent: firstIndent, last: false };
  const nextLine = (): void => {
    lines.push(line);
    line = { words: [], width: 0, indent: 0, last: false };
  };
  const add = (word: Word): void => {
    line.width += (line.words.length === 0 ? 0 : word.space) + word.width;
    line.words.push(word);
  };
  for (let start = 0; start < words.length; ) {
    const { end, width: clusterWidth } = endOfCluster(words, start, width - firstIndent);
    const first = words[start];
    if (first === undefined) break;
    if (line.words.length > 0 && line.indent + line.width + first.space + clusterWidth > width) nextLine();
    if (line.indent + clusterWidth <= width) {
      for (; start < end; start += 1) add(words[start] ?? first);
      continue;
    }
    for (const part of cutWord(first, width - line.indent, size)) {
      if (line.words.length > 0) nextLine();
      add(part);
    }
    start = end;
  }
  line.last = true;
  lines.push(line);
  return lines;
}

import type { Run } from '../model.js';
import { type Face, faceOf, MissingGlyphError, textWidth } from './fonts.js';

/** A part of a word in one face; width in points. */
export interface Piece {
  text: string;
  face: Face;
  width: number;
}

export interface Word {
  pieces: Piece[];
  width: number;
  /** Width of the space before the word; 0 for the first. */
  space: number;
  spaceFace: Face;
  /** Stays on the line of the word before. */
  glued: boolean;
}

const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu;
const UNCLEAN = /[\u00AD\u200B-\u200D\u2060\uFEFF]|[^\S \u00A0]|  /u;
const BEFORE_NUMBER = /^(ngày|tháng|năm|số|đợt|mục|khoản|điều|lục|quý|stt)$/iu;
const COUNT = /^[(]?\d[\d.,]*$/u;
const YEAR = /^(19|20)\d\d$/u;
const NEVER_FIRST = /^[\p{Pe}\p{Pf}\p{Po}\p{Pd}%]/u;
const LETTER_FIRST = /^\p{L}/u;
const DATE_WORD = /^(tháng|năm)/u;

/** NFC, without invisible characters, every white space but the no-break space a plain one. */
export function cleanText(text: string): string {
  const composed = text.normalize('NFC');
  return UNCLEAN.test(composed) ? composed.replace(INVISIBLE, '').replace(/[^\S\u00A0]+/gu, ' ') : composed;
}

function isGlued(before: string, after: string): boolean {
  if (NEVER_FIRST.test(after) && !/^[("'“‘/&*#@]/u.test(after)) return !/^-\p{L}/u.test(after);
  if (BEFORE_NUMBER.test(before.replace(/^[("“]/u, '')) && /^(\d|[IVX]+[.,;)]?(\d|$))/u.test(after)) return true;
  return COUNT.test(before) && !YEAR.test(before) && LETTER_FIRST.test(after) && !DATE_WORD.test(after);
}

function textOf(word: Word): string {
  const [only, ...more] = word.pieces;
  return more.length === 0 && only !== undefined ? only.text : word.pieces.map((piece) => piece.text).join('');
}

/** Splits runs into measured words at spaces; counts with their units and dates are glued. Throws MissingGlyphError. */
export function toWords(runs: readonly Run[], size: number): Word[] {
  const words: Word[] = [];
  let current: Word | null = null;
  let pending: { space: number; spaceFace: Face } | null = null;
  for (const run of runs) {
    const face = faceOf(run.bold === true, run.italic === true);
    const space = textWidth(' ', face, size);
    let isFirst = true;
    for (const spaced of cleanText(run.text).split(' ')) {
      if (!isFirst) {
        if (current !== null) pending = { space, spaceFace: face };
        current = null;
      }
      isFirst = false;
      if (spaced === '') continue;
      // A no-break space is a space inside a word.
      const part = spaced.replaceAll('\u00A0', ' ');
      const piece: Piece = { text: part, face, width: textWidth(part, face, size) };
      if (current === null) {
        current = { pieces: [piece], width: piece.width, space: pending?.space ?? 0, spaceFace: pending?.spaceFace ?? face, glued: false };
        words.push(current);
        pending = null;
        continue;
      }
      current.pieces.push(piece);
      current.width += piece.width;
    }
  }
  words.forEach((word, index) => {
    const before = words[index - 1];
    if (before !== undefined) word.glued = isGlued(textOf(before), textOf(word));
  });
  return words;
}

/** The first character of a text that the typeface cannot draw; null = it can be printed. */
export function unprintableIn(text: string): string | null {
  try {
    toWords([{ text }], 1);
    return null;
  } catch (error) {
    if (error instanceof MissingGlyphError) return error.character;
    throw error;
  }
}

import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import { MissingGlyphError } from './missing-glyph.js';
import { TrueType } from './true-type.js';

/** A glyph of a text that was laid out, in font units. */
export interface PlacedGlyph {
  readonly id: number;
  readonly advance: number;
  /** The characters it stands for. */
  readonly codePoints: readonly number[];
  /** What kerning adds before the next glyph. */
  readonly kern: number;
}

interface Letter {
  readonly id: number;
  readonly advance: number;
}

const SPACE = 0x20;
/** Any text with such a character is laid out whole: marks, ligatures and what else a script may ask for. */
const SHAPED = /[^\u0020-\u024F\u1E00-\u1EFF\u2010-\u2027\u20A0-\u20CF]/u;

/**
 * One face of the typeface. Latin letters stand one beside the other, parted by their advance and, pair by pair, their
 * kerning; both are asked of fontkit once and remembered. Laying every word out by fontkit took a tenth of a report's time,
 * and remembering the words took the memory: figures hardly recur.
 */
export class Typeface {
  /** Lays nothing out itself: a glyph is made once and remembers the letters it was first asked for. */
  readonly font: fontkit.Font;
  readonly file: TrueType;
  private readonly unitsPerEm: number;
  private readonly letters: (Letter | undefined)[] = [];
  /** By the left letter's number times 65 536 plus the right one's; NaN where the two do not stay two letters. */
  private readonly kerns = new Map<number, number>();
  private readonly path: string;
  private pairs: fontkit.Font | null = null;
  private wholes: fontkit.Font | null = null;

  constructor(file: string) {
    this.path = createRequire(import.meta.url).resolve(`@expo-google-fonts/tinos/${file}`);
    this.file = new TrueType(this.path);
    this.font = fontkit.openSync(this.path);
    this.unitsPerEm = this.font.unitsPerEm;
  }

  /**
   * Lets go of what lays texts out, between two reports: its tables, 4 MB a face, are seldom asked again once the usual pairs
   * are known, and no earlier report has a say in the letters that a glyph of the next one stands for.
   */
  rest(): void {
    this.pairs = null;
    this.wholes = null;
  }

  /** Width of a text in ems. Throws MissingGlyphError. */
  measure(text: string): number {
    let width = 0;
    let before = SPACE;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      width += this.letter(code, text).advance;
      // No kerning after a space, so that a line is as wide as its words and spaces.
      if (before !== SPACE) width += this.kern(before, code);
      before = code;
    }
    // Not a number where a letter or a pair is no simple one.
    return (Number.isNaN(width) ? this.shaped(text).reduce((sum, glyph) => sum + glyph.advance + glyph.kern, 0) : width) / this.unitsPerEm;
  }

  /** The glyphs of a text from left to right. Throws MissingGlyphError. */
  glyphs(text: string): readonly PlacedGlyph[] {
    const glyphs: PlacedGlyph[] = [];
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      const { id, advance } = this.letter(code, text);
      const kern = code === SPACE || index + 1 === text.length ? 0 : this.kern(code, text.charCodeAt(index + 1));
      if (Number.isNaN(advance) || Number.isNaN(kern)) return this.shaped(text);
      glyphs.push({ id, advance, codePoints: [code], kern });
    }
    return glyphs;
  }

  private letter(code: number, text: string): Letter {
    let letter = this.letters[code];
    if (letter !== undefined) return letter;
    const character = String.fromCharCode(code);
    if (SHAPED.test(character)) letter = { id: 0, advance: Number.NaN };
    else {
      if (!this.font.hasGlyphForCodePoint(code)) throw new MissingGlyphError(character, text, '');
      const { id, advanceWidth } = this.font.glyphForCodePoint(code);
      letter = { id, advance: advanceWidth };
    }
    this.letters[code] = letter;
    return letter;
  }

  private kern(left: number, right: number): number {
    const key = left * 65_536 + right;
    let kern = this.kerns.get(key);
    if (kern === undefined) {
      kern = this.kernOf(String.fromCharCode(left, right));
      this.kerns.set(key, kern);
    }
    return kern;
  }

  private kernOf(pair: string): number {
    if (SHAPED.test(pair)) return Number.NaN;
    this.pairs ??= fontkit.openSync(this.path);
    const { glyphs, positions } = this.pairs.layout(pair);
    const isPair = glyphs.length === 2 && glyphs.every(({ id }, index) => id === this.font.glyphForCodePoint(pair.charCodeAt(index)).id);
    return isPair ? (positions[0]?.xAdvance ?? 0) - (glyphs[0]?.advanceWidth ?? 0) : Number.NaN;
  }

  /** A text laid out by fontkit. */
  private shaped(text: string): readonly PlacedGlyph[] {
    for (const character of text) {
      if (!this.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) throw new MissingGlyphError(character, text, '');
    }
    this.wholes ??= fontkit.openSync(this.path);
    const font = this.wholes;
    return text.split(/(?<= )/u).flatMap((part) => {
      const { glyphs, positions } = font.layout(part);
      return glyphs.map(({ id, advanceWidth, codePoints }, index) => ({ id, advance: advanceWidth, codePoints, kern: (positions[index]?.xAdvance ?? advanceWidth) - advanceWidth }));
    });
  }
}

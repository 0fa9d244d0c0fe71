import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';

export type Face = 'regular' | 'bold' | 'italic' | 'boldItalic';

const FACE_FILES: Record<Face, string> = {
  regular: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  boldItalic: '700Bold_Italic/Tinos_700Bold_Italic.ttf',
};

/** The remembered layouts of one face are dropped when they reach this number. */
const REMEMBERED_LAYOUTS = 20_000;

/** A character that the report's typeface cannot draw. */
export class MissingGlyphError extends Error {
  override readonly name = 'MissingGlyphError';

  constructor(
    readonly character: string,
    readonly text: string,
    readonly place: string,
  ) {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    super(`No glyph for "${character}" (U+${code}) in "${text}"${place === '' ? '' : ` at ${place}`}`);
  }
}

/** Runs `work` and names `place` in a MissingGlyphError that comes out of it. */
export function inPlace<T>(place: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof MissingGlyphError && error.place === '') {
      throw new MissingGlyphError(error.character, error.text, place);
    }
    throw error;
  }
}

interface ParsedFace {
  font: fontkit.Font;
  /** Width of a text in ems. */
  measure(text: string): number;
}

/** What is remembered of a text that was laid out; a run of fontkit itself takes three times the memory. */
interface Layout {
  glyphs: fontkit.GlyphRun['glyphs'];
  /** In font units, four numbers a glyph: advance across and down, offset across and down. */
  places: readonly number[];
  /** In ems. */
  width: number;
}

/** A remembered layout as fontkit gives it. pdfkit scales the positions in place, so every run has its own. */
class RememberedRun implements fontkit.GlyphRun {
  readonly glyphs: fontkit.GlyphRun['glyphs'];
  readonly positions: fontkit.GlyphPosition[];

  constructor({ glyphs, places }: Layout) {
    const place = (index: number): number => places[index] ?? 0;
    this.glyphs = glyphs;
    this.positions = glyphs.map((_, index) => ({
      xAdvance: place(4 * index),
      yAdvance: place(4 * index + 1),
      xOffset: place(4 * index + 2),
      yOffset: place(4 * index + 3),
    }));
  }

  get advanceWidth(): number {
    return this.positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
  }
}

function parseFace(file: string): ParsedFace {
  const font = fontkit.openSync(createRequire(import.meta.url).resolve(`@expo-google-fonts/tinos/${file}`));
  // A glyph is made once and remembers the letter it was first asked for. When a subset of one report asks for "o" as a part
  // of "ộ", that is none, and the "o" of every later report could not be read or copied: so all are asked for here.
  for (const codePoint of font.characterSet) font.glyphForCodePoint(codePoint);
  const remembered = new Map<string, Layout>();
  const layout = (text: string): Layout => {
    const known = remembered.get(text);
    if (known !== undefined) return known;
    for (const character of text) {
      if (!font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) throw new MissingGlyphError(character, text, '');
    }
    if (remembered.size >= REMEMBERED_LAYOUTS) remembered.clear();
    const { glyphs, positions, advanceWidth } = font.layout(text);
    const places = positions.flatMap(({ xAdvance, yAdvance, xOffset, yOffset }) => [xAdvance, yAdvance, xOffset, yOffset]);
    const result = { glyphs, places, width: advanceWidth / font.unitsPerEm };
    remembered.set(text, result);
    return result;
  };
  const shared = Object.create(font, { layout: { value: (text: string) => new RememberedRun(layout(text)) } }) as fontkit.Font;
  // pdfkit lays a text out in parts that end after a space; kerning does not reach across, so measuring must not either.
  const measure = (text: string): number => {
    if (text.length === 1 || !text.includes(' ')) return layout(text).width;
    return text.split(/(?<= )/u).reduce((sum, part) => sum + layout(part).width, 0);
  };
  return { font: shared, measure };
}

const parsedFaces = new Map<Face, ParsedFace>();

function parsedFace(face: Face): ParsedFace {
  let parsed = parsedFaces.get(face);
  if (parsed === undefined) {
    parsed = parseFace(FACE_FILES[face]);
    parsedFaces.set(face, parsed);
  }
  return parsed;
}

/** The face for a style. */
export function faceOf(bold: boolean, italic: boolean): Face {
  if (bold) return italic ? 'boldItalic' : 'bold';
  return italic ? 'italic' : 'regular';
}

/** Width in points of a text without line breaks. Throws MissingGlyphError. */
export function textWidth(text: string, face: Face, size: number): number {
  return parsedFace(face).measure(text) * size;
}

/** Makes the four faces known to a document under their face names; they are parsed once per process. */
export function registerFaces(doc: PDFKit.PDFDocument): void {
  for (const face of Object.keys(FACE_FILES) as Face[]) {
    // pdfkit accepts a parsed font, which its type declarations do not say.
    doc.registerFont(face, parsedFace(face).font as unknown as string);
  }
}

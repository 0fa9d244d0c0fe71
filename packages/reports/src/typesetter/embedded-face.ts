import { type Face, typefaceOf } from './fonts.js';
import type { PlacedGlyph } from './typeface.js';

/** What is used of pdfkit's embedded font: it keeps the subset that goes into the file. */
export interface EmbeddedFace {
  readonly id: string;
  /** Thousandths of an em in a unit of the font. */
  readonly scale: number;
  readonly subset: {
    /** By their number in the subset, their numbers in the font. */
    readonly glyphs: readonly number[];
    /** Takes a glyph into the subset and gives its number there. */
    includeGlyph(id: number): number;
    encode(): Uint8Array;
  };
  /** By the number in the subset. */
  readonly widths: number[];
  readonly unicode: (readonly number[])[];
  ref(): PDFKit.PDFKitReference;
}

/** Takes a glyph into the file and gives its number there. */
export function includeGlyph({ subset, widths, unicode, scale }: EmbeddedFace, { id, advance, codePoints }: PlacedGlyph): number {
  const number = subset.includeGlyph(id);
  widths[number] ??= advance * scale;
  unicode[number] ??= codePoints;
  return number;
}

/** Makes a face known to a document. */
export function embedFace(doc: PDFKit.PDFDocument, face: Face): EmbeddedFace {
  const typeface = typefaceOf(face);
  // pdfkit accepts a parsed font, which its type declarations do not say.
  doc.registerFont(face, typeface.font as unknown as string);
  doc.font(face);
  const { _font: font } = doc as unknown as { _font: EmbeddedFace };
  const { subset } = font;
  subset.encode = () => typeface.file.subset(subset.glyphs, (glyph) => subset.includeGlyph(glyph));
  return font;
}

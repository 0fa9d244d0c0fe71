import { Typeface } from './typeface.js';

export { inPlace, MissingGlyphError } from './missing-glyph.js';

export type Face = 'regular' | 'bold' | 'italic' | 'boldItalic';

const FACE_FILES: Record<Face, string> = {
  regular: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  boldItalic: '700Bold_Italic/Tinos_700Bold_Italic.ttf',
};

const typefaces = new Map<Face, Typeface>();

/** The parsed face, once per process. */
export function typefaceOf(face: Face): Typeface {
  let typeface = typefaces.get(face);
  if (typeface === undefined) typefaces.set(face, (typeface = new Typeface(FACE_FILES[face])));
  return typeface;
}

/** Lets go of what only the texts of one report needed. */
export function restTypefaces(): void {
  for (const typeface of typefaces.values()) typeface.rest();
}

/** The face for a style. */
export function faceOf(bold: boolean, italic: boolean): Face {
  if (bold) return italic ? 'boldItalic' : 'bold';
  return italic ? 'italic' : 'regular';
}

/** Width in points of a text without line breaks. Throws MissingGlyphError. */
export function textWidth(text: string, face: Face, size: number): number {
  return typefaceOf(face).measure(text) * size;
}

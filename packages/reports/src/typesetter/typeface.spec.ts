import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import * as fontkit from 'fontkit';
import { longModel } from '../testing/long-model.js';
import { type Face, typefaceOf } from './fonts.js';
import { TrueType } from './true-type.js';
import type { PlacedGlyph } from './typeface.js';

const FILES: readonly (readonly [face: Face, file: string])[] = [
  ['regular', '400Regular/Tinos_400Regular.ttf'],
  ['bold', '700Bold/Tinos_700Bold.ttf'],
  ['italic', '400Regular_Italic/Tinos_400Regular_Italic.ttf'],
  ['boldItalic', '700Bold_Italic/Tinos_700Bold_Italic.ttf'],
];

/** All the words of a long report, pairs that are kerned, signs, and what is laid out whole: marks, fractions, other scripts. */
const TEXTS = [
  ...new Set(JSON.stringify(longModel()).replace(/\\[nu]/gu, ' ').split(/[\s"]+/u)),
  'AVATAR', 'Tổng', 'Ty', 'Wa', 'LTV.', 'P.A.', 'Ừ', '“Ước”', '1.081,5', '63,6%', 'fi ffi fl', '‘a’', '…', '₫', '½', '1⁄2', 'a\u0323\u0301', 'e\u0331', 'Ωμέγα', 'Житo', 'fi\u0301',
];

describe.each(FILES)('the face %s', (face, file) => {
  const path = createRequire(import.meta.url).resolve(`@expo-google-fonts/tinos/${file}`);
  const typeface = typefaceOf(face);
  const parsed = fontkit.openSync(path);

  it('sets every word as fontkit lays it out, glyph by glyph', () => {
    const laidOut = (text: string): Omit<PlacedGlyph, 'codePoints'>[] =>
      text.split(/(?<= )/u).flatMap((part) => {
        const { glyphs, positions } = parsed.layout(part);
        return glyphs.map(({ id, advanceWidth }, index) => ({ id, advance: advanceWidth, kern: (positions[index]?.xAdvance ?? 0) - advanceWidth }));
      });
    for (const text of TEXTS) expect(typeface.glyphs(text).map(({ id, advance, kern }) => ({ id, advance, kern }))).toEqual(laidOut(text));
  });

  it('measures a text as the sum of its glyphs', () => {
    for (const text of TEXTS) {
      const sum = typeface.glyphs(text).reduce((width, { advance, kern }) => width + advance + kern, 0);
      expect(typeface.measure(text)).toBeCloseTo(sum / parsed.unitsPerEm, 9);
    }
  });

  it('cuts a subset whose glyphs look and measure as in the whole font, composite ones with their parts', () => {
    const glyphs = [0, ...[...'AaỆộưĐđ1,%½ '].map((letter) => parsed.glyphForCodePoint(letter.codePointAt(0) ?? 0).id)];
    const wanted = glyphs.length;
    const include = (glyph: number): number => (glyphs.includes(glyph) ? glyphs.indexOf(glyph) : glyphs.push(glyph) - 1);
    const subset = fontkit.create(new TrueType(path).subset(glyphs, include));
    expect(glyphs.length).toBeGreaterThan(wanted);
    glyphs.forEach((glyph, index) => {
      expect(subset.getGlyph(index).path.commands).toEqual(parsed.getGlyph(glyph).path.commands);
      expect(subset.getGlyph(index).advanceWidth).toBe(parsed.getGlyph(glyph).advanceWidth);
    });
  });
});

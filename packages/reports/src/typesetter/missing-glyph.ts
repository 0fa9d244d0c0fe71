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

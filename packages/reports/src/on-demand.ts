/** The first character of a text that the typeface cannot draw; null = it can be printed. The typeface is loaded when first asked. */
export async function unprintableIn(text: string): Promise<string | null> {
  const words = await import('./typesetter/words.js');
  return words.unprintableIn(text);
}

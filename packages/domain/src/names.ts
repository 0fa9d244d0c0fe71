const COLLATOR = new Intl.Collator('vi');
const TONE_ON_FIRST_VOWEL = /(?:(o)([\u0300\u0301\u0303\u0309\u0323])([ae])|(u)([\u0300\u0301\u0303\u0309\u0323])(y))(?![\u0300-\u036f])/g;

/** A text in Unicode NFC, the one form in which text is stored. */
export function toNfc(text: string): string {
  return text.normalize('NFC');
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * The key by which two names are the same: Unicode form, case, extra spaces and the two tone placements (hòa/hoà,
 * ủy/uỷ) do not matter; diacritics do (Hương Văn is not Hương Vân). Not for display.
 */
export function nameKey(text: string): string {
  return squeeze(text.toLowerCase().normalize('NFD').replace(TONE_ON_FIRST_VOWEL, '$1$4$3$6$2$5')).normalize('NFC');
}

/** The key by which a search finds a name: no diacritics, đ as d, lower case. Never a key of equality. */
export function searchKey(text: string): string {
  return squeeze(
    text
      .toLowerCase()
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/đ/g, 'd'),
  );
}

/** Order of the Vietnamese alphabet and its tones, for sorting. */
export function compareVietnamese(a: string, b: string): number {
  return COLLATOR.compare(a, b);
}

import { toNfc } from './names.js';

export const LEGACY_ENCODINGS = ['TCVN3', 'VNI'] as const;
export type LegacyEncoding = (typeof LEGACY_ENCODINGS)[number];

// Both legacy encodings use Latin-1 only: a letter that Latin-1 lacks proves the text to be Unicode Vietnamese.
const UNICODE_VIETNAMESE = /[ĂăĐđĨĩŨũƠơƯưẠ-ỹ]/u;

const TCVN3_SIGNS = [
  /[A-Za-z][µ¶·¸¹«¬ª]/,
  /[A-Za-z][¨©®\u00AD»¼½¾×÷][A-Za-z¬µ¶·¸¹]/,
  /(?<![\p{L}\p{N}])[®§¨¸¶¬¡¢£¤¥¦][A-Za-zµ¶·¸¹¬\u00AD©«ªÀ-ÿ]/u,
  /[®§][A-Za-z]?[µ¶·¸¹«¬ª¨©\u00ADÆ-ß]/,
  /[a-z][Æ-ß]/,
  /[A-Z]{2}[ß-ÿ]/,
  /[A-Z][¡¢£¤¥¦§][A-Z/-]/,
  /\u00AD[¬à-ÿ÷]/,
  /(?<!\p{L})ñy/u,
];

const VNI_SIGNS = [
  /a[ùøûïõâêáàåãäéèúüë]/i,
  /e[ùøûïõâáàåãä]/i,
  /o[ùøûïâåä]/i,
  /[uy][ùøûïõ]/i,
  /[öô][ùøûïõ]/i,
  /öô/i,
  /(?<!\p{L})ñ[aeiouôö]/iu,
  /(?<!\p{L})[QNH]Ñ/u,
];

/**
 * The legacy encoding a text was written in when it shows as mojibake ("H­¬ng Trµ", "Höông Traø"), null when it reads
 * as Unicode. A text of one short word may not give itself away; ask for a whole cell or file.
 */
export function legacyEncoding(text: string): LegacyEncoding | null {
  const composed = toNfc(text);
  if (UNICODE_VIETNAMESE.test(composed)) return null;
  if (TCVN3_SIGNS.some((sign) => sign.test(composed))) return 'TCVN3';
  return VNI_SIGNS.some((sign) => sign.test(composed)) ? 'VNI' : null;
}

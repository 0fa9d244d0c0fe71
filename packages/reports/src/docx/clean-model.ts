import { cleanText } from '../typesetter/words.js';

/** XML holds neither control characters nor half a surrogate pair. */
const NOT_XML = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** The same plain data with every text in it as the PDF prints it (NFC, single spaces) and fit for XML. */
export function cleanTexts<T>(value: T): T {
  const clean = (one: unknown): unknown => {
    if (typeof one === 'string') return cleanText(one).replace(NOT_XML, '');
    if (Array.isArray(one)) return one.map(clean);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([key, part]) => [key, clean(part)]));
  };
  return clean(value) as T;
}

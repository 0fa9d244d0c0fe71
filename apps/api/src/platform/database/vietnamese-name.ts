import { nameKey, searchKey, toNfc } from '@ocop/domain';

/** A name as stored: NFC text, its key of equality and its key of search. */
export function namedColumns(text: string): { name: string; nameKey: string; searchKey: string } {
  const name = toNfc(text).replace(/\s+/g, ' ').trim();
  return { name, nameKey: nameKey(name), searchKey: searchKey(name) };
}

/** Between the names in the search key of a register. */
export const NAME_SEPARATOR = ' | ';

/** The same where a search also finds other texts, such as the other names of a product. */
export const registeredName = (text: string, others: readonly string[]) => ({
  ...namedColumns(text),
  searchKey: [text, ...others].map(searchKey).join(NAME_SEPARATOR),
});

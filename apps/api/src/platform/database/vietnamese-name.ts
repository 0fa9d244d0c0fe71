import { nameKey, searchKey, toNfc } from '@ocop/domain';

/** A name as stored: NFC text, its key of equality and its key of search. */
export function namedColumns(text: string): { name: string; nameKey: string; searchKey: string } {
  const name = toNfc(text).replace(/\s+/g, ' ').trim();
  return { name, nameKey: nameKey(name), searchKey: searchKey(name) };
}

/** Between the names in the search key of a register. */
export const NAME_SEPARATOR = ' | ';

/** The same for a register, where a search also finds other names. */
export const registeredName = (text: string, aliases: readonly string[]) => ({
  ...namedColumns(text),
  searchKey: [text, ...aliases].map(searchKey).join(NAME_SEPARATOR),
});

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Names that docx draws by lot, of parts of the file and of watermarks. */
const RANDOM_NAME = /(?<=")(rId|PowerPlusWaterMarkObject)[\w-]{21}(?=")/gu;
const CLOCK = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu;

/**
 * The same Office file as if written on `day`, so that one model always gives the same bytes.
 * @param day YYYY-MM-DD
 */
export function onFixedDay(file: Uint8Array, day: string): Uint8Array {
  const names = new Map<string, string>();
  const settled = (text: string): string =>
    text.replace(CLOCK, `$1${day}T00:00:00Z`).replace(RANDOM_NAME, (name, kind: string) => {
      const known = names.get(name) ?? `${kind}Fixed${names.size + 1}`;
      names.set(name, known);
      return known;
    });
  const parts = Object.entries(unzipSync(file)).map(([path, bytes]): [string, Uint8Array] => {
    // The figures of a chart are a workbook of their own.
    if (path.endsWith('.xlsx')) return [path, onFixedDay(bytes, day)];
    return [path, /\.(xml|rels)$/u.test(path) ? strToU8(settled(strFromU8(bytes))) : bytes];
  });
  // A zip keeps local time: noon is on the day in every zone.
  return zipSync(Object.fromEntries(parts), { mtime: new Date(`${day}T12:00:00`) });
}

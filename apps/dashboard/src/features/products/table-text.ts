// A spreadsheet would run such a text as a formula; the apostrophe keeps it a text.
const defuse = (text: string): string => (/^[=+@]|^-(?=.)/.test(text) ? `'${text}` : text);

const quote = (text: string): string => (/["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Rows as tab-separated text for the clipboard, one line each; a missing cell stays empty. */
export const tableText = (rows: readonly (readonly (string | null)[])[]): string =>
  rows.map((cells) => cells.map((cell) => (cell === null ? '' : quote(defuse(cell)))).join('\t')).join('\r\n');

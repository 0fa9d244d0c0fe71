import { messages } from './messages.js';
import type { Value } from './table-export.js';

const DAY_MS = 86_400_000;
const VIETNAM_MS = 7 * 3_600_000;
/** Serial number of 1970-01-01 in a spreadsheet. */
const EPOCH_SERIAL = 25_569;
/** Before 1900-03-01 spreadsheets disagree on their serial numbers. */
const FIRST_SURE_SERIAL = 61;
/** A spreadsheet shows no more digits of a number: beyond them an amount would be seen rounded. */
const EXACT_DIGITS = 15;
/** Characters that a cell holds. */
const LONGEST_TEXT = 32_767;

/** A cell of a sheet: a number as its digits are written in the file, or text. `figure` = a text that is an amount. */
export type Cell = { kind: Value['kind']; number: string } | { kind: 'text' | 'figure'; text: string };

const serial = (kind: 'day' | 'instant', milliseconds: number, value: string): Cell => {
  const number = milliseconds / DAY_MS + EPOCH_SERIAL;
  return number >= FIRST_SURE_SERIAL ? { kind, number: String(number) } : { kind: 'text', text: textOf({ kind, value }) };
};

function money(amount: bigint): Cell {
  const digits = String(amount);
  return digits.replace('-', '').length > EXACT_DIGITS ? { kind: 'figure', text: digits } : { kind: 'money', number: digits };
}

function text(whole: string): Cell {
  if (whole.length <= LONGEST_TEXT) return { kind: 'text', text: whole };
  const kept = LONGEST_TEXT - messages.cutText(whole.length).length;
  return { kind: 'text', text: `${whole.slice(0, kept)}${messages.cutText(whole.length - kept)}` };
}

/** What stands in a cell; null = nothing. An amount of more than fifteen digits is text, never rounded. @throws RangeError on a number that is not exact */
export function cellOf({ kind, value }: Value): Cell | null {
  if (value === null) return null;
  switch (kind) {
    case 'text':
      return value === '' ? null : text(value.normalize('NFC'));
    case 'whole':
      if (!Number.isSafeInteger(value)) throw new RangeError(`Not a whole number: ${value}`);
      return { kind, number: String(value) };
    case 'money':
      return money(BigInt(value));
    case 'decimal':
      return { kind, number: decimal(value) };
    case 'day':
      return serial(kind, Date.parse(value), value);
    case 'instant':
      return serial(kind, Date.parse(value) + VIETNAM_MS, value);
  }
}

function decimal(value: string): string {
  if (!/^-?\d+(\.\d+)?$/.test(value)) throw new RangeError(`Not a decimal number: ${value}`);
  return value;
}

const inVietnam = (instant: string): string => new Date(Date.parse(instant) + VIETNAM_MS).toISOString().slice(0, 19).replace('T', ' ');

/** What a spreadsheet would run, read as a formula, or take for a number when it opens a text file. */
const RUNS = /^[=+\-@\t\r＝＋－＠]/;

/** Whether a spreadsheet would make a formula of a text. */
export const wouldRun = (value: string): boolean => RUNS.test(value);

/** The value as a text file has it: digits with a decimal comma, days and instants by ISO 8601 in Vietnam's time; a text that would run begins with an apostrophe. */
export function textOf({ kind, value }: Value): string {
  if (value === null) return '';
  switch (kind) {
    case 'text': {
      const composed = value.normalize('NFC');
      return wouldRun(composed) ? `'${composed}` : composed;
    }
    case 'whole':
    case 'money':
      return String(value);
    case 'decimal':
      return decimal(value).replace('.', ',');
    case 'day':
      return value;
    case 'instant':
      return inVietnam(value);
  }
}

import type { Day } from '@ocop/domain';
import { readTypedDay } from './typed-day.js';

/** Why a form cannot be sent yet, at the field that has it. */
export interface FieldFault {
  path: string;
  message: string;
  /** The same where the field is not beside it: by its name on the screen. */
  told?: string;
}

/** The request of a form, or what is still wrong with it. */
export type Reading<B> = { body: B } | { faults: readonly FieldFault[] };

export interface ReadingWords {
  day: string;
  choice: string;
  text: string;
}

/** Reads typed text into what the API takes; collects what cannot be read. What can is judged by the API. */
export class FormReader {
  readonly faults: FieldFault[] = [];
  constructor(private readonly words: ReadingWords) {}

  day(path: string, text: string): Day {
    const day = readTypedDay(text);
    if (day === null) this.faults.push({ path, message: optional(text) === null ? this.words.text : this.words.day });
    return day ?? '';
  }

  /** A day that may be left empty: null when it is. */
  optionalDay(path: string, text: string): Day | null {
    return optional(text) === null ? null : this.day(path, text);
  }

  text(path: string, written: string): string {
    if (optional(written) === null) this.faults.push({ path, message: this.words.text });
    return written.trim();
  }

  choice<T>(path: string, chosen: T | null): T {
    if (chosen === null) this.faults.push({ path, message: this.words.choice });
    return chosen as T;
  }

  as<B>(body: B): Reading<B> {
    return this.faults.length > 0 ? { faults: this.faults } : { body };
  }
}

/** A text that may be left empty: null when it is. */
export const optional = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What is no number is sent as it was typed: the API says what the rule is. */
export const numberOf = (typed: string): number => (/^\d+$/.test(typed.trim()) ? Number(typed.trim()) : (typed as unknown as number));

/** Other names typed on one line, apart by semicolons. */
export const readAliases = (text: string): string[] => text.split(';').map((name) => name.trim()).filter((name) => name !== '');
export const typedAliases = (aliases: readonly string[]): string => aliases.join('; ');

import { move } from 'piscina';
import type { ReportModel } from '../model.js';
import { MissingGlyphError } from './missing-glyph.js';

/** What a thread is asked. */
export interface Task {
  readonly format: 'pdf' | 'docx';
  readonly model: ReportModel;
}

/** What it answers: the file, handed over without a copy; an error of our own loses its class on the way and goes by its parts. */
export type Answer = Uint8Array<ArrayBuffer> | { readonly missing: Pick<MissingGlyphError, 'character' | 'text' | 'place'> };

/** Loaded with its first use: few threads write Word files. */
async function write({ format, model }: Task): Promise<Uint8Array> {
  if (format === 'pdf') return (await import('./render-report-pdf.js')).renderReportPdf(model);
  return (await import('../docx/render-report-docx.js')).renderReportDocx(model);
}

/** Runs in the thread. */
export async function answerTo(task: Task): Promise<Answer> {
  try {
    const bytes = await write(task);
    // A part of a larger buffer cannot be handed over.
    const whole = bytes.byteLength === bytes.buffer.byteLength ? new Uint8Array(bytes.buffer as ArrayBuffer) : Uint8Array.from(bytes);
    return move(whole) as Uint8Array<ArrayBuffer>;
  } catch (error) {
    if (!(error instanceof MissingGlyphError)) throw error;
    const { character, text, place } = error;
    return { missing: { character, text, place } };
  }
}
